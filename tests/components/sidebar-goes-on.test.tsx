import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE } from '@/lib/platform/clock';
import { setLanguage } from '@/lib/platform/language';
import { createFakeBackground } from './support/fake-background';
import { makeSync, makeView } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  setLanguage('en');
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('a sidebar that nobody touches', () => {
  it('says how long the oldest note has waited by now', async () => {
    const oldestUnsentAt = new Date(Date.now() - 5.5 * MINUTE).toISOString();
    showSidebar(createFakeBackground(makeView({ sync: makeSync({ unsent: 2, oldestUnsentAt }) })));
    await pass(1000);
    expect(screen.getByRole('button', { name: /oldest 5 min/ })).toBeInTheDocument();
    await pass(3 * MINUTE);
    expect(screen.getByRole('button', { name: /oldest 8 min/ })).toBeInTheDocument();
  });

  it('speaks another language once it was chosen on another page, with the words that were typed', async () => {
    const background = createFakeBackground(makeView());
    showSidebar(background);
    await pass(1000);
    expect(screen.getByRole('textbox', { name: 'Summary' })).toBeInTheDocument();
    await background.host.call('look.setLanguage', { language: 'es' });
    act(() => background.set({}));
    await pass(1000);
    expect(screen.queryByText('Say first')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Resumen' })).toBeInTheDocument();
  });
});

import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UNDO_WINDOW } from '@/lib/domain/undo-window';
import { placeWords } from '@/lib/ui/words/place-words';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const A_MOMENT = 500;
const said = () => screen.queryByText(/^Note on Marta Kowalczyk saved on this computer at/);
const undo = () => screen.queryByRole('button', { name: /^Undo: go on/ });

/** The sidebar a moment after the call with Marta was wrapped up. */
async function wrapUp() {
  const call = makeCall({ content: makeContent({ summary: 'billed twice' }), rev: 5 });
  showSidebar(createFakeBackground({ call }));
  await pass(A_MOMENT);
  fireEvent.click(screen.getByRole('button', { name: /^Wrap up/ }));
  await pass(A_MOMENT);
}

describe('what is said of a note that was wrapped up', () => {
  it('goes with its undo, and gives the next call its room', async () => {
    await wrapUp();
    await pass(UNDO_WINDOW - 2 * A_MOMENT);
    expect(said()).toBeInTheDocument();
    expect(undo()).toBeInTheDocument();
    await pass(2 * A_MOMENT);
    expect(said()).toBeNull();
    expect(undo()).toBeNull();
  });

  it('goes when the next call begins, and the undo says itself of which note it is', async () => {
    await wrapUp();
    fireEvent.change(screen.getByRole('textbox', { name: 'Summary' }), { target: { value: 'next' } });
    await pass(A_MOMENT);
    expect(said()).toBeNull();
    expect(undo()).toBeInTheDocument();
    expect(screen.getByText('Note on Marta Kowalczyk:')).toBeInTheDocument();
  });
});

it('whatever else is said goes after a while too', async () => {
  showSidebar(createFakeBackground());
  await pass(A_MOMENT);
  fireEvent.click(screen.getByRole('button', { name: placeWords.hide }));
  await pass(A_MOMENT);
  expect(screen.getByText(placeWords.hidden)).toBeInTheDocument();
  await pass(UNDO_WINDOW);
  expect(screen.queryByText(placeWords.hidden)).toBeNull();
});

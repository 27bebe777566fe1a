import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CallSlot } from '@/lib/messaging/sidebar-view';
import { defaultPlaybook } from '@/server/seed/seed-playbook';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeOrganisation, makePage } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const playbook = defaultPlaybook('EUR');
const own = { 'organisation.get': () => ({ ...makeOrganisation(), playbook }) };

const idsShown = () =>
  [...document.querySelectorAll('.prompt-intent')].map(
    ({ textContent }) => playbook.prompts.find((p) => p.intent === textContent)?.id,
  );

describe('prompts for whoever is on the line', () => {
  it.each<[string, Partial<CallSlot>]>([
    ['whose note was moved here', { movedFrom: 'Jürgen Hoffmann' }],
    ['whose note has words as it is taken up', { content: makeContent({ summary: 'Rang about the bill' }) }],
  ])('greet nobody in mid-call %s, and ask who it is', async (_, part) => {
    showSidebar(createFakeBackground({ call: makeCall(part) }, own));
    await screen.findByText('Say first');
    expect(idsShown()).toEqual(['who-is-it-by-now', 'say-why-you-ask']);
  });

  it('greet nobody who was verified before in this call, and ask who it is', async () => {
    const { user } = showSidebar(createFakeBackground({ page: makePage() }, own));
    await user.click(await screen.findByRole('button', { name: 'Verified' }));
    await waitFor(() => expect(idsShown()[0]).toBe('own-the-broken-promise'));
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Not verified' }));
    await waitFor(() => expect(idsShown()).toContain('say-why-you-ask'));
    expect(idsShown()).not.toContain('warm-first-words');
  });

  it('stay while the first words are typed, before anybody is verified', async () => {
    const { user } = showSidebar(createFakeBackground({ page: makePage() }, own));
    await waitFor(() => expect(idsShown()).toEqual(['warm-first-words', 'say-why-you-ask']));
    await user.type(screen.getByRole('textbox', { name: 'Summary' }), 'Rang about the bill');
    expect(idsShown()).toEqual(['warm-first-words', 'say-why-you-ask']);
  });

  it('come with why who it is is asked again, after a long hold', async () => {
    showSidebar(createFakeBackground({ call: makeCall({ askAgain: 'held' }) }, own));
    expect(await screen.findByText('On hold for over 15 minutes: ask again who it is.')).toBeInTheDocument();
  });
});

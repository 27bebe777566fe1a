import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeBackground } from './support/fake-background';
import { makeApproval, makeAsked } from './support/make-approval';
import { jurgen, makeCall, makeCard, makeContent, makePage, makeSync } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const elevated = makeCard({ risk: { ...makeCard().risk, level: 'elevated' } });

const heldAt = '2026-11-22T13:00:00.000Z';
const waits = {
  ...{ noteId: '019ab000-0000-7000-8000-0000000000d1', name: 'Sam Roe', accountEnd: '', startedAt: heldAt },
  ...{ editing: false, heldAt, unfinished: true },
};

describe('collapsed', () => {
  it.each([
    ['OK', jurgen()],
    ['Unknown', makePage({ card: null })],
  ])('is all there is of %s, until the rep opens it', async (word, page) => {
    const sizes: boolean[] = [];
    const { user } = showSidebar(createFakeBackground({ page }), { onCollapse: (c) => sizes.push(c) });
    await user.click(await screen.findByRole('button', { name: `Heed: ${word}. Open` }));
    expect(await screen.findByRole('textbox', { name: 'Summary' })).toBeInTheDocument();
    expect(sizes).toEqual([true, false]);
    await user.click(screen.getByRole('button', { name: 'Collapse Heed' }));
    expect(sizes).toEqual([true, false, true]);
  });

  it('is what stands there while nobody is signed in; opened, it asks for the sign-in', async () => {
    const sizes: boolean[] = [];
    const background = createFakeBackground({ account: { state: 'signed-out' }, page: { state: 'blank' } });
    const { user } = showSidebar(background, { onCollapse: (c) => sizes.push(c) });
    await user.click(await screen.findByRole('button', { name: 'Open Heed' }));
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeInTheDocument();
    expect(sizes).toEqual([true, false]);
  });

  it('is not what tells that notes were deleted, be nobody signed in', async () => {
    const background = createFakeBackground({
      ...{ account: { state: 'signed-out' }, page: { state: 'blank' } },
      sync: makeSync({ lost: { at: '2026-11-22T12:00:00.000Z', unsent: 1 } }),
    });
    showSidebar(background, { onCollapse: () => undefined });
    expect(await screen.findByRole('button', { name: 'I have read this' })).toBeInTheDocument();
  });

  it.each([
    ['at risk', makePage()],
    ['to watch', makePage({ card: elevated })],
    ['of whom nobody has said yet that the site is read rightly', makePage({ card: null, askSite: true })],
  ])('is not what a customer %s is', async (_word, page) => {
    const sizes: boolean[] = [];
    showSidebar(createFakeBackground({ page }), { onCollapse: (c) => sizes.push(c) });
    await screen.findByRole('textbox', { name: 'Summary' });
    expect(sizes).toEqual([false]);
  });

  it('is not whom the rep has just chosen, at no risk either', async () => {
    const sizes: boolean[] = [];
    const ok = jurgen();
    const candidates = ok.card
      ? [{ card: ok.card, name: '', storeName: '', accountEnd: null, foundBy: ['email' as const] }]
      : [];
    const { key, name } = ok;
    const background = createFakeBackground({
      page: { state: 'choose', key, name, why: 'unsure', candidates },
    });
    const { user } = showSidebar(background, { onCollapse: (c) => sizes.push(c) });
    await user.click(await screen.findByRole('button', { name: /^This one/ }));
    act(() => background.set({ page: ok }));
    expect(await screen.findByRole('textbox', { name: 'Summary' })).toBeInTheDocument();
    expect(sizes).toEqual([false]);
  });

  it('says by sign, word and name that somebody is on hold, and asks for the room that takes', async () => {
    const sizes: boolean[][] = [];
    const background = createFakeBackground({ page: jurgen() });
    showSidebar(background, { onCollapse: (...size) => sizes.push(size) });
    await screen.findByRole('button', { name: 'Heed: OK. Open' });
    act(() => background.set({ parked: [waits] }));
    const tab = await screen.findByRole('button', { name: 'Heed: OK. Open. 1 on hold' });
    expect(tab).toHaveTextContent(/^1 on hold$/);
    expect(tab.querySelectorAll('svg')).toHaveLength(2);
    expect(sizes).toEqual([
      [true, false],
      [true, true],
    ]);
    act(() => background.set({ parked: [{ ...waits, editing: true }] }));
    expect(await screen.findByRole('button', { name: 'Heed: OK. Open' })).toHaveTextContent(/^$/);
  });

  it('says that a supervisor has answered, to who put the call aside while they waited', async () => {
    let approval = makeApproval();
    const sizes: boolean[][] = [];
    const parked = [{ ...waits, editing: false }];
    const background = createFakeBackground(
      { call: makeCall({ content: makeContent({ caller: 'customer' }) }), parked },
      { 'approval.state': () => ({ asked: makeAsked(approval) }) },
    );
    const { user } = showSidebar(background, { onCollapse: (...size) => sizes.push(size) });
    await user.click(await screen.findByRole('button', { name: 'Collapse Heed' }));
    const tab = await screen.findByRole('button', { name: 'Heed: At risk. Open. 1 on hold' });
    approval = makeApproval({ state: 'refused', answeredBy: 'Sunita Sharma' });
    act(() => background.set({}));
    await waitFor(() =>
      expect(tab).toHaveAccessibleName(
        'Heed: At risk. Open. Your question for approval is answered. 1 on hold',
      ),
    );
    // Which answer is no stranger's to read.
    expect(tab).toHaveTextContent(/^Answered$/);
    expect(tab.querySelectorAll('svg')).toHaveLength(3);
    expect(screen.getByRole('status')).toHaveTextContent('Your question for approval is answered');
    act(() => background.set({ parked: [] }));
    await waitFor(() => expect(tab).toHaveAccessibleName(/answered$/));
    expect(sizes.at(-1)).toEqual([true, true]);
  });

  it('doesn’t jump while the page is on its way to the next customer', async () => {
    const sizes: boolean[] = [];
    const background = createFakeBackground();
    showSidebar(background, { onCollapse: (c) => sizes.push(c) });
    await screen.findByRole('heading', { name: 'Marta Kowalczyk' });
    act(() => background.set({ page: { state: 'blank' } }));
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Marta Kowalczyk' })).toBeNull());
    expect(sizes).toEqual([false]);
  });
});

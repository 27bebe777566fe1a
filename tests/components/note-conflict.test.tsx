import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { VisibleGuard } from '@/lib/ui/visible-guard';
import { createFakeBackground } from './support/fake-background';
import { makeContent, makeSync } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

type Unsent = RpcOutput<'outbox.list'>[number];

const mine = makeContent({
  summary: 'Refund of 18 promised',
  reasons: ['billed-twice'],
  promise: { what: 'Refund', dueOn: '2026-01-05', by: 'Rosa' },
});
const theirs = makeContent({ summary: 'Refund of 20 promised', complaint: true });

const stored = () => ({ version: 4, content: theirs, by: 'Rosa Lind', at: new Date().toISOString() });

function entry(part: Partial<Unsent> = {}): Unsent {
  return {
    ...{ id: 'row-1', name: 'Marta Kowalczyk', at: new Date().toISOString(), summary: mine.summary },
    ...{ state: 'needs-attention', code: 'note-conflict', kind: 'edit' },
    conflict: { mine, theirs: stored() },
    ...part,
  };
}

async function showConflict(note = entry(), guard?: VisibleGuard) {
  const sync = makeSync({ unsent: 1, needsAttention: 1 });
  const background = createFakeBackground({ sync }, { 'outbox.list': () => [note] });
  const shown = showSidebar(background, guard ? { guard } : {});
  await shown.user.click(await screen.findByRole('button', { name: '1 note needs attention' }));
  const dialog = await screen.findByRole('dialog', { name: 'Unsent notes' });
  await within(dialog).findByText('Marta Kowalczyk');
  return { background, dialog, user: shown.user };
}
const press = async (user: Awaited<ReturnType<typeof showConflict>>['user'], name: string) =>
  user.click(screen.getByRole('button', { name }));

describe('a note edited in two places', () => {
  it('shows both texts in full, side by side, in words', async () => {
    const { dialog } = await showConflict();
    const [left, right] = within(dialog).getAllByRole('region');
    expect(left).toHaveAccessibleName('Yours, on this computer');
    expect(left).toHaveTextContent('Refund of 18 promised');
    expect(left).toHaveTextContent('Unhappy with: Billed twice or wrongly');
    expect(left).toHaveTextContent(/Promise: Refund, .*5 Jan.*, Rosa/);
    expect(right).toHaveAccessibleName(/^In the store: Rosa Lind, /);
    expect(right).toHaveTextContent('Refund of 20 promised');
    expect(right).toHaveTextContent('Complaint');
    expect(dialog).toHaveTextContent('Both texts are safe');
  });

  it.each([
    ['Keep mine', 'mine'],
    ['Put both together', 'both'],
  ])('“%s” is one press', async (name, keep) => {
    const { background, user } = await showConflict();
    await press(user, name);
    await waitFor(() =>
      expect(background.inputsOf('conflict.choose')).toMatchObject([{ id: 'row-1', keep }]),
    );
  });

  it('keeping the store’s asks once more, and can be thought better of', async () => {
    const { background, dialog, user } = await showConflict();
    await press(user, 'Keep the store’s');
    expect(dialog).toHaveTextContent('You can get it back from this list for 30 days.');
    await press(user, 'Cancel');
    expect(background.inputsOf('conflict.choose')).toEqual([]);
    await press(user, 'Keep the store’s');
    await press(user, 'Don’t send mine');
    await waitFor(() =>
      expect(background.inputsOf('conflict.choose')).toMatchObject([{ id: 'row-1', keep: 'theirs' }]),
    );
  });

  it('is chosen with the keyboard alone', async () => {
    const { background, user } = await showConflict();
    for (let i = 0; i < 10; i += 1) {
      if (document.activeElement?.textContent === 'Keep mine') break;
      await user.tab();
    }
    await user.keyboard('{Enter}');
    await waitFor(() => expect(background.inputsOf('conflict.choose')).toMatchObject([{ keep: 'mine' }]));
  });

  it('is not chosen by a click that the rep could not see', async () => {
    const blind: VisibleGuard = { watch: () => () => undefined, sight: () => 'covered', elsewhere: false };
    const { background, user, dialog } = await showConflict(entry(), blind);
    for (const name of ['Keep mine', 'Put both together']) await press(user, name);
    await press(user, 'Keep the store’s');
    await press(user, 'Don’t send mine');
    expect(background.inputsOf('conflict.choose')).toEqual([]);
    expect(dialog).toHaveTextContent('Nothing was done.');
  });

  it('leaves only the store’s text to keep where mine can’t be read any more', async () => {
    const conflict = { mine: null, theirs: stored() };
    const { dialog } = await showConflict(entry({ conflict }));
    expect(dialog).toHaveTextContent('This text can’t be read any more.');
    expect(screen.queryByRole('button', { name: 'Keep mine' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Keep the store’s' })).toBeInTheDocument();
  });

  it('stays in the list once dropped, and is got back from there', async () => {
    const { background, user } = await showConflict(entry({ state: 'dropped', conflict: null }));
    await press(user, 'Get it back');
    expect(background.inputsOf('conflict.takeBack')).toEqual([{ id: 'row-1' }]);
  });
});

describe('a note that waits', () => {
  it('can be edited from the list, which then makes room for the form', async () => {
    const waiting = entry({ state: 'waiting', code: null, kind: 'note', conflict: null });
    const { background, user } = await showConflict(waiting);
    await press(user, 'Edit the note on Marta Kowalczyk');
    await waitFor(() => expect(background.inputsOf('note.editUnsent')).toMatchObject([{ id: 'row-1' }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

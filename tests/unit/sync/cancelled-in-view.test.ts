import { expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { createSidebarView } from '@/lib/sync/sidebar-view';
import { createMemoryDrafts } from '@/tests/support/memory-drafts';
import { customerOf, HERE, noteId, startCalls } from './notes/calls-world';

const AT = '2026-11-27T09:00:00.000Z';
const EDIT = noteId(2);
const user = { id: 'ana', storeUserId: 'ana', name: 'Ana' };
const sync = {
  ...{ lastSyncAt: null, unsent: 0, needsAttention: 0, unlocked: true, lost: null },
} as never;

it('an edit that is cancelled stands among those that wait no more, until it is taken up again', async () => {
  const rep = startCalls(createMemoryDrafts(), () => new Date(AT));
  const view = createSidebarView({
    ...rep,
    account: { ...rep.account, state: async () => ({ state: 'signed-in', user }) as never },
    slots: { ...rep.slots, card: async () => ({ card: null, damaged: false }) },
    phone: { slots: async () => [] },
    outbox: { heldNote: async () => null },
    status: async () => sync,
  });
  const waiting = async () => (await view(HERE)).parked.map((one) => one.noteId);
  const original = { ...emptyNoteContent, summary: 'As saved' };
  await rep.type(1, 1, { summary: 'Router dead' });
  await rep.begin.begin('ana', {
    ...{ noteId: EDIT, rev: 1, writer: 'frame', content: original, dismissed: [] },
    about: { name: 'Customer 1', customer: customerOf(1) },
    edits: { noteId: noteId(3), base: 2, original, returnTo: noteId(1) },
  });
  await rep.type(2, 2, { summary: 'As saved, and more' });
  expect(await waiting()).toEqual([noteId(1)]);
  await rep.cancelEdit.cancel(EDIT);
  expect(await waiting()).toEqual([]);
  await rep.calls.resume(EDIT);
  await rep.calls.park(EDIT);
  expect(await waiting()).toContain(EDIT);
});

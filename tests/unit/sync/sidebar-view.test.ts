import { describe, expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import { createSidebarView } from '@/lib/sync/sidebar-view';
import { makeSync } from '@/tests/components/support/make-view';

const CALL = '019ab000-0000-7000-8000-0000000000f1';
const EDIT = '019ab000-0000-7000-8000-0000000000f2';
const AT = '2026-11-27T12:00:00.000Z';
const HELD = '2026-11-27T11:58:00.000Z';
const undoable = {
  noteId: EDIT,
  direction: 'inbound',
  name: 'Marta',
  content: emptyNoteContent,
  at: AT,
} as const;

/** Two of one name, whom the rep chose by how their account numbers end. */
const ends: Record<string, string> = { [CALL]: '01', [EDIT]: '22' };
const draft = (noteId: string, returnTo?: string | null) => ({
  ...{ noteId, rev: 1, writer: 'frame', savedAt: AT },
  draft: {
    ...{ name: 'Marta', direction: 'inbound' as const, content: emptyNoteContent, startedAt: AT },
    ...{ customer: { cardNumber: null, identifiers: [] }, dismissed: [], moves: [] },
    ...{ line: '', begunBy: '', asked: '', movedFrom: 'Marta', accountEnd: ends[noteId] ?? '' },
    movedFromNames: { name: 'Marta', called: '', accountEnd: ends[CALL] ?? '' },
    ...(returnTo !== undefined && {
      edits: { noteId: CALL, base: 1, original: emptyNoteContent, returnTo },
    }),
  },
});

/** What is shown to Ana, or to nobody, while an edit that began in this call (or in none) is on. */
function viewOf(returnTo: string | null, state: 'signed-in' | 'signed-out' = 'signed-in') {
  const edit = draft(EDIT, returnTo);
  const ana = { id: 'ana', storeUserId: 'ana', name: 'Ana' };
  const view = createSidebarView({
    account: {
      state: async () => (state === 'signed-in' ? { state, user: ana } : { state }),
      now: async () => new Date(AT),
    },
    drafts: { active: async () => EDIT, list: async () => [edit, draft(CALL)] },
    words: { get: async () => edit },
    seen: { shown: async () => undefined },
    slots: { of: async () => ({ state: 'blank' }), card: async () => ({ card: null, damaged: false }) },
    storeNames: { callOf: async ({ name }) => name },
    phone: { slots: async () => [] },
    held: { since: async (ids) => ids.map(() => HELD) },
    outbox: { heldNote: async (userId) => (userId === 'ana' ? undoable : null) },
    begin: { cancelled: new Map() },
    status: async () => makeSync(),
    clock: { now: () => new Date(AT) },
  });
  return view({ tabId: 1, writer: 'frame' });
}

const heldAt = ({ parked }: SidebarView) => parked.map((one) => one.heldAt);

describe('what a sidebar is told', () => {
  it('the call in which an earlier note is edited is not on hold; any other is', async () => {
    expect(heldAt(await viewOf(CALL))).toEqual([null]);
    expect(heldAt(await viewOf(null))).toEqual([HELD]);
  });

  it('two of one name stay told apart, on the line, on hold, and where a note was moved from', async () => {
    const { call, parked } = await viewOf(null);
    expect(call).toMatchObject({ accountEnd: '22', movedFromEnd: '01' });
    expect(parked).toMatchObject([{ accountEnd: '01' }]);
  });

  it('what can be undone is told to whose it is, and to nobody who isn’t signed in', async () => {
    expect((await viewOf(null)).undoable).toEqual(undoable);
    expect((await viewOf(null, 'signed-out')).undoable).toBeNull();
  });
});

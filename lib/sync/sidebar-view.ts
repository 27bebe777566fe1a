import type { Drafts, StoredDraft } from '@/lib/cache/drafts';
import type { HeldCalls } from '@/lib/cache/held-calls';
import type { Outbox } from '@/lib/cache/outbox';
import type { CallSlot, PageSlot, SidebarView, SyncState } from '@/lib/messaging/sidebar-view';
import type { Clock } from '@/lib/platform/clock';
import type { Account } from './account/account';
import type { StoreNames } from './customer/store-names';
import { type NoteBegin, type Place, saysNothing } from './notes/begin-note';
import type { DraftWords } from './notes/draft-words';
import type { SeenRevisions } from './notes/seen-revisions';
import type { PageSlots } from './pages/page-slots';
import { sameCustomer, sameIdentifiers } from './pages/same-customer';
import type { Phone } from './phone/phone';

type ViewDeps = {
  account: Pick<Account, 'state' | 'now'>;
  drafts: Pick<Drafts, 'active' | 'list'>;
  words: Pick<DraftWords, 'get'>;
  seen: Pick<SeenRevisions, 'shown'>;
  slots: Pick<PageSlots, 'of' | 'card'>;
  storeNames: Pick<StoreNames, 'callOf'>;
  phone: Pick<Phone, 'slots'>;
  held: Pick<HeldCalls, 'since'>;
  outbox: Pick<Outbox, 'heldNote'>;
  begin: Pick<NoteBegin, 'cancelled'>;
  status(): Promise<SyncState>;
  clock: Clock;
};

type Parked = SidebarView['parked'][number];

/** Someone else, or nobody, stands on the page. While it changes or is not read, nothing is said. */
function differs(page: PageSlot, { draft }: StoredDraft): boolean {
  if (page.state === 'blank' || page.state === 'paused') return false;
  return page.state !== 'customer' || !sameCustomer(page.customer, draft.customer);
}

const forNobody = {
  account: { state: 'signed-out' },
  page: { state: 'blank' },
  call: null,
  parked: [],
  rings: [],
  undoable: null,
} satisfies Partial<SidebarView>;

/** Puts together all that a sidebar shows, except detail and the organisation's lists. */
export function createSidebarView(deps: ViewDeps) {
  const { account, drafts, words, slots, storeNames } = deps;

  async function parkedNote({ noteId, draft }: StoredDraft, heldAt: string | null): Promise<Parked> {
    const { accountEnd = '', startedAt, edits } = draft;
    const state = { editing: edits !== undefined, heldAt, unfinished: !saysNothing(draft) };
    return { noteId, name: await storeNames.callOf(draft), accountEnd, startedAt, ...state };
  }

  async function callSlot(stored: StoredDraft, page: PageSlot): Promise<CallSlot> {
    const { noteId, rev, savedAt, draft } = stored;
    const { direction, customer, content, dismissed, startedAt, edits } = draft;
    const { accountEnd = '', line, begunBy, asked, movedFrom, askAgain = null } = draft;
    const movedFromEnd = (movedFrom && draft.movedFromNames?.accountEnd) || '';
    const editing = edits ? { original: edits.original } : null;
    // A call that began before its card had come gets it while the page still shows that very record.
    const there = page.state === 'customer' && sameIdentifiers(page.customer, customer) ? page : null;
    const fromPage = there?.customer.cardNumber ?? null;
    const lost = { card: null, damaged: there?.damaged ?? false };
    const number = customer.cardNumber ?? fromPage;
    const known = number === null ? lost : await slots.card(number);
    const pageDiffers = differs(page, stored);
    return {
      ...{ noteId, direction, name: await storeNames.callOf(draft), accountEnd, customer, ...known },
      ...{ content, dismissed, startedAt, rev, savedAt, pageDiffers },
      ...{ line, begunBy, asked, movedFrom, movedFromEnd, askAgain, editing },
    };
  }

  async function activeDraft(userId: string, writer: string): Promise<StoredDraft | null> {
    const noteId = await drafts.active(userId);
    const stored = noteId === null ? null : await words.get(userId, noteId);
    if (stored) await deps.seen.shown(stored, writer);
    return stored;
  }

  /** The call in which an earlier note is edited goes on beside that: nobody was put on hold. */
  async function heldSince(others: readonly StoredDraft[], active: StoredDraft | null) {
    const goesOn = active?.draft.edits?.returnTo;
    const since = await deps.held.since(others.map(({ noteId }) => noteId));
    return others.map(({ noteId }, i) => (noteId === goesOn ? null : (since[i] ?? null)));
  }

  return async ({ tabId, writer }: Place): Promise<SidebarView> => {
    const who = await account.state();
    const [at, sync] = await Promise.all([account.now(), deps.status()]);
    const now = at.toISOString();
    if (who.state === 'signed-out') return { ...forNobody, now, sync };
    const { id: userId, name } = who.user;
    const [page, active, all, rings, undoable] = await Promise.all([
      tabId === undefined ? ({ state: 'blank' } as const) : slots.of(tabId),
      activeDraft(userId, writer),
      drafts.list(userId),
      deps.phone.slots(),
      deps.outbox.heldNote(userId, deps.clock.now()),
    ]);
    const others = all.filter((d) => d.noteId !== active?.noteId && !deps.begin.cancelled.has(d.noteId));
    const heldAt = await heldSince(others, active);
    return {
      account: { state: who.state, id: userId, name },
      now,
      page,
      call: active && (await callSlot(active, page)),
      parked: await Promise.all(others.map((one, i) => parkedNote(one, heldAt[i] ?? null))),
      rings,
      undoable,
      sync,
    };
  };
}

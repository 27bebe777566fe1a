import { replaceEqualDeep } from '@tanstack/react-query';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { maskNoteContent } from '@/lib/domain/mask-note-content';
import type { NoteContent } from '@/lib/domain/note';
import type { CallSlot, PageSlot } from '@/lib/messaging/sidebar-view';
import { type Ack, createDraftSender, type Snapshot } from './draft-sender';
import { mergeDrafts } from './merge-draft';
import { sameSaid } from './note-said';
import { type Tap, takesOut, tapBetween, withoutTap } from './note-taps';
import type { Draft, SidebarState, SidebarStore } from './sidebar-store';

const REMEMBERED = 50;
const nothingAsked = { confirm: null, moving: null };

export type PageCustomer = Extract<PageSlot, { state: 'customer' }>;

type Deps = {
  store: SidebarStore;
  write(snapshot: Snapshot): Promise<Ack>;
  /** read the view again */
  refresh(): void;
  newId(): string;
};

function draftFromCall(call: CallSlot): Draft {
  const { noteId, direction, name, accountEnd, customer, card, content, rev, savedAt } = call;
  return {
    ...{ noteId, direction, name, accountEnd, customer, card, content, rev, savedAt },
    key: null,
    dismissed: call.dismissed,
    editing: call.editing,
    savedRev: rev,
    saved: content,
    seen: true,
    failure: null,
  };
}

/** What left here lately: a view that holds one of these is our own echo, though its answer is still to come. */
function createSent() {
  let sent: Pick<Snapshot, 'rev' | 'content'>[] = [];
  return {
    add: (snapshot: Snapshot) => {
      sent = [...sent.slice(-REMEMBERED), snapshot];
    },
    /** By its revision too: who was verified may not be any more, and the rest is as it was before they were. */
    has: (call: CallSlot) =>
      sent.some(({ rev, content }) => rev === call.rev && sameSaid(content, call.content)),
  };
}

function patchDraft(store: SidebarStore, noteId: string, change: (d: Draft) => Draft): void {
  const { draft } = store.getState();
  if (draft?.noteId === noteId) store.setState({ draft: change(draft) });
}

function rememberTap(store: SidebarStore, tap: Tap | null): void {
  const { taps } = store.getState();
  store.setState({ tookOut: tap !== null && takesOut(tap) });
  if (tap) store.setState({ taps: [...taps, tap].slice(-REMEMBERED) });
}

function takeLastTap(store: SidebarStore, noteId: string): Tap | undefined {
  const { taps } = store.getState();
  const last = taps.findLast((tap) => tap.noteId === noteId);
  // Other calls keep theirs.
  store.setState({ taps: taps.filter((tap) => tap !== last), tookOut: false });
  return last;
}

/** A draft of the page's customer in which nothing has been said yet. */
function beginFor(page: PageCustomer, noteId: string, early: SidebarState['dismissedEarly']): Draft {
  return {
    direction: 'inbound',
    ...{ noteId, key: page.key, name: page.name, accountEnd: page.accountEnd },
    ...{ customer: page.customer, card: page.card },
    ...{ content: emptyNoteContent, saved: emptyNoteContent, rev: 0, savedRev: 0, savedAt: null },
    dismissed: early?.key === page.key ? early.ids : [],
    editing: null,
    seen: false,
    failure: null,
  };
}

/**
 * The one place that changes a draft. A word typed for a page's customer begins the call and belongs to that customer
 * from then on, whatever the page does; what the background has of the same note is merged, never overwritten.
 */
export function createDraftKeeper({ store, write, refresh, newId }: Deps) {
  const draft = () => store.getState().draft;
  const patch = (noteId: string, change: (d: Draft) => Draft) => patchDraft(store, noteId, change);

  const sent = createSent();
  /** notes whose last words the background did not take over those it has */
  const toMerge = new Set<string>();

  const sender = createDraftSender({
    write(snapshot) {
      sent.add(snapshot);
      return write(snapshot);
    },
    onAck(snapshot, ack) {
      const current = draft();
      const first = current?.savedRev === 0;
      const taken = ack.rev === snapshot.rev;
      patch(snapshot.noteId, (d) => ({
        ...d,
        failure: null,
        ...(taken && { savedRev: ack.rev, savedAt: ack.savedAt, saved: snapshot.content }),
      }));
      // Written elsewhere meanwhile: the view has those words, and `adopt` puts both together. A newer revision of
      // ours that is on its way gets an answer of its own.
      const refused = !taken && current?.rev === snapshot.rev;
      if (refused) toMerge.add(snapshot.noteId);
      if (first || refused) refresh();
    },
    onFail: (snapshot, code) => patch(snapshot.noteId, (d) => ({ ...d, failure: code })),
  });

  function put(next: Draft): void {
    store.setState({ draft: next });
    const { noteId, rev, content } = next;
    sender.put({ noteId, key: next.seen ? null : next.key, rev, content, dismissed: [...next.dismissed] });
  }

  /** The same call, as the background has it. */
  function meet(current: Draft, call: CallSlot): void {
    const { name, accountEnd, card, customer } = call;
    const known = { ...current, name, accountEnd, card, customer, seen: true };
    const ours = call.rev <= current.savedRev || sent.has(call);
    if (ours && !toMerge.delete(call.noteId)) {
      store.setState({ draft: known });
      return;
    }
    const content = mergeDrafts(current.saved, current.content, call.content);
    const saved = { saved: call.content, savedRev: call.rev, savedAt: call.savedAt };
    if (sameSaid(content, call.content)) {
      store.setState({ draft: { ...known, ...saved, content, rev: call.rev } });
    } else put({ ...known, ...saved, content, rev: Math.max(call.rev, current.rev) + 1 });
  }

  return {
    /** @param page who the form stood for when the hand moved; needed only while there is no call */
    edit(change: (content: NoteContent) => NoteContent, page: PageCustomer | null): void {
      const current = draft() ?? (page && beginFor(page, newId(), store.getState().dismissedEarly));
      if (!current) return;
      // What didn't change stays the very same: what shows it needn't be painted anew.
      const content = replaceEqualDeep(current.content, maskNoteContent(change(current.content)));
      rememberTap(store, tapBetween(current.noteId, current.content, content));
      put({ ...current, content, rev: current.rev + 1 });
    },

    /** Takes back the last tap on this note; what was changed since stays. @returns false where there is none */
    undo(): boolean {
      const current = draft();
      const last = current && takeLastTap(store, current.noteId);
      if (!last) return false;
      put({ ...current, content: withoutTap(current.content, last), rev: current.rev + 1 });
      return true;
    },

    setDismissed(ids: readonly string[], page: PageCustomer | null): void {
      const current = draft();
      if (current) put({ ...current, dismissed: ids, rev: current.rev + 1 });
      else if (page) store.setState({ dismissedEarly: { key: page.key, ids } });
    },

    /** @param call the view's call; null where there is none */
    adopt(call: CallSlot | null): void {
      const current = draft();
      if (call && store.getState().ended.includes(call.noteId)) return;
      if (call && current?.noteId === call.noteId) meet(current, call);
      // Not in the background's view yet: its first words are on their way.
      else if (!current || current.seen)
        // A question about the note before is none about this one.
        store.setState({ draft: call && draftFromCall(call), tookOut: false, ...(current && nothingAsked) });
    },

    /** The call is over here; a view asked for before may still name it. */
    end(noteId: string): void {
      const { ended, draft: current } = store.getState();
      store.setState({
        ended: [...ended.slice(-20), noteId],
        dismissedEarly: null,
        draft: current?.noteId === noteId ? null : current,
      });
    },

    /** What had ended here goes on. */
    reopen(noteId: string): void {
      const { ended } = store.getState();
      store.setState({ ended: ended.filter((id) => id !== noteId) });
    },

    ...{ flush: sender.flush, retry: sender.retry, settle: sender.settle },
  };
}

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;

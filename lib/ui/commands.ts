import type { FramePlace } from '@/lib/domain/frame-place';
import { errorCode } from '@/lib/platform/app-error';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { createCrmNoteCommands } from './crm-note-commands';
import { createDoubtCommands } from './doubt-commands';
import type { DraftKeeper, PageCustomer } from './draft-keeper';
import { exportUnsent } from './export-unsent';
import { formatClock } from './format';
import { createHandoverCommands } from './handover-commands';
import { type Host, tabOf } from './host';
import type { Leaving } from './leaving';
import { saysNews } from './note-said';
import { createOutreachCommands } from './outreach-commands';
import type { AskedSum, SidebarState, SidebarStore } from './sidebar-store';
import { callWords } from './words/call-words';
import { placeWords } from './words/place-words';
import { words } from './words/words';

export type Deps = {
  host: Host;
  store: SidebarStore;
  keeper: DraftKeeper;
  refresh(): void;
  /** signing out failed, in part: by then this may be nobody's sidebar any more */
  leaving: Pick<Leaving, 'onFailure' | 'onRead'>;
};

/** Runs one thing the rep asked for; what went wrong is shown, and everything is read again either way. */
function createRunner({ store, refresh }: Pick<Deps, 'store' | 'refresh'>) {
  return async (work: () => Promise<unknown>, busy: SidebarState['busy'] = null): Promise<void> => {
    store.setState({ failure: null, announced: '', ...(busy && { busy }) });
    try {
      await work();
    } catch (error) {
      store.setState({ failure: errorCode(error) });
    } finally {
      if (busy) store.setState({ busy: null });
      refresh();
    }
  };
}

type Run = ReturnType<typeof createRunner>;
type Asked = NonNullable<SidebarState['confirm']>;

/** How a note ends. Words first reach the disk, then the page is read again, then the note is saved. */
function createWrapUp({ host, store, keeper }: Deps, run: Run) {
  const current = (noteId: string) => {
    const { draft } = store.getState();
    return draft?.noteId === noteId ? draft : null;
  };

  /**
   * Another call may be taken up while the page is read again: what is asked then is of no note on show.
   * @param movedTo whom the note was moved to just now, of whom the view may not know yet
   */
  async function save(noteId: string, despitePage: boolean, movedTo?: string): Promise<void> {
    await keeper.settle(noteId);
    const draft = current(noteId);
    if (!draft) return;
    const answer = await host.call('note.save', { ...tabOf(host), noteId, rev: draft.savedRev, despitePage });
    if (answer.state === 'confirm') {
      const { noteName, pageName, key } = answer;
      if (current(noteId)) store.setState({ confirm: { noteId, noteName, pageName, key } });
      return;
    }
    const { prompts } = store.getState();
    keeper.end(noteId);
    const said = draft.editing ? words.note.edited : words.note.wrapped;
    const name = movedTo ?? draft.name;
    const { direction, content } = draft;
    store.setState({
      confirm: null,
      wrapping: null,
      wrapped: draft.editing ? null : { noteId, name, direction, content, prompts, ...justNow() },
      cancelled: null,
      announced: said(name, formatClock(host.now())),
    });
  }

  const justNow = () => ({ at: host.now().getTime(), hold: 'unknown' as const, putAway: false });

  async function drop(noteId: string): Promise<void> {
    await keeper.settle(noteId);
    await host.call('call.dropEmpty', { noteId });
    keeper.end(noteId);
  }

  return {
    /** Saves what the note says; a call in which nothing was said just ends. */
    wrapUp: () =>
      run(async () => {
        const draft = store.getState().draft;
        if (draft && !saysNews(draft)) await drop(draft.noteId);
        else if (draft) await save(draft.noteId, false);
      }, 'saving'),
    saveDespitePage: ({ noteId }: Asked) => run(() => save(noteId, true), 'saving'),
    moveToPage: ({ noteId, key, pageName }: Asked) =>
      run(async () => {
        if (!current(noteId)) return;
        await host.call('note.moveToPage', { ...tabOf(host), noteId, key });
        store.setState({ confirm: null });
        await save(noteId, false, pageName);
      }, 'saving'),
    cancelSave: () => store.setState({ confirm: null }),
    /** The note goes on; a call that has begun since waits. */
    undoSave: (noteId: string) =>
      run(async () => {
        const { draft, wrapped } = store.getState();
        if (draft) await keeper.settle(draft.noteId);
        store.setState({ wrapped: null });
        const draftId = host.newId();
        // Before the answer, which may be lost: what is on disk then is shown as any.
        keeper.reopen(noteId);
        const { state } = await host.call('note.undoSave', { ...tabOf(host), noteId, draftId });
        const isSameCall = state === 'draft' && wrapped?.prompts?.noteId === noteId;
        store.setState({
          toNote: state === 'draft' ? noteId : draftId,
          cancelled: null,
          ...(isSameCall && { prompts: wrapped.prompts }),
        });
      }),
  };
}

export type EditDeps = { run: Run; settleDraft: () => Promise<void> };

/** Editing what was saved, and choosing where two texts meet. The call there is waits, with its words. */
function createEdits({ host, store, keeper }: Deps, { run, settleDraft }: EditDeps) {
  const begin = (work: (draftId: string) => Promise<unknown>) =>
    run(async () => {
      await settleDraft();
      await work(host.newId());
      // A cancelled edit of the same note can't be gone on with: this one has taken its place.
      store.setState({ sheet: null, cancelled: null });
    });
  return {
    editNote: (cardNumber: number, { noteId, version, content }: CustomerDetail['notes'][number]) =>
      begin((draftId) =>
        host.call('note.edit', { ...tabOf(host), draftId, noteId, cardNumber, version, content }),
      ),
    editUnsent: (id: string) =>
      begin((draftId) => host.call('note.editUnsent', { ...tabOf(host), draftId, id })),
    keepBoth: (id: string) =>
      begin((draftId) => host.call('conflict.choose', { ...tabOf(host), draftId, id, keep: 'both' })),
    keepOne: (id: string, keep: 'mine' | 'theirs') =>
      run(() => host.call('conflict.choose', { ...tabOf(host), draftId: host.newId(), id, keep })),
    takeBack: (id: string) => run(() => host.call('conflict.takeBack', { id })),
    /** What was typed can be gone on with for a moment. */
    cancelEdit: () =>
      run(async () => {
        const { draft } = store.getState();
        if (!draft?.editing) return;
        const { noteId, name } = draft;
        await keeper.settle(noteId);
        const { undoable } = await host.call('note.cancelEdit', { noteId });
        keeper.end(noteId);
        const cancelled = undoable ? { noteId, name, at: host.now().getTime() } : null;
        store.setState({ cancelled, wrapping: null });
      }),
    goOnEditing: (noteId: string) =>
      run(async () => {
        await settleDraft();
        store.setState({ cancelled: null });
        keeper.reopen(noteId);
        await host.call('call.resume', { noteId });
        store.setState({ toNote: noteId });
      }),
  };
}

/** The phone, before any record is open. */
function createRingCommands({ host, store }: Deps, { run, settleDraft }: EditDeps) {
  return {
    /** Begins a call with this customer, or with a new caller (null); the call there was is parked with its words. */
    chooseRing: (ringId: string, cardNumber: number | null) =>
      run(async () => {
        await settleDraft();
        const noteId = host.newId();
        await host.call('ring.choose', { ...tabOf(host), ringId, noteId, cardNumber });
        store.setState({ finding: false, toNote: noteId });
      }),
    /** The note goes to one whom a typed number means, or to somebody new (null). */
    moveToFound: (ringId: string, noteId: string, cardNumber: number | null) =>
      run(async () => {
        await settleDraft();
        await host.call('ring.move', { ringId, noteId, cardNumber });
        store.setState({ finding: false, moving: null, toNote: noteId });
      }),
    /** @param line as `CallSlot` has it: the number stands last; empty where no phone said one */
    lookForWhose: async (noteId: string, line: string) => {
      store.setState({ finding: true, moving: noteId });
      const text = line.split(' · ').at(-1) ?? '';
      if (text !== '') await run(() => host.call('ring.find', { text }));
    },
    moveBack: (noteId: string) =>
      run(async () => {
        await settleDraft();
        await host.call('note.moveBack', { noteId });
      }),
    dismissRing: (ringId: string) => run(() => host.call('ring.dismiss', { ringId })),
    /** @returns false where the text is nothing that a customer can be found by */
    find: async (text: string): Promise<boolean> => {
      let read = true;
      await run(async () => {
        read = (await host.call('ring.find', { text })).read;
      });
      return read;
    },
  };
}

/** Everything a rep can ask for in the sidebar, apart from typing. */
export function createCommands(deps: Deps) {
  const { host, store, keeper } = deps;
  const run = createRunner(deps);
  const settleDraft = async () => {
    const draft = store.getState().draft;
    if (draft) await keeper.settle(draft.noteId);
  };

  return {
    ...createWrapUp(deps, run),
    ...createCrmNoteCommands(deps, { run }),
    ...createEdits(deps, { run, settleDraft }),
    ...createRingCommands(deps, { run, settleDraft }),
    ...createHandoverCommands(deps, { run, settleDraft }),
    ...createOutreachCommands({ host, store, run, settleDraft }),
    ...createDoubtCommands(host, run),
    /** Pins the page's customer as the call; the call there was is parked with its words. */
    beginCall: (page: PageCustomer) =>
      run(async () => {
        await settleDraft();
        await host.call('call.begin', { ...tabOf(host), noteId: host.newId(), key: page.key });
      }),
    resume: (noteId: string) =>
      run(async () => {
        await settleDraft();
        await host.call('call.resume', { noteId });
      }),
    /** Opens the question to a supervisor, with a sum and why. */
    askFor: (asking: AskedSum) => store.setState({ asking }),
    askedFor: () => store.setState({ asking: null }),
    /** Takes the last tap on the note back. */
    undo: () => {
      if (keeper.undo()) store.setState({ announced: callWords.undone });
    },
    park: () =>
      run(async () => {
        await settleDraft();
        const draft = store.getState().draft;
        if (draft) await host.call('call.park', { noteId: draft.noteId });
      }),
    /** @param right null takes the answer back */
    answerSite: (key: string, right: boolean | null) =>
      run(async () => {
        // What a no leads to is to be read, and how to take it back.
        if (right === false) store.setState({ collapse: { subject: key, collapsed: false } });
        await host.call('site.answer', { ...tabOf(host), key, right });
      }),
    setPlace: (place: FramePlace) => run(() => host.call('look.setPlace', place)),
    setPrivate: (isPrivate: boolean) =>
      run(async () => {
        await host.call('look.setPrivate', { isPrivate });
        store.setState({ announced: isPrivate ? placeWords.hidden : placeWords.shown });
      }),
    askWhy: () => run(() => host.call('doctor.open', {})),
    teach: () => run(() => host.call('teach.begin', tabOf(host))),
    saveTaught: () => run(() => host.call('teach.save', tabOf(host))),
    stopTeaching: () => run(() => host.call('teach.end', tabOf(host))),
    /** @param shown of whom it is none, where it is null */
    choose: (key: string, cardNumber: number | null, shown: readonly number[]) =>
      run(async () => {
        // Whoever was asked for is to be seen, at no risk too.
        store.setState({ collapse: { subject: key, collapsed: false } });
        const noneOf = cardNumber === null ? { shown: [...shown] } : {};
        await host.call('page.choose', { ...tabOf(host), key, cardNumber, ...noneOf });
      }),
    chooseAgain: (key: string) => run(() => host.call('page.chooseAgain', { ...tabOf(host), key })),
    signIn: () =>
      run(async () => {
        await host.call('account.signIn', { interactive: true });
        await host.keepStorage();
      }, 'signing-in'),
    signOut: () =>
      run(async () => {
        const userId = store.getState().userId ?? '';
        // What is told of an earlier try may not be so any more.
        deps.leaving.onRead();
        const failed = (error: unknown) => deps.leaving.onFailure({ userId, code: errorCode(error) });
        await host.call('account.signOut', {}).catch(failed);
      }),
    lostRead: () => run(() => host.call('storage.lostRead', {})),
    retryUnsent: () => run(() => host.call('outbox.retry', {})),
    exportUnsent: () => run(() => exportUnsent(host)),
  };
}

export type Commands = ReturnType<typeof createCommands>;

import { noteContentSchema } from '@/lib/domain/note';
import { nothingShown } from '@/lib/domain/rotate-prompts';
import type { WhatChanged } from '@/lib/messaging/envelope';
import type { RpcInput, RpcMethod, RpcOutput } from '@/lib/messaging/rpc-contract';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import { AppError, type AppErrorCode } from '@/lib/platform/app-error';
import { uuidv7 } from '@/lib/platform/ids';
import type { Call, Host } from '@/lib/ui/host';
import { type Look, usualLook } from '@/lib/ui/look';
import { makeColleagues } from './make-handover';
import { makeCall, makeDetail, makeOrganisation, makeView } from './make-view';

export type Answers = { [M in RpcMethod]?: (input: RpcInput<M>) => RpcOutput<M> | Promise<RpcOutput<M>> };
export type Asked = { method: RpcMethod; input: unknown };

/**
 * A background in memory, for one sidebar: it keeps one view and does to it what the real one does. Not a mock of any
 * module of ours: the sidebar takes its `call` as a parameter.
 */
export function createFakeBackground(first: Partial<SidebarView> = {}, answers: Answers = {}) {
  let view = makeView(first);
  let look: Look = usualLook;
  let failWith: AppErrorCode | null = null;
  const asked: Asked[] = [];
  let storageAsked = 0;
  const listeners = new Set<(what: WhatChanged) => void>();

  const set = (part: Partial<SidebarView>, what: WhatChanged = 'all') => {
    view = { ...view, ...part };
    for (const listener of listeners) listener(what);
  };

  const own: Answers = {
    'sidebar.view': () => view,
    'organisation.get': () => makeOrganisation(),
    'customer.detail': () => ({ state: 'ready', detail: makeDetail(), asOf: null }),
    'look.get': () => look,
    'look.setPrivate': ({ isPrivate }) => {
      look = { ...look, isPrivate };
      return {};
    },
    'look.setPlace': (place) => {
      look = { ...look, place };
      return {};
    },
    'look.setLanguage': ({ language }) => {
      look = { ...look, language };
      return {};
    },
    'outbox.list': () => [],
    'reasons.suggest': () => ({ reasons: [] }),
    'storage.state': () => ({ persisted: true, exempt: false, usage: 12_400_000 }),
    'draft.write': ({ userId, noteId, content, dismissed, rev }) => {
      const { account } = view;
      if (account.state === 'signed-out') throw new AppError('signed-out');
      if (account.id !== userId) throw new AppError('identity-changed');
      const savedAt = '2026-11-22T13:03:20.000Z';
      const about = view.call ?? (view.page.state === 'customer' ? makeCall({ ...view.page }) : makeCall());
      const said = { noteId, content: noteContentSchema.parse(content), dismissed, rev, savedAt };
      view = {
        ...view,
        call: { ...about, ...said },
      };
      return { rev, savedAt };
    },
    'call.begin': ({ noteId }) => {
      if (view.page.state !== 'customer') throw new AppError('identity-changed');
      const { name, customer, card } = view.page;
      set({ call: makeCall({ noteId, name, customer, card }) });
      return {};
    },
    'call.dropEmpty': () => {
      set({ call: null });
      return {};
    },
    'call.park': () => {
      set({ call: null });
      return {};
    },
    'note.save': () => {
      set({ call: null });
      return { state: 'saved' };
    },
    'note.cancelEdit': () => {
      const { call } = view;
      const undoable = call?.editing
        ? JSON.stringify(call.editing.original) !== JSON.stringify(call.content)
        : false;
      set({ call: null });
      return { undoable };
    },
    'note.moveToPage': () => ({}),
    'network.online': () => ({}),
    'approval.state': () => ({ asked: null }),
    'offers.today': () => ({ givenMinor: null }),
    'approvals.count': () => ({ waiting: 0 }),
    'teach.state': () => ({ teaching: false, proposal: null }),
    'adapters.list': () => [],
    'account.signIn': () => ({}),
    'outbox.retry': () => ({}),
    'page.choose': () => ({}),
    'page.chooseAgain': () => ({}),
    'call.resume': () => ({}),
    'ring.find': () => ({ read: true }),
    'ring.choose': ({ ringId, noteId, cardNumber }) => {
      const ring = view.rings.find(({ id }) => id === ringId);
      const card = ring?.candidates.find((c) => c.card.number === cardNumber)?.card ?? null;
      const name = card ? `#${card.number}` : (ring?.said ?? '');
      const customer = { cardNumber, identifiers: [] };
      const rings = view.rings.filter(({ id }) => id !== ringId);
      set({ rings, call: makeCall({ noteId, name, customer, card }) });
      return {};
    },
    'outreach.state': () => ({ state: 'idle' }),
    'outreach.refused': () => ({ refused: 0 }),
    'signal.state': () => ({ nameless: 'ready', refused: 0 }),
    'ring.dismiss': ({ ringId }) => {
      set({ rings: view.rings.filter(({ id }) => id !== ringId) });
      return {};
    },
    'note.edit': ({ draftId, content }) => {
      const original = noteContentSchema.parse(content);
      set({ call: makeCall({ noteId: draftId, content: original, editing: { original } }) });
      return {};
    },
    'note.editUnsent': () => ({}),
    'colleagues.list': () => ({ colleagues: makeColleagues() }),
    'handover.list': () => ({ handovers: [] }),
    'handover.given': () => ({ given: [] }),
    'conflict.choose': () => ({}),
    'conflict.takeBack': () => ({}),
    'prompts.recall': () => ({ memory: nothingShown, byHand: null }),
    'prompts.shown': () => ({}),
    'doubt.report': () => ({}),
    'doubt.withdraw': () => ({ withdrawn: true }),
  };

  const call: Call = async <M extends RpcMethod>(method: M, input: RpcInput<M>): Promise<RpcOutput<M>> => {
    asked.push({ method, input });
    if (failWith && method !== 'sidebar.view') throw new AppError(failWith);
    const answer: Answers[M] = answers[method] ?? own[method];
    if (!answer) throw new AppError('internal', `nobody answers ${method}`);
    return answer(input);
  };

  const host: Host = {
    kind: 'frame',
    call,
    tabId: undefined,
    watchView(onChange, signal) {
      listeners.add(onChange);
      signal.addEventListener('abort', () => listeners.delete(onChange));
    },
    openOptions: () => undefined,
    openPractice: () => undefined,
    openPanel: () => undefined,
    keepStorage: async () => {
      storageAsked += 1;
    },
    now: () => new Date(),
    newId: () => uuidv7(new Date()),
  };

  return {
    host,
    asked,
    view: () => view,
    /** how often a page asked the browser not to clear what is stored */
    storageAsked: () => storageAsked,
    /** the view changes, and the sidebar hears of it */
    set,
    /** everything but the view fails with this, until it is null again */
    fail: (code: AppErrorCode | null) => {
      failWith = code;
    },
    inputsOf: <M extends RpcMethod>(method: M): RpcInput<M>[] =>
      asked.filter((a) => a.method === method).map((a) => a.input as RpcInput<M>),
  };
}

export type FakeBackground = ReturnType<typeof createFakeBackground>;

import { z } from 'zod';
import { noteContentSchema } from '@/lib/domain/note';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import { importedNotesSchema, LARGEST_NOTES_FILE } from '@/lib/protocol/imported-notes';
import { storedNoteSchema } from '@/lib/protocol/mutation';
import { sessionSchema } from '@/lib/protocol/session';
import { adapterMethods } from './adapter-methods';
import { contentMethods } from './content-methods';
import { doctorMethods } from './doctor-methods';
import { learnMethods } from './learn-methods';
import { method, ok } from './rpc-method';
import { sidebarViewSchema, storageStateSchema, syncStateSchema } from './sidebar-view';
import { teachMethods } from './teach-methods';

const sidebar = ['frame', 'panel'] as const;
const anyPage = ['frame', 'panel', 'page'] as const;

/** The panel says which tab it stands beside; for a frame the browser says it, and this is ignored. */
const tab = { tabId: z.int().optional() };

/** Every method there is. Default deny: what isn't here, or comes from a caller not named, is refused. */
export const rpcContract = {
  ...contentMethods,

  // sidebar
  'frame.pair': method({ from: ['frame'], input: z.object({ nonce: z.string().max(100) }), output: ok }),
  'sidebar.view': method({ from: sidebar, input: z.object({ ...tab }), output: sidebarViewSchema }),
  'customer.detail': method({
    from: sidebar,
    input: z.object({ ...tab, cardNumber: z.int().positive() }),
    output: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('ready'),
        detail: customerDetailSchema,
        /** the store can't be reached: this is what it said then (real time); null where it said so just now */
        asOf: z.string().nullable(),
      }),
      z.object({ state: z.literal('offline') }),
    ]),
  }),
  'organisation.get': method({
    from: anyPage,
    input: z.object({}),
    output: sessionSchema.omit({ lookupKey: true }).nullable(),
  }),
  /** the rep says which of the candidates it is, or null for someone new; holds for this identity on this tab */
  'page.choose': method({
    from: sidebar,
    input: z.object({
      ...tab,
      key: z.string().max(8000),
      cardNumber: z.int().positive().nullable(),
      /** with null: the card numbers of all candidates on show, of whom it is none */
      shown: z.array(z.int().positive()).max(100).optional(),
    }),
    output: ok,
  }),
  /** takes that back: the rep is asked again who it is */
  'page.chooseAgain': method({
    from: sidebar,
    input: z.object({ ...tab, key: z.string().max(8000) }),
    output: ok,
  }),
  /** is the customer that the page was read to show the right one? Asked once per site, of what was not seen to be right. */
  'site.answer': method({
    from: sidebar,
    /** null takes the answer back */
    input: z.object({ ...tab, key: z.string().max(8000), right: z.boolean().nullable() }),
    output: ok,
  }),
  /** pin this page's customer as the call; parks the call there was */
  'call.begin': method({
    from: sidebar,
    input: z.object({ ...tab, noteId: z.uuid(), key: z.string().max(8000) }),
    output: ok,
  }),
  /** a number, an e-mail address or an account number that the rep typed: rings like one from the phone */
  'ring.find': method({
    from: sidebar,
    input: z.object({ text: z.string().max(400) }),
    /** false: no such thing can be read in it */
    output: z.object({ read: z.boolean() }),
  }),
  /** begins a call with one of those whom the ring may mean, or null for a new caller; parks the call there was */
  'ring.choose': method({
    from: sidebar,
    input: z.object({
      ...tab,
      ringId: z.uuid(),
      noteId: z.uuid(),
      cardNumber: z.int().positive().nullable(),
    }),
    output: ok,
  }),
  'ring.dismiss': method({ from: sidebar, input: z.object({ ringId: z.uuid() }), output: ok }),
  'call.resume': method({ from: sidebar, input: z.object({ noteId: z.uuid() }), output: ok }),
  'call.park': method({ from: sidebar, input: z.object({ noteId: z.uuid() }), output: ok }),
  /** throw away a note with nothing in it; refused when it says anything */
  'call.dropEmpty': method({ from: sidebar, input: z.object({ noteId: z.uuid() }), output: ok }),
  /**
   * Writes the note to disk and answers when it is there. With a `noteId` never seen it begins the call, for the
   * customer whose `key` stood in the form when the first word was typed.
   */
  'draft.write': method({
    from: sidebar,
    input: z.object({
      ...tab,
      noteId: z.uuid(),
      key: z.string().max(8000).nullable(),
      rev: z.int().nonnegative(),
      content: noteContentSchema,
      dismissed: z.array(z.string().max(100)).max(100),
    }),
    output: z.object({ rev: z.int(), savedAt: z.string() }),
  }),
  /** "move this note to the customer on this page", with a trace */
  'note.moveToPage': method({
    from: sidebar,
    input: z.object({ ...tab, noteId: z.uuid(), key: z.string().max(8000) }),
    output: ok,
  }),
  /**
   * Finishes the note. The page is read again first: if it shows someone other than the note's customer, the answer
   * is `confirm` and nothing was saved, until `despitePage` says that the note's customer is right.
   */
  'note.save': method({
    from: sidebar,
    input: z.object({ ...tab, noteId: z.uuid(), rev: z.int().nonnegative(), despitePage: z.boolean() }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('saved') }),
      z.object({ state: z.literal('confirm'), noteName: z.string(), pageName: z.string(), key: z.string() }),
    ]),
  }),
  /** begins a draft that edits the reader's own saved note, or goes on with the one there is; the call there was waits */
  'note.edit': method({
    from: sidebar,
    input: z.object({
      ...tab,
      draftId: z.uuid(),
      noteId: z.uuid(),
      cardNumber: z.int().positive(),
      version: z.int().min(1),
      content: noteContentSchema,
    }),
    output: ok,
  }),
  /** the same for a note that hasn't reached the store: `id` is the unsent row's */
  'note.editUnsent': method({
    from: sidebar,
    input: z.object({ ...tab, draftId: z.uuid(), id: z.string().max(100) }),
    output: ok,
  }),
  /** in a conflict: send mine over theirs, leave theirs, or begin a draft (`draftId`) that holds both */
  'conflict.choose': method({
    from: sidebar,
    input: z.object({
      ...tab,
      draftId: z.uuid(),
      id: z.string().max(100),
      keep: z.enum(['mine', 'theirs', 'both']),
    }),
    output: ok,
  }),
  /** asks again about what was dropped for the store's text */
  'conflict.takeBack': method({ from: sidebar, input: z.object({ id: z.string().max(100) }), output: ok }),
  'outbox.list': method({
    from: anyPage,
    input: z.object({}),
    output: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        at: z.string(),
        /** `dropped`: the store's text was chosen; what was dropped can be taken back for a while */
        state: z.enum(['waiting', 'needs-attention', 'dropped']),
        code: z.string().nullable(),
        summary: z.string(),
        kind: z.enum(['note', 'edit']),
        /** both texts, until a person has chosen; `mine` is null where it can't be read any more */
        conflict: z.object({ mine: noteContentSchema.nullable(), theirs: storedNoteSchema }).nullable(),
      }),
    ),
  }),
  'outbox.retry': method({ from: anyPage, input: z.object({}), output: ok }),
  /** own unsent notes as a JSON text to keep or hand to a supervisor */
  'outbox.export': method({ from: anyPage, input: z.object({}), output: z.object({ json: z.string() }) }),

  /** a file that another's `outbox.export` made; the store takes it from a supervisor or an administrator only */
  'notes.import': method({
    from: ['page'],
    input: z.object({ json: z.string().max(LARGEST_NOTES_FILE) }),
    output: importedNotesSchema,
  }),

  // account, sync, sites
  'account.signIn': method({ from: anyPage, input: z.object({ interactive: z.boolean() }), output: ok }),
  'account.signOut': method({ from: ['panel', 'page'], input: z.object({}), output: ok }),
  'sync.now': method({ from: anyPage, input: z.object({}), output: ok }),
  'sync.state': method({ from: anyPage, input: z.object({}), output: syncStateSchema }),
  /** what lies on this computer and whether the browser may clear it */
  'storage.state': method({ from: ['page'], input: z.object({}), output: storageStateSchema }),
  /** a person has read that notes were lost */
  'storage.lostRead': method({ from: anyPage, input: z.object({}), output: ok }),
  /** a page heard that the network is back; the worker can't hear it itself */
  'network.online': method({ from: anyPage, input: z.object({}), output: ok }),
  'settings.get': method({
    from: anyPage,
    input: z.object({}),
    output: z.object({
      /** what whoever runs this computer has set */
      policy: z.object({
        serverUrl: z.string().nullable(),
        sites: z.array(z.string()),
        badgesInPages: z.boolean(),
      }),
      serverUrl: z.string(),
      sites: z.array(z.string()),
      grantedOrigins: z.array(z.string()),
      version: z.string(),
      /** badges in the CRM's lists; and when last a page had more customers than are looked up in a minute (real time) */
      lists: z.object({ shown: z.boolean(), pausedAt: z.string().nullable() }),
    }),
  }),
  'settings.showInLists': method({ from: ['page'], input: z.object({ shown: z.boolean() }), output: ok }),
  'settings.setServer': method({
    from: ['page'],
    input: z.object({ serverUrl: z.url().max(300) }),
    output: ok,
  }),
  ...adapterMethods,
  ...doctorMethods,
  ...learnMethods,
  ...teachMethods,
} as const;

export type RpcMethod = keyof typeof rpcContract;
export type RpcInput<M extends RpcMethod> = z.input<(typeof rpcContract)[M]['input']>;
export type RpcOutput<M extends RpcMethod> = z.output<(typeof rpcContract)[M]['output']>;

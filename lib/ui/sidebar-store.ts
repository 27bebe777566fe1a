import { createStore } from 'zustand/vanilla';
import type { Card } from '@/lib/domain/card';
import type { Direction, NoteContent, NoteCustomer } from '@/lib/domain/note';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { CallSlot } from '@/lib/messaging/sidebar-view';
import type { AppErrorCode } from '@/lib/platform/app-error';
import type { Tap } from './note-taps';
import type { PromptState } from './prompt-keeper';

/** The note under the rep's hands: what is typed, and how much of it the background has on disk. */
export type Draft = {
  noteId: string;
  direction: Direction;
  /** identity on the page when the first word was typed; null for a call the background already had */
  key: string | null;
  name: string;
  /** see `CallSlot` */
  accountEnd: string;
  customer: NoteCustomer;
  card: Card | null;
  content: NoteContent;
  dismissed: readonly string[];
  /** what the note said, where it is no call but an edit of a note saved before */
  editing: CallSlot['editing'];
  /** rises with every change */
  rev: number;
  /** highest revision the background has said is on disk, its content, and when (real time) */
  savedRev: number;
  saved: NoteContent;
  savedAt: string | null;
  /** a view has shown this call, so its absence from a later view means that it ended */
  seen: boolean;
  failure: AppErrorCode | null;
};

/** `field` is the CRM's; null where there is none for this note. */
export type CrmText = {
  noteId: string;
  text: string;
  field: RpcOutput<'crmNote.look'>['field'];
  became: 'filled' | 'gone' | 'undone' | 'changed' | 'copied' | 'not-copied' | null;
};

export type AskedSum = { minor: number; why: string };

/** View state of one sidebar, and nothing that isn't: data come from the background. */
export type SidebarState = {
  /** whose all this is, from the first view on: empty where nobody is signed in, null before it is known */
  userId: string | null;
  draft: Draft | null;
  /** notes wrapped up or dropped here: a view asked for earlier may still name them */
  ended: readonly string[];
  /** prompts dismissed before the call began */
  dismissedEarly: { key: string; ids: readonly string[] } | null;
  /** what the call's prompts were, and the phase stepped to by hand */
  prompts: PromptState | null;
  /** the rep's own choice for one customer, against what the level says */
  collapse: { subject: string; collapsed: boolean } | null;
  /** the page's customer beside whom the rep chose to stay with the call */
  stayedBeside: string | null;
  /** the rep asked for the field to find a caller by */
  finding: boolean;
  /** whom it is looked for to move this note to them */
  moving: string | null;
  /** the rep has chosen whose this note is: the keyboard goes on in it once it is here */
  toNote: string | null;
  /** what was tapped lately, newest last, to be undone */
  taps: readonly Tap[];
  /** the last tap took something out of the note, and nothing was done since */
  tookOut: boolean;
  sheet: 'shortcuts' | 'unsent' | 'hand-over' | 'outreach' | 'signal' | 'place' | null;
  /** the rep looked at the list of whom to call; `too-late`: whoever was to be called may not be any more */
  outreach: 'unseen' | 'seen' | 'too-late';
  /** the store's question before a note is saved: it is about one customer, the page shows another */
  confirm: { noteId: string; noteName: string; pageName: string; key: string } | null;
  /** the note whose wrap-up stopped short: a field was missing, or its summary was put together and waits to be read */
  wrapping: { noteId: string; asked: boolean; assembled: boolean } | null;
  /** wrapped up a moment ago: it can be undone, with the prompts that stood there */
  wrapped: {
    noteId: string;
    name: string;
    direction: Direction;
    content: NoteContent;
    prompts: PromptState | null;
    /** when (real time): the note's own hold counts from then */
    at: number;
    /** the note is kept here for its undo; `let-go`: it was, and may have left */
    hold: 'unknown' | 'held' | 'let-go';
    /** the rep has folded the sidebar since */
    putAway: boolean;
  } | null;
  /** the edit of a note that was cancelled a moment ago, with what was typed */
  cancelled: { noteId: string; name: string; at: number } | null;
  /** a sum that the rep may not promise by themselves, to be asked for; `why` are the promise's words */
  asking: AskedSum | null;
  /** the note as a text, on its way into the CRM; what became of that */
  crm: CrmText | null;
  busy: 'saving' | 'signing-in' | 'asking' | null;
  /** why the last thing the rep asked for didn't happen */
  failure: AppErrorCode | null;
  /** read out, and shown for a while, or until the next thing happens */
  announced: string;
};

export const initialSidebarState: SidebarState = {
  userId: null,
  draft: null,
  ended: [],
  dismissedEarly: null,
  prompts: null,
  collapse: null,
  stayedBeside: null,
  finding: false,
  moving: null,
  toNote: null,
  taps: [],
  tookOut: false,
  sheet: null,
  outreach: 'unseen',
  confirm: null,
  wrapping: null,
  wrapped: null,
  cancelled: null,
  asking: null,
  crm: null,
  busy: null,
  failure: null,
  announced: '',
};

export function createSidebarStore() {
  return createStore<SidebarState>(() => initialSidebarState);
}

export type SidebarStore = ReturnType<typeof createSidebarStore>;

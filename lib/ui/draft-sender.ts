import type { NoteContent } from '@/lib/domain/note';
import type { RpcInput, RpcOutput } from '@/lib/messaging/rpc-contract';
import { type AppErrorCode, errorCode } from '@/lib/platform/app-error';

export type Snapshot = Omit<RpcInput<'draft.write'>, 'tabId' | 'userId' | 'content'> & {
  content: NoteContent;
};
export type Ack = RpcOutput<'draft.write'>;

type Deps = {
  write(snapshot: Snapshot): Promise<Ack>;
  onAck(snapshot: Snapshot, ack: Ack): void;
  onFail(snapshot: Snapshot, code: AppErrorCode): void;
};

/** Words on their way, since when, and what settles with their answer. */
type Flight = { rev: number; at: number; answer: Promise<void> };

type Waiting = {
  snapshot: Snapshot;
  tries: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** the last that left and isn't answered */
  flight: Flight | null;
  /** its time to go has come, while an answer was still to come */
  due: boolean;
  /** the background won't have it, however often it is sent */
  refused: boolean;
};

/** Shorter than from one key to the next: most words go the moment they are typed, held keys and pastes in turns. */
const THROTTLE = 50;
/** An answer that didn't come by then may never: the background was stopped in the middle. */
const PATIENCE = 2000;
const RETRY_AFTER = [1000, 2000, 5000, 15_000];
/**
 * Sent again as they are, these would fail again: they wait for the next word, or for the rep. `signed-out`: whoever signs
 * in next may be another.
 */
const pointless: readonly AppErrorCode[] = [
  'bad-input',
  'not-allowed',
  'identity-changed',
  'not-found',
  'signed-out',
];

const patienceWith = ({ at }: Flight) => PATIENCE - (performance.now() - at);

/**
 * Sends what is typed to the background: at once, then at most every 50 ms, the newest text only, and again until the
 * background has said that it is on disk. Each note waits by itself, so that switching the call drops nothing. A
 * background that is slower than the hand gets no more before it has answered: a queue there would grow with each
 * word, and the newest word wait behind all of them.
 */
export function createDraftSender(deps: Deps) {
  const waiting = new Map<string, Waiting>();
  let lastAt = Number.NEGATIVE_INFINITY;

  async function fly(entry: Waiting, snapshot: Snapshot): Promise<void> {
    try {
      const ack = await deps.write(snapshot);
      if (entry.snapshot.rev === snapshot.rev) waiting.delete(snapshot.noteId);
      entry.tries = 0;
      deps.onAck(snapshot, ack);
    } catch (error) {
      const code = errorCode(error);
      deps.onFail(snapshot, code);
      const isNewest = entry.snapshot.rev === snapshot.rev;
      entry.refused = isNewest && pointless.includes(code);
      if (isNewest && !entry.refused)
        schedule(entry, RETRY_AFTER[Math.min(entry.tries++, RETRY_AFTER.length - 1)] ?? THROTTLE);
      throw error;
    }
  }

  /** The newest words go now, unless they are on their way. @throws what the background answered */
  function send(entry: Waiting): Promise<void> {
    const { snapshot, flight } = entry;
    if (flight?.rev === snapshot.rev && patienceWith(flight) > 0) return flight.answer;
    clearTimeout(entry.timer);
    lastAt = performance.now();
    const answer = fly(entry, snapshot).finally(() => {
      if (entry.flight?.answer !== answer) return;
      entry.flight = null;
      if (entry.due) sendQuietly(entry);
    });
    Object.assign(entry, { timer: undefined, due: false, flight: { rev: snapshot.rev, at: lastAt, answer } });
    return answer;
  }

  function sendQuietly(entry: Waiting): void {
    send(entry).catch(() => undefined); // onFail has been told
  }

  function sendOrWait(entry: Waiting): void {
    const left = entry.flight ? patienceWith(entry.flight) : 0;
    entry.due = left > 0;
    if (entry.due) schedule(entry, left);
    else sendQuietly(entry);
  }

  function schedule(entry: Waiting, ms: number): void {
    entry.timer ??= setTimeout(() => {
      entry.timer = undefined;
      sendOrWait(entry);
    }, ms);
  }

  return {
    put(snapshot: Snapshot): void {
      const entry = waiting.get(snapshot.noteId) ?? {
        ...{ snapshot, tries: 0, timer: undefined, flight: null, due: false, refused: false },
      };
      Object.assign(entry, { snapshot, refused: false });
      waiting.set(snapshot.noteId, entry);
      // A new word doesn't wait for the next attempt with the old ones.
      clearTimeout(entry.timer);
      entry.timer = undefined;
      const rest = THROTTLE - (performance.now() - lastAt);
      if (rest > 0) schedule(entry, rest);
      else sendOrWait(entry);
    },

    /** All that isn't acknowledged goes out now: the page may be about to die. */
    flush(): void {
      for (const entry of waiting.values()) if (!entry.refused) sendQuietly(entry);
    },

    /** A person wants it tried again, refused or not. */
    retry(): void {
      for (const entry of waiting.values()) sendQuietly(entry);
    },

    /** Resolves when all words of the note are on disk. @throws what the background answered */
    async settle(noteId: string): Promise<void> {
      for (let entry = waiting.get(noteId); entry; entry = waiting.get(noteId)) await send(entry);
    },
  };
}

import type { NoteContent } from '@/lib/domain/note';
import type { RpcInput, RpcOutput } from '@/lib/messaging/rpc-contract';
import { type AppErrorCode, errorCode } from '@/lib/platform/app-error';

export type Snapshot = Omit<RpcInput<'draft.write'>, 'tabId' | 'content'> & { content: NoteContent };
export type Ack = RpcOutput<'draft.write'>;

type Deps = {
  write(snapshot: Snapshot): Promise<Ack>;
  onAck(snapshot: Snapshot, ack: Ack): void;
  onFail(snapshot: Snapshot, code: AppErrorCode): void;
};

type Waiting = { snapshot: Snapshot; tries: number; timer: ReturnType<typeof setTimeout> | undefined };

const THROTTLE = 150;
const RETRY_AFTER = [1000, 2000, 5000, 15_000];
/** Sent again as they are, these would fail again: they wait for the next word, or for the rep. */
const pointless: readonly AppErrorCode[] = ['bad-input', 'not-allowed', 'identity-changed', 'not-found'];

/**
 * Sends what is typed to the background: at most every 150 ms, the newest text only, and again until the background
 * has said that it is on disk. Each note waits by itself, so that switching the call drops nothing.
 */
export function createDraftSender(deps: Deps) {
  const waiting = new Map<string, Waiting>();

  function schedule(entry: Waiting, ms: number): void {
    entry.timer ??= setTimeout(() => {
      entry.timer = undefined;
      send(entry).catch(() => undefined); // onFail has been told
    }, ms);
  }

  async function send(entry: Waiting): Promise<void> {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    const { snapshot } = entry;
    try {
      const ack = await deps.write(snapshot);
      if (entry.snapshot.rev === snapshot.rev) waiting.delete(snapshot.noteId);
      entry.tries = 0;
      deps.onAck(snapshot, ack);
    } catch (error) {
      const code = errorCode(error);
      deps.onFail(snapshot, code);
      const retry = entry.snapshot.rev === snapshot.rev && !pointless.includes(code);
      if (retry) schedule(entry, RETRY_AFTER[Math.min(entry.tries++, RETRY_AFTER.length - 1)] ?? THROTTLE);
      throw error;
    }
  }

  return {
    put(snapshot: Snapshot): void {
      const entry = waiting.get(snapshot.noteId) ?? { snapshot, tries: 0, timer: undefined };
      entry.snapshot = snapshot;
      waiting.set(snapshot.noteId, entry);
      schedule(entry, THROTTLE);
    },

    /** All that isn't acknowledged goes out now: the page may be about to die. */
    flush(): void {
      for (const entry of waiting.values()) send(entry).catch(() => undefined);
    },

    /** Resolves when all words of the note are on disk. @throws what the background answered */
    async settle(noteId: string): Promise<void> {
      for (let entry = waiting.get(noteId); entry; entry = waiting.get(noteId)) await send(entry);
    },
  };
}

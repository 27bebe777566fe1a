import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError, type AppErrorCode } from '@/lib/platform/app-error';
import { type Ack, createDraftSender, type Snapshot } from '@/lib/ui/draft-sender';
import { makeContent } from '../../components/support/make-view';

const snapshot = (rev: number, noteId = 'n1'): Snapshot => ({
  ...{ noteId, key: 'A', rev, dismissed: [] },
  content: makeContent({ summary: `rev ${rev}` }),
});

/** A background that writes down what it gets, and answers as it is told. */
function world() {
  const written: Snapshot[] = [];
  const acks: number[] = [];
  const fails: AppErrorCode[] = [];
  let failing: AppErrorCode | null = null;
  let silent = false;
  const sender = createDraftSender({
    write(s) {
      written.push(s);
      if (silent) return new Promise<Ack>(() => undefined);
      if (failing) return Promise.reject(new AppError(failing));
      return Promise.resolve({ rev: s.rev, savedAt: 'now' });
    },
    onAck: (_, ack) => acks.push(ack.rev),
    onFail: (_, code) => fails.push(code),
  });
  return {
    ...{ sender, written, acks, fails },
    revs: () => written.map((s) => s.rev),
    failWith: (code: AppErrorCode | null) => {
      failing = code;
    },
    fallSilent: () => {
      silent = true;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('keystrokes on their way to the disk', () => {
  it('go out at most every 150 ms, and only the newest text', async () => {
    const w = world();
    for (let rev = 1; rev <= 10; rev += 1) {
      w.sender.put(snapshot(rev));
      await vi.advanceTimersByTimeAsync(30);
    }
    await vi.advanceTimersByTimeAsync(150);
    expect(w.revs()).toEqual([5, 10]);
    expect(w.acks).toEqual([5, 10]);
  });

  it('go out at once when the page is about to die', () => {
    const w = world();
    w.sender.put(snapshot(1));
    w.sender.flush();
    expect(w.revs()).toEqual([1]);
  });

  it('go out again at the page’s end even while an earlier answer is still to come', async () => {
    const w = world();
    w.fallSilent();
    w.sender.put(snapshot(1));
    await vi.advanceTimersByTimeAsync(150);
    w.sender.put(snapshot(2));
    w.sender.flush();
    expect(w.revs()).toEqual([1, 2]);
  });

  it('are sent again until somebody has said that they are on disk', async () => {
    const w = world();
    w.failWith('internal');
    w.sender.put(snapshot(1));
    await vi.advanceTimersByTimeAsync(150 + 1000 + 2000);
    expect(w.revs()).toEqual([1, 1, 1]);
    w.failWith(null);
    await vi.advanceTimersByTimeAsync(5000);
    expect(w.acks).toEqual([1]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(w.revs()).toHaveLength(4);
  });

  it('are sent by flush, without waiting for the next attempt', async () => {
    const w = world();
    w.failWith('storage-full');
    w.sender.put(snapshot(1));
    await vi.advanceTimersByTimeAsync(150);
    w.failWith(null);
    w.sender.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(w.acks).toEqual([1]);
  });

  it.each(['bad-input', 'not-allowed', 'identity-changed', 'not-found'] as const)(
    'are not sent again unchanged after %s, but with the next word',
    async (code) => {
      const w = world();
      w.failWith(code);
      w.sender.put(snapshot(1));
      await vi.advanceTimersByTimeAsync(60_000);
      expect(w.revs()).toEqual([1]);
      expect(w.fails).toEqual([code]);
      w.failWith(null);
      w.sender.put(snapshot(2));
      await vi.advanceTimersByTimeAsync(150);
      expect(w.acks).toEqual([2]);
    },
  );

  it('of one note never hold up those of another', async () => {
    const w = world();
    w.sender.put(snapshot(1, 'n1'));
    w.sender.put(snapshot(7, 'n2'));
    await vi.advanceTimersByTimeAsync(150);
    expect(w.written.map((s) => s.noteId)).toEqual(['n1', 'n2']);
  });
});

describe('settling', () => {
  it('waits for the newest words', async () => {
    const w = world();
    w.sender.put(snapshot(3));
    await w.sender.settle('n1');
    expect(w.acks).toEqual([3]);
  });

  it('says why it can’t', async () => {
    const w = world();
    w.failWith('storage-failed');
    w.sender.put(snapshot(1));
    await expect(w.sender.settle('n1')).rejects.toMatchObject({ code: 'storage-failed' });
  });

  it('is done at once where nothing waits', async () => {
    const w = world();
    await w.sender.settle('n1');
    expect(w.written).toEqual([]);
  });
});

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
  let slow = 0;
  const sender = createDraftSender({
    write(s) {
      written.push(s);
      if (silent) return new Promise<Ack>(() => undefined);
      if (failing) return Promise.reject(new AppError(failing));
      if (slow)
        return new Promise<Ack>((resolve) => setTimeout(() => resolve({ rev: s.rev, savedAt: 'now' }), slow));
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
    answerAfter: (ms: number) => {
      slow = ms;
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
  it('go out at once, then at most every 50 ms, and only the newest text', async () => {
    const w = world();
    for (let rev = 1; rev <= 10; rev += 1) {
      w.sender.put(snapshot(rev));
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(50);
    expect(w.revs()).toEqual([1, 5, 10]);
    expect(w.acks).toEqual([1, 5, 10]);
  });

  it('go out each at once at the pace of a hand', async () => {
    const w = world();
    for (let rev = 1; rev <= 4; rev += 1) {
      w.sender.put(snapshot(rev));
      expect(w.revs().at(-1)).toBe(rev);
      await vi.advanceTimersByTimeAsync(80);
    }
  });

  it('wait for the answer of a background that is slower than the hand, however long it takes', async () => {
    const w = world();
    w.answerAfter(700);
    for (let rev = 1; rev <= 30; rev += 1) {
      w.sender.put(snapshot(rev));
      await vi.advanceTimersByTimeAsync(100);
    }
    // 3 s: never two on their way, and the newest goes the moment the one before it is answered.
    expect(w.revs()).toEqual([1, 7, 14, 21, 28]);
    await vi.advanceTimersByTimeAsync(1200);
    expect(w.acks).toEqual([1, 7, 14, 21, 28, 30]);
  });

  it('don’t wait for ever for an answer that doesn’t come', async () => {
    const w = world();
    w.fallSilent();
    w.sender.put(snapshot(1));
    await vi.advanceTimersByTimeAsync(100);
    w.sender.put(snapshot(2));
    await vi.advanceTimersByTimeAsync(1800);
    expect(w.revs()).toEqual([1]);
    await vi.advanceTimersByTimeAsync(200);
    expect(w.revs()).toEqual([1, 2]);
  });

  it('go out at once when the page is about to die', () => {
    const w = world();
    w.sender.put(snapshot(1));
    w.sender.put(snapshot(2));
    w.sender.flush();
    expect(w.revs()).toEqual([1, 2]);
  });

  it('go out again at the page’s end even while an earlier answer is still to come', async () => {
    const w = world();
    w.fallSilent();
    w.sender.put(snapshot(1));
    w.sender.put(snapshot(2));
    w.sender.flush();
    expect(w.revs()).toEqual([1, 2]);
  });

  it('are sent again until somebody has said that they are on disk', async () => {
    const w = world();
    w.failWith('internal');
    w.sender.put(snapshot(1));
    await vi.advanceTimersByTimeAsync(1000 + 2000);
    expect(w.revs()).toEqual([1, 1, 1]);
    w.failWith(null);
    await vi.advanceTimersByTimeAsync(5000);
    expect(w.acks).toEqual([1]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(w.revs()).toHaveLength(4);
  });

  it('that are new don’t wait for the next attempt with the old ones', async () => {
    const w = world();
    w.failWith('storage-full');
    w.sender.put(snapshot(1));
    await vi.advanceTimersByTimeAsync(20);
    w.failWith(null);
    w.sender.put(snapshot(2));
    await vi.advanceTimersByTimeAsync(30);
    expect(w.acks).toEqual([2]);
  });

  it('are sent by flush, without waiting for the next attempt', async () => {
    const w = world();
    w.failWith('storage-full');
    w.sender.put(snapshot(1));
    await vi.advanceTimersByTimeAsync(50);
    w.failWith(null);
    w.sender.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(w.acks).toEqual([1]);
  });

  it.each(['bad-input', 'not-allowed', 'identity-changed', 'not-found', 'signed-out'] as const)(
    'are not sent again unchanged after %s, but with the next word',
    async (code) => {
      const w = world();
      w.failWith(code);
      w.sender.put(snapshot(1));
      await vi.advanceTimersByTimeAsync(60_000);
      expect(w.revs()).toEqual([1]);
      expect(w.fails).toEqual([code]);
      w.sender.flush();
      expect(w.revs()).toEqual([1]);
      w.failWith(null);
      w.sender.put(snapshot(2));
      await vi.advanceTimersByTimeAsync(50);
      expect(w.acks).toEqual([2]);
    },
  );

  it('of one note never hold up those of another', async () => {
    const w = world();
    w.sender.put(snapshot(1, 'n1'));
    w.sender.put(snapshot(7, 'n2'));
    await vi.advanceTimersByTimeAsync(50);
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

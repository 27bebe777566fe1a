import { beforeEach, describe, expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { createMemoryDrafts } from '@/tests/support/memory-drafts';
import { customerOf, noteId, startCalls } from './calls-world';

const [CALL, EDIT] = [noteId(1), noteId(2)];
const original = { ...emptyNoteContent, summary: 'As saved' };
let disk: ReturnType<typeof createMemoryDrafts>;
let rep: ReturnType<typeof startCalls>;

/** An edit of a saved note, begun in the middle of a call. */
beforeEach(async () => {
  disk = createMemoryDrafts();
  rep = startCalls(disk, () => new Date('2026-11-27T09:00:00.000Z'));
  await rep.type(1, 1, { summary: 'Router dead' });
  await rep.begin.begin('ana', {
    ...{ noteId: EDIT, rev: 1, writer: 'frame', content: original, dismissed: [] },
    about: { name: 'Customer 1', customer: customerOf(1) },
    edits: { noteId: noteId(3), base: 2, original, returnTo: CALL },
  });
});

const typed = () => rep.type(2, 2, { summary: 'As saved, and more' });
/** @returns what stands for this one cancelling */
async function cancel() {
  const cancelled = await rep.cancelEdit.cancel(EDIT);
  if (!cancelled) throw new Error('there is nothing to go on with');
  return cancelled;
}
const summary = () => disk.rows.get(EDIT)?.draft.content.summary;

describe('an edit that is cancelled', () => {
  it('in which nothing was typed leaves nothing, and the call goes on', async () => {
    expect(await rep.cancelEdit.cancel(EDIT)).toBeNull();
    expect([...disk.rows.keys()]).toEqual([CALL]);
    expect(disk.activeNow()).toBe(CALL);
  });

  it('keeps what was typed on disk until its time is over, while the call goes on', async () => {
    await typed();
    const cancelled = await cancel();
    expect(cancelled.userId).toBe('ana');
    expect(disk.activeNow()).toBe(CALL);
    expect(rep.begin.cancelled.has(EDIT)).toBe(true);
    expect(summary()).toBe('As saved, and more');
    await rep.cancelEdit.drop(cancelled);
    expect([...disk.rows.keys()]).toEqual([CALL]);
  });

  it('and taken up again is dropped by nothing, on hold either', async () => {
    await typed();
    const cancelled = await cancel();
    await rep.calls.resume(EDIT);
    await rep.calls.park(EDIT);
    await rep.cancelEdit.drop(cancelled);
    expect(summary()).toBe('As saved, and more');
    expect(rep.begin.cancelled.has(EDIT)).toBe(false);
  });

  it.each(Array.from({ length: 16 }, (_, steps) => steps))(
    'whose time is over %i steps after it began to be taken up again is either gone or stays, never pinned and gone',
    async (steps) => {
      await typed();
      const cancelled = await cancel();
      const resumed = rep.calls.resume(EDIT).then(
        () => true,
        () => false,
      );
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      await rep.cancelEdit.drop(cancelled);
      expect(await resumed).toBe(disk.rows.has(EDIT));
      expect(disk.activeNow()).toBe(disk.rows.has(EDIT) ? EDIT : CALL);
    },
  );

  it('taken up again and cancelled anew can be gone on with until that one’s time is over', async () => {
    await typed();
    const first = await cancel();
    await rep.calls.resume(EDIT);
    const second = await cancel();
    await rep.cancelEdit.drop(first);
    expect(summary()).toBe('As saved, and more');
    await rep.cancelEdit.drop(second);
    expect(summary()).toBeUndefined();
  });

  it('is one that waits, as any, where the worker ended meanwhile', async () => {
    await typed();
    await rep.cancelEdit.cancel(EDIT);
    const again = startCalls(disk, () => new Date('2026-11-27T09:00:10.000Z'));
    expect(again.begin.cancelled.has(EDIT)).toBe(false);
    await again.calls.resume(EDIT);
    expect(disk.activeNow()).toBe(EDIT);
  });

  it('is no call, whose words nobody cancels', async () => {
    await expect(rep.cancelEdit.cancel(CALL)).rejects.toMatchObject({ code: 'bad-input' });
    expect(await rep.cancelEdit.cancel(noteId(9))).toBeNull();
    expect(disk.rows.has(CALL)).toBe(true);
  });
});

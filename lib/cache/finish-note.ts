import { AppError } from '@/lib/platform/app-error';
import { DAY } from '@/lib/platform/clock';
import { activeId, finishedId } from './drafts';
import type { NotesDb, OutboxRow } from './notes-db';
import { createOutboxPlaces, type Finish, type OutboxPlace } from './outbox-places';
import { type OutboxRows, SENT } from './outbox-rows';
import { onDisk } from './storage-error';

const KEEP_FINISHED = 30 * DAY;
const TRIES = 5;
/** The day on which tombstones were last looked through. */
const SWEPT = 'swept';

export function createFinish(db: NotesDb, rows: OutboxRows) {
  const places = createOutboxPlaces(rows);

  /**
   * Tombstones of finished notes are needed while a frame may still hold a keystroke, not for ever. Once a day: looking
   * through them all takes longer with every note.
   */
  async function forgetOldFinished(now: Date): Promise<void> {
    const today = now.toISOString().slice(0, 10);
    if ((await db.meta.get(SWEPT))?.value === today) return;
    await db.meta.put({ id: SWEPT, value: today });
    const before = new Date(now.getTime() - KEEP_FINISHED).toISOString();
    await db.meta
      .where('id')
      .startsWith(finishedId(''))
      .filter((row) => typeof row.value === 'string' && row.value < before)
      .delete();
    await db.outbox.where('droppedAt').below(before).delete();
    await db.meta
      .where('id')
      .startsWith(SENT)
      .filter((row) => (row.value as OutboxRow).at < before)
      .delete();
  }

  async function moveToOutbox(finish: Finish, place: OutboxPlace): Promise<'moved' | 'gone' | 'again'> {
    const { userId, draftId, rev, now } = finish;
    const draft = await db.drafts.get(draftId);
    if (draft?.userId !== userId || draft.rev !== rev) return 'gone';
    if (await places.isTaken(place)) return 'again';
    const pin = activeId(userId);
    await db.drafts.delete(draftId);
    if (place.replaces) await db.outbox.put(place.row);
    else await db.outbox.add(place.row);
    await db.meta.put({ id: finishedId(draftId), value: now.toISOString() });
    if ((await db.meta.get(pin))?.value === draftId) await db.meta.delete(pin);
    await forgetOldFinished(now);
    return 'moved';
  }

  /**
   * The draft becomes a note on its way: the row goes in, the draft and the pin on the call go out, in one transaction.
   * @throws {AppError} `not-found` when the draft is not at `rev` any more
   */
  return (finish: Finish): Promise<void> =>
    onDisk(async () => {
      for (let attempt = 1; attempt <= TRIES; attempt += 1) {
        const place = await places.of(finish);
        const end = await db.transaction('rw', db.drafts, db.outbox, db.meta, async () =>
          moveToOutbox(finish, place),
        );
        if (end === 'moved') return;
        if (end === 'gone') break;
      }
      throw new AppError('not-found', 'the draft has moved on');
    });
}

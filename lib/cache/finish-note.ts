import { AppError } from '@/lib/platform/app-error';
import { activeId, finishedId } from './drafts';
import type { NotesDb } from './notes-db';
import { createOutboxPlaces, type Finish, type OutboxPlace } from './outbox-places';
import type { OutboxRows } from './outbox-rows';
import { onDisk } from './storage-error';
import { holdBack } from './undoable';

const TRIES = 5;

export function createFinish(db: NotesDb, rows: OutboxRows) {
  const places = createOutboxPlaces(rows);

  async function moveToOutbox(finish: Finish, place: OutboxPlace): Promise<'moved' | 'gone' | 'again'> {
    const { userId, draftId, mutation, rev, now } = finish;
    const draft = await db.drafts.get(draftId);
    if (draft?.userId !== userId || draft.rev !== rev) return 'gone';
    if (await places.isTaken(place)) return 'again';
    const pin = activeId(userId);
    await db.drafts.delete(draftId);
    if (place.replaces) await db.outbox.put(place.row);
    else await db.outbox.add(place.row);
    if (mutation.name === 'saveNote') await holdBack(db, userId, { outboxId: place.row.id, at: now });
    await db.meta.put({ id: finishedId(draftId), value: now.toISOString() });
    if ((await db.meta.get(pin))?.value === draftId) await db.meta.delete(pin);
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

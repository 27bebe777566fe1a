import { UNDO_HOLD } from '@/lib/domain/undo-window';
import type { CancelledEdit } from '@/lib/sync/notes/begin-note';
import type { Wake } from '@/lib/sync/sync-loop';
import type { Services } from '../services';

/** Lets what waits go out without making anybody wait for it. */
export function wake({ loop, sendWaiting, namelessPost, logError }: Services, why: Wake): void {
  loop.run(why).catch((error) => logError('sync', error));
  sendWaiting().catch((error) => logError('waiting', error));
  // Sends nothing, and sees to it that what is overdue doesn't leave just now.
  namelessPost.plan().catch((error) => logError('waiting', error));
}

/** A note was wrapped up: it leaves when that can't be undone any more. The alarm sees to it where this worker ends before. */
export function wakeAfterUndo(s: Services): void {
  setTimeout(() => {
    // Also where it can't be sent now: it waits as any from here on.
    s.views.counted();
    wake(s, 'enqueue');
  }, UNDO_HOLD);
}

/** An edit was cancelled: what was typed goes when that can't be undone any more. */
export function dropAfterUndo({ cancelEdit, views, logError }: Services, cancelled: CancelledEdit): void {
  const drop = async () => {
    await cancelEdit.drop(cancelled);
    views.changed();
  };
  setTimeout(() => drop().catch((error) => logError('edits', error)), UNDO_HOLD);
}

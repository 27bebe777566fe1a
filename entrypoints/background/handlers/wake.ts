import type { Wake } from '@/lib/sync/sync-loop';
import type { Services } from '../services';

/** Lets what waits go out without making anybody wait for it. */
export function wake({ loop, sendWaiting, namelessPost, logError }: Services, why: Wake): void {
  loop.run(why).catch((error) => logError('sync', error));
  sendWaiting().catch((error) => logError('waiting', error));
  // Sends nothing, and sees to it that what is overdue doesn't leave just now.
  namelessPost.plan().catch((error) => logError('waiting', error));
}

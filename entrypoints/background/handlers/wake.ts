import type { Wake } from '@/lib/sync/sync-loop';
import type { Services } from '../services';

/** Lets what waits go out without making anybody wait for it. */
export function wake({ loop, sendWaiting, logError }: Services, why: Wake): void {
  loop.run(why).catch((error) => logError('sync', error));
  sendWaiting().catch((error) => logError('waiting', error));
}

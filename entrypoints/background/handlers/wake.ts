import type { Wake } from '@/lib/sync/sync-loop';
import type { Services } from '../services';

/** Lets the sync loop run without making anybody wait for it. */
export function wake({ loop, logError }: Services, why: Wake): void {
  loop.run(why).catch((error) => logError('sync', error));
}

import { systemClock } from '@/lib/platform/clock';
import type { Services } from './services';

/** All that waits may leave now, also what could still be undone. @returns false where there was nothing of that */
export async function letGo({ account, outbox }: Services): Promise<boolean> {
  const who = await account.state();
  return who.state !== 'signed-out' && outbox.letGo(who.user.id, systemClock.now());
}

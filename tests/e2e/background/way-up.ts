import type { Outbox } from '@/lib/cache/outbox';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import { createTransport, type Request } from '@/lib/sync/network/transport';
import { createPush } from '@/lib/sync/notes/push';

type WayDeps = {
  userId: string;
  storeUserId: string;
  token: string;
  outbox: Outbox;
  exclusive: Exclusive;
  clock: Clock;
};

/** The product's own way to the store behind this page's origin, under a token: what waits on this disk, and questions. */
export function createWayUp({ userId, storeUserId, token, outbox, exclusive, clock }: WayDeps) {
  const transport = createTransport({
    fetch: (...args) => fetch(...args),
    serverUrl: async () => location.origin,
    now: () => new Date(),
    timeoutMs: 3000,
  });
  const user = { id: userId, storeUserId, name: storeUserId };
  const request = <T>(asked: Request<T>) => transport({ ...asked, token });
  const account = { request, state: async () => ({ state: 'signed-in', user }) as const };
  const push = createPush({ account, outbox, exclusive, clock, onFewer() {} });
  return { push, request };
}

import { createDoubts as createDoubtService } from '@/lib/sync/doubts/report-doubt';
import type { Network } from './create-network';
import type { Pages } from './create-pages';
import type { Storage } from './create-storage';
import { clock } from './shared';

/** What reps say looks wrong. */
export function createDoubts(
  { drafts, outbox, meta }: Storage,
  { account }: Network,
  { slots, storeNames }: Pick<Pages, 'slots' | 'storeNames'>,
) {
  const deps = { account, clientId: meta.clientId, drafts, outbox, slots, storeNames, clock };
  return { doubts: createDoubtService(deps) };
}

import { learnedSchema } from '@/lib/messaging/learn-methods';
import type { Learned } from '@/lib/sync/adapters/learned-sites';
import { askScript } from './run-script';

const SCRIPT = '/learn.js';

/** Has the script that learns look at a tab's page; null where that was left meanwhile, or sleeps. */
export async function lookToLearn(tabId: number): Promise<Learned | null> {
  return learnedSchema.safeParse(await askScript(tabId, SCRIPT)).data ?? null;
}

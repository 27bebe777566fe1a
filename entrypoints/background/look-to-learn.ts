import { browser } from 'wxt/browser';
import { learnedSchema } from '@/lib/messaging/learn-methods';
import type { Learned } from '@/lib/sync/learned-sites';

const SCRIPT = '/learn.js';

/** Has the script that learns look at a tab's page. */
export async function lookToLearn(tabId: number): Promise<Learned | null> {
  try {
    const target = { tabId, frameIds: [0] };
    const [answer] = await browser.scripting.executeScript({ target, files: [SCRIPT] });
    return learnedSchema.safeParse(answer?.result).data ?? null;
  } catch {
    return null; // the page was left meanwhile
  }
}

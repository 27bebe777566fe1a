import type { Worker } from 'playwright-core';
import type { ChordReply } from '@/lib/messaging/envelope';

const CHORD = `(async () => {
  const [tab] = await chrome.tabs.query({ active: true, url: 'http://127.0.0.1/*' });
  const reply = await chrome.tabs.sendMessage(tab.id, { heed: 1, ask: 'chord' }, { frameId: 0 });
  return reply.at;
})()`;

/** What the chord does once the browser has heard it: no driver can press a browser's own shortcuts. */
export const chord = (worker: Worker): Promise<ChordReply['at']> => worker.evaluate(CHORD);

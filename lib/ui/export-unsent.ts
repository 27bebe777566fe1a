import { isoDay } from './format';
import type { Host } from './host';
import { saveFile } from './save-file';

/** Puts the notes not yet sent into a file of the rep's own. */
export async function exportUnsent(host: Pick<Host, 'call' | 'now'>): Promise<void> {
  const { json } = await host.call('outbox.export', {});
  saveFile(`heed-unsent-notes-${isoDay(host.now())}.json`, json);
}

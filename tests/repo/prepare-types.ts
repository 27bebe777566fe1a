import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** A fresh clone lacks the types that WXT writes for the extension's own addresses; without them nothing type-checks. */
export default function prepareTypes(): void {
  const wxt = resolve('node_modules/wxt/bin/wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'prepare'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`wxt prepare failed:\n${stdout}${stderr}`);
}

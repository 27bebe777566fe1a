import { spawnSync } from 'node:child_process';

/** A fresh clone lacks the types that WXT writes for the extension's own addresses; without them nothing type-checks. */
export default function prepareTypes(): void {
  const { status, stdout, stderr } = spawnSync('wxt', ['prepare'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`wxt prepare failed:\n${stdout}${stderr}`);
}

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { putMadeOnce } from '@/tests/support/run-folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heed-made-once-'));
  vi.stubEnv('HEED_TEST_RUN_FOLDER', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('what was made is whole, and made once, though the first who made it failed halfway', async () => {
  const make = (file: string) =>
    vi.fn(async (dir: string) => {
      await mkdir(dir, { recursive: true });
      writeFileSync(join(dir, file), '');
    });
  const fails = async (dir: string) => {
    await make('half')(dir);
    throw new Error('the browser crashed');
  };
  const [whole, again] = [make('whole'), make('again')];
  await expect(putMadeOnce(join(folder, 'first'), 'profile', fails)).rejects.toThrow('crashed');
  await putMadeOnce(join(folder, 'second'), 'profile', whole);
  await putMadeOnce(join(folder, 'third'), 'profile', again);
  expect(['second', 'third'].map((dir) => readdirSync(join(folder, dir)))).toEqual([['whole'], ['whole']]);
  expect(again).not.toHaveBeenCalled();
});

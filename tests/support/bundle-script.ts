import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Rollup } from 'vite';
import { runFolder } from './run-folder';

async function bundle(entry: string, name: string): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': resolve('.') } },
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(entry), formats: ['iife'], name },
    },
  })) as Rollup.RollupOutput[];
  const chunk = output[0]?.output[0];
  if (!chunk) throw new Error(`${entry} did not build`);
  return chunk.code;
}

/**
 * A script of ours as one file that a page or a worker can load; names in it stay what they are. Bundled once in a run of
 * tests, in which no source changes.
 * @param entry path of its main file
 * @param name of the global that its exports would be in
 */
export async function bundleScript(entry: string, name: string): Promise<string> {
  const folder = runFolder();
  if (folder === null) return bundle(entry, name);
  const kept = join(folder, `${name}.js`);
  if (!existsSync(kept)) {
    await writeFile(`${kept}.part`, await bundle(entry, name));
    await rename(`${kept}.part`, kept);
  }
  return readFile(kept, 'utf8');
}

import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { describe, expect, it } from 'vitest';

/** As it is packed into every CRM tab, less WXT's frame of 900 bytes: `tests/e2e/manifest.test.ts` weighs the whole. */
async function bundle(): Promise<Rollup.OutputChunk> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': process.cwd() } },
    define: { 'import.meta.env.DEBUG': 'false', 'import.meta.env.COMMAND': '"build"' },
    build: {
      write: false,
      minify: true,
      lib: { entry: join('entrypoints', 'crm.content', 'index.ts'), formats: ['iife'], name: 'crm' },
    },
  });
  const chunk = [result].flat().flatMap((r) => ('output' in r ? r.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('no bundle came out');
  return chunk;
}

describe('the content script', () => {
  it('holds no framework, schema, database or phone library, and is at most 12.5 kB gzipped', async () => {
    const chunk = await bundle();
    const packages = Object.keys(chunk.modules).flatMap(
      (id) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll('\\', '/'))?.[1] ?? [],
    );
    expect(new Set(packages)).toEqual(new Set(['wxt', '@wxt-dev/browser']));
    expect(gzipSync(chunk.code).length).toBeLessThanOrEqual(12_500);
  }, 60_000);
});

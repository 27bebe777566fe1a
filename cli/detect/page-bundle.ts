import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** What is called in the page: `heedDoctor.ask(...)`. */
export const GLOBAL = 'heedDoctor';

/** The reader as one script for a page. */
export async function bundleForPage(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '') } },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('in-page.ts', import.meta.url)), formats: ['iife'], name: GLOBAL },
    },
  });
  const chunk = [result].flat().flatMap((r) => ('output' in r ? r.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('The page reader could not be bundled.');
  return chunk.code;
}

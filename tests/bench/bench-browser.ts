import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '@/demo/browser/find-chromium';
import { bundleScript } from '@/tests/support/bundle-script';
import type { InWorker } from './in-worker';
import { printProfile, profileWorker } from './worker-profile';

/** A real Chromium whose worker runs the product's code, over HTTP and on a disk. */
export type BenchBrowser = {
  call<N extends keyof InWorker>(
    name: N,
    ...args: Parameters<InWorker[N]>
  ): Promise<Awaited<ReturnType<InWorker[N]>>>;
  /** bytes of the profile's IndexedDB on disk */
  diskBytes(): number;
  /** bytes of memory that the process with the worker has to itself */
  memoryBytes(): Promise<number>;
  close(): Promise<void>;
};

/** Of all the browser's processes that draw pages, the largest is the one that works. */
async function largestRenderer(profileDir: string): Promise<number> {
  let largest = 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    try {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      if (!command.includes('--type=renderer') || !command.includes(profileDir)) continue;
      const [, pages = '0'] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
      largest = Math.max(largest, Number(pages) * 4096);
    } catch {
      // It ended meanwhile.
    }
  }
  return largest;
}

/**
 * @param answer everything under `/v1/`
 * @param profile prints of each call where the worker spent its time; the figures are then those of a slower worker
 */
export async function openBenchBrowser(answer: RequestListener, profile: boolean): Promise<BenchBrowser> {
  const code = await bundleScript('tests/bench/in-worker.ts', 'heedBench');
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/v1/')) return answer(request, response);
    const isScript = request.url === '/worker.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript; charset=utf-8' : 'text/html' });
    response.end(isScript ? code : '<!doctype html>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const profileDir = await mkdtemp(join(tmpdir(), 'heed-bench-'));
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: await findChromium(console.log),
    chromiumSandbox: process.platform !== 'linux',
    headless: true,
    // Renderers carry it in their command line, which tells ours from others'.
    args: [`--crash-dumps-dir=${profileDir}`],
  });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  // tsx names inner functions by a helper of its own, which a page doesn't have.
  await page.evaluate('globalThis.__name = (f) => f');
  await page.evaluate(() => {
    const worker = new Worker('/worker.js');
    let last = 0;
    const call = (name: string, args: unknown[]) =>
      new Promise((done, failed) => {
        last += 1;
        const id = last;
        const hear = ({ data }: MessageEvent<{ id: number; value: unknown; error?: string }>) => {
          if (data.id !== id) return;
          worker.removeEventListener('message', hear);
          if (data.error === undefined) done(data.value);
          else failed(new Error(data.error));
        };
        worker.addEventListener('message', hear);
        worker.postMessage({ id, name, args });
      });
    Object.assign(globalThis, { call });
  });
  type WithCall = { call(name: string, args: unknown[]): Promise<unknown> };
  const callWorker = (name: string, args: unknown[]) =>
    page.evaluate(([n, a]) => (globalThis as unknown as WithCall).call(n, a), [name, args] as const);
  return {
    async call(name, ...args) {
      if (!profile) return callWorker(name, args) as never;
      const { value, times } = await profileWorker(page, () => callWorker(name, args));
      printProfile(name, times);
      return value as never;
    },
    diskBytes: () => {
      const printed = execFileSync('du', ['-sb', join(profileDir, 'Default', 'IndexedDB')], {
        encoding: 'utf8',
      });
      return Number.parseInt(printed, 10);
    },
    memoryBytes: () => largestRenderer(profileDir),
    async close() {
      await context.close();
      server.closeAllConnections();
      server.close();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

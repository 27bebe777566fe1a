import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { findChromium } from '@/demo/browser/find-chromium';
import type { Harness } from './disk-harness';

declare global {
  /** there is one only inside the page */
  var heed: Harness;
}

async function bundleHarness(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': resolve('.') } },
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve('tests/e2e/background/disk-harness.ts'), formats: ['iife'], name: 'heedHarness' },
    },
  })) as Rollup.RollupOutput[];
  const chunk = output[0]?.output[0];
  if (!chunk) throw new Error('The harness did not build');
  return chunk.code;
}

/** A real Chromium with a real disk, and a page in which the product's own storage code runs. */
export type Disk = {
  /** a page on an origin that no test has used before */
  fresh(): Promise<Page>;
  /** another page on the same origin: what a worker finds that started after the last one was killed */
  again(page: Page): Promise<Page>;
  close(): Promise<void>;
};

export async function openDisk(): Promise<Disk> {
  const code = await bundleHarness();
  const server = createServer((request, response) => {
    const isScript = request.url === '/harness.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript; charset=utf-8' : 'text/html' });
    response.end(isScript ? code : '<!doctype html><script src="/harness.js"></script>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const profileDir = await mkdtemp(join(tmpdir(), 'heed-disk-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profileDir, {
    executablePath: await findChromium(console.log),
    chromiumSandbox: process.platform !== 'linux',
    headless: true,
  });
  let origins = 0;
  const visit = async (url: string) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  return {
    fresh: () => visit(`http://t${++origins}.localhost:${port}/`),
    again: (page) => visit(page.url()),
    async close() {
      await context.close();
      server.closeAllConnections();
      server.close();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

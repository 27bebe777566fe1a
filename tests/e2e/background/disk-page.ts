import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { browserPid } from '@/demo/browser/browser-pid';
import { findChromium } from '@/demo/browser/find-chromium';
import { bundleScript } from '@/tests/support/bundle-script';
import { profileLeft } from '../support/profile-left';
import type { Harness } from './disk-harness';

declare global {
  /** there is one only inside the page */
  var heed: Harness;
}

/** A real Chromium with a real disk, and a page in which the product's own storage code runs. */
export type Disk = {
  /** a page on an origin that no test has used before */
  fresh(): Promise<Page>;
  /** another page on the same origin: what a worker finds that started after the last one was killed */
  again(page: Page): Promise<Page>;
  /** SIGKILL to the browser, as in a power cut; `again` opens another on the same disk (Linux only) */
  kill(): Promise<void>;
  close(): Promise<void>;
};

const nothing: RequestListener = (_, response) => response.writeHead(404).end();

/**
 * @param store everything under `/v1/`, on every origin
 * @param parent folder that the browser's profile is made in
 */
export async function openDisk(store: RequestListener = nothing, parent = tmpdir()): Promise<Disk> {
  const code = await bundleScript('tests/e2e/background/disk-harness.ts', 'heedHarness');
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/v1/')) return store(request, response);
    // Whoever asks for this stands still until it is killed.
    if (request.url === '/stand-still') return;
    const isScript = request.url === '/harness.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript; charset=utf-8' : 'text/html' });
    response.end(isScript ? code : '<!doctype html><script src="/harness.js"></script>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const profileDir = await mkdtemp(join(parent, 'heed-disk-'));
  const executablePath = await findChromium(console.log);
  const launch = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profileDir, {
      executablePath,
      chromiumSandbox: process.platform !== 'linux',
      headless: true,
    });
  let context = await launch();
  let killed = false;
  let origins = 0;
  const visit = async (url: string) => {
    if (killed) context = await launch();
    killed = false;
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  return {
    fresh: () => visit(`http://t${++origins}.localhost:${port}/`),
    again: (page) => visit(page.url()),
    async kill() {
      const closed = context.waitForEvent('close', { timeout: 20_000 });
      process.kill(await browserPid(profileDir), 'SIGKILL');
      await closed;
      await profileLeft(profileDir);
      killed = true;
    },
    async close() {
      await context.close();
      server.closeAllConnections();
      server.close();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

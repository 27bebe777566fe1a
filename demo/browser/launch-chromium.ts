import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Worker } from 'playwright-core';
import { browserPid } from './browser-pid';
import { findChromium } from './find-chromium';

export type LaunchOptions = {
  /** folder of an unpacked build, with its manifest.json */
  extensionDir: string;
  /** kept when given; else a new one that goes with `close` */
  profileDir?: string;
  headless: boolean;
  /** puts into the profile what the browser is to find there */
  prepare?: (profileDir: string) => Promise<void>;
  /** told in a sentence when a browser has to be installed */
  say?: (line: string) => void;
  viewport?: { width: number; height: number };
};

export type ExtensionBrowser = {
  context: BrowserContext;
  /** the background, as it was at the start: Chromium may stop it, and then starts another */
  worker: Worker;
  extensionId: string;
  profileDir: string;
  /** closes the browser, and removes the profile if it was made here; may be called twice */
  close(): Promise<void>;
  /** SIGKILL to the browser, as in a power cut; the profile stays (Linux only) */
  kill(): Promise<void>;
};

/** Chromium's sandbox needs user namespaces, which containers and new Ubuntus refuse to Linux programs. */
const SANDBOX = process.platform !== 'linux';

async function start(
  profileDir: string,
  options: LaunchOptions,
): Promise<{ context: BrowserContext; worker: Worker }> {
  const executablePath = await findChromium(options.say ?? console.log);
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath,
    headless: false, // Playwright's own headless mode loads no extensions; the new one does
    chromiumSandbox: SANDBOX,
    // Playwright would end this process at once; whoever starts a browser here closes it in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: options.headless ? (options.viewport ?? { width: 1280, height: 800 }) : null,
    args: [
      ...(options.headless ? ['--headless=new', '--disable-gpu'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      `--disable-extensions-except=${options.extensionDir}`,
      `--load-extension=${options.extensionDir}`,
    ],
  });
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  return { context, worker };
}

/**
 * Opens Chromium with one unpacked extension.
 * @throws when no browser can be found or installed, or the extension's background does not start within 20 s
 */
export async function launchWithExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'heed-chromium-')));
  const removeProfile = async () => {
    if (options.profileDir === undefined)
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await options.prepare?.(profileDir);
    const { context, worker } = await start(profileDir, options);
    return {
      context,
      worker,
      extensionId: new URL(worker.url()).host,
      profileDir,
      close: async () => {
        await context.close();
        await removeProfile();
      },
      kill: async () => {
        const closed = context.waitForEvent('close', { timeout: 20_000 });
        process.kill(await browserPid(profileDir), 'SIGKILL');
        await closed;
      },
    };
  } catch (error) {
    await removeProfile();
    throw error;
  }
}

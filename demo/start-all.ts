import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './browser/find-chromium';
import { buildExtension } from './build-extension';
import { startCrm } from './crm/start-crm';
import { freePort } from './network/free-port';
import { startTcpProxy, type TcpProxy } from './network/tcp-proxy';
import type { DemoOptions } from './options';
import type { Shutdown } from './shutdown';
import { type OpenStore, openStore } from './store/open-store';
import { readCrmCustomers } from './store/read-crm-customers';
import { generatedSource, importedSource, type Source } from './store/sources';
import { type Story, tellStory } from './tour/story';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Everything that the demo leaves on the disk. */
export const HEED = join(ROOT, '.heed');

export type Surroundings = {
  shutdown: Shutdown;
  print(line: string): void;
  /** aborted by Ctrl+C */
  stop: AbortSignal;
};

export type Running = {
  opened: OpenStore;
  network: TcpProxy;
  crmUrl: string;
  storeUrl: string;
  story: Story;
  extensionDir: string;
  /** of the window that a person gets: cards and unsent notes in it belong to this data */
  profileDir: string;
};

async function portFor(wanted: number, what: string, print: (line: string) => void): Promise<number> {
  const port = await freePort(wanted);
  if (port !== wanted) print(`Port ${wanted} is taken, so ${what} takes ${port}.`);
  return port;
}

async function startStore(source: Source, options: DemoOptions, { shutdown, print }: Surroundings) {
  const port = await portFor(options.port, 'the store', print);
  const inner = await freePort(0);
  const network = await startTcpProxy({ port, target: inner });
  shutdown.add(() => network.close());
  const storeUrl = `http://127.0.0.1:${port}`;
  const opened = await openStore({
    dataDir: source.dataDir,
    logDir: HEED,
    port: inner,
    publicUrl: storeUrl,
    asOf: options.asOf,
    organisation: source.organisation,
    say: print,
    fill: (store, authors) => source.fill(store, { authors, say: print }),
  });
  shutdown.add(() => opened.store.close());
  print(
    `The store is at ${storeUrl}, its data in ${relative(ROOT, source.dataDir)}` +
      `${opened.reused ? ' (as the last start left it)' : ''}.`,
  );
  return { opened, network, storeUrl };
}

/**
 * Starts store, wire, demo CRM and build, each one added to what the shutdown ends.
 * @throws Error in words for the person who started it
 */
export async function startAll(options: DemoOptions, around: Surroundings): Promise<Running> {
  const { shutdown, print } = around;
  const source = options.files
    ? await importedSource(HEED, options.files, options)
    : generatedSource(HEED, options.asOf);
  const building = buildExtension(ROOT);
  building.catch(() => undefined); // told where it is awaited
  const started = await startStore(source, options, around);
  const { db, clock } = started.opened.store;
  await source.report(started.opened.store, print);
  const featuredId = await source.featured(db, clock.now());
  const story = await tellStory({ db, now: clock.now() }, featuredId);
  const port = await portFor(Number(new URL(started.storeUrl).port) + 1, 'the demo CRM', print);
  const crm = await startCrm({
    customers: await readCrmCustomers(db),
    featuredId,
    port,
    generated: source.organisation.generated,
  });
  shutdown.add(crm.close);
  print(`The demo CRM is at ${crm.url}.`);
  const extensionDir = await building;
  print('The extension is built.');
  await findChromium(print);
  const profileDir = join(HEED, 'browser', basename(source.dataDir));
  return { ...started, crmUrl: crm.url, story, extensionDir, profileDir };
}

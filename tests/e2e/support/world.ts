import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createCrmApp } from '@/demo/crm/app';
import type { CrmCustomer } from '@/demo/crm/crm-records';
import { freePort } from '@/demo/network/free-port';
import { startTcpProxy, type TcpProxy } from '@/demo/network/tcp-proxy';
import { generateOrganisation } from '@/demo/organisation/generate-organisation';
import type { GeneratedCustomer } from '@/demo/organisation/generated';
import { ANA, BEN, SUPERVISOR } from '@/demo/organisation/people-of-the-desk';
import { writeOrganisation } from '@/demo/organisation/write-organisation';
import type { Company, PasswordsFor } from '@/server/auth/company/company';
import { buildSnapshot } from '@/server/snapshot/build-snapshot';
import { folderPacks } from '@/server/snapshot/folder-packs';
import { type RunningServer, startServer } from '@/server/start-server';
import { idsOfPeople, putPeople } from './people';

export const reps = { ana: ANA.email, ben: BEN.email, supervisor: SUPERVISOR.email };

/** A store behind a wire that can be cut, and a demo CRM with the same customers. All of it real, on loopback. */
export type World = {
  store: RunningServer;
  /** where browsers reach the store */
  storeUrl: string;
  crmUrl: string;
  wire: TcpProxy;
  customers: readonly GeneratedCustomer[];
  customer(number: string): GeneratedCustomer;
  close(): Promise<void>;
};

const silent = { info() {}, warn() {}, error() {}, debug() {} };

async function serve(handler: (request: Request) => Response | Promise<Response>): Promise<Server> {
  const server = createServer(getRequestListener(handler));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

type WorldOptions = {
  /** where sign-in may return to: the addresses of the extensions that will be used */
  redirectUris: string[];
  /** how many generated ones; C-00202 is at risk */
  customers?: number;
  /** customers besides the generated ones */
  extra?: GeneratedCustomer[];
  /** gives a first sync packs, which so small a store would do without */
  packed?: boolean;
  /** which share may be called at risk; the organisation's default else */
  atRiskShare?: number;
  /** stands between the wire and the store, which is on this port. @returns its own port */
  front?: (storePort: number) => Promise<number>;
  /** a company's own sign-in */
  company?: Company;
  passwordsFor?: PasswordsFor;
  /** changes what the CRM knows, so that it differs from what the store knows */
  crm?: (customers: CrmCustomer[]) => CrmCustomer[];
};

async function fill(store: RunningServer, options: WorldOptions): Promise<readonly GeneratedCustomer[]> {
  const generated = generateOrganisation({ start: new Date(), customers: options.customers ?? 210 });
  const organisation = { ...generated, customers: [...generated.customers, ...(options.extra ?? [])] };
  const authors = await idsOfPeople(store.db);
  await writeOrganisation(store.db, organisation, {
    defaultRegion: 'GB',
    authors,
    at: new Date(),
    onProgress: () => {},
  });
  if (options.atRiskShare !== undefined) {
    await store.db.updateTable('organisation').set({ at_risk_share: options.atRiskShare }).execute();
  }
  await store.rescore();
  return organisation.customers;
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-world-'));
  await putPeople(dataDir);
  const port = await freePort(0);
  const wire = await startTcpProxy({ port: 0, target: (await options.front?.(port)) ?? port });
  const storeUrl = `http://127.0.0.1:${wire.port}`;
  const store = await startServer({
    host: '127.0.0.1',
    port,
    publicUrl: storeUrl,
    dataDir,
    redirectUris: options.redirectUris,
    company: options.company,
    passwordsFor: options.passwordsFor,
    organisation: { name: 'Demo Telecom', defaultRegion: 'GB', currency: 'EUR', generated: true },
    log: silent,
  });
  const customers = await fill(store, options);
  if (options.packed)
    await buildSnapshot({ db: store.db, packs: folderPacks(join(dataDir, 'packs')), now: new Date() });
  const same = customers.map((c): CrmCustomer => ({ ...c, id: c.number }));
  const crmCustomers = options.crm?.(same) ?? same;
  const crm = await serve(
    createCrmApp({ customers: crmCustomers, featuredId: 'C-00202', generated: true }).fetch,
  );
  const byNumber = new Map(customers.map((c) => [c.number, c]));
  return {
    store,
    storeUrl,
    crmUrl: `http://127.0.0.1:${(crm.address() as AddressInfo).port}`,
    wire,
    customers,
    customer(number) {
      const found = byNumber.get(number);
      if (!found) throw new Error(`No customer ${number} in this world`);
      return found;
    },
    async close() {
      crm.closeAllConnections();
      crm.close();
      await wire.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

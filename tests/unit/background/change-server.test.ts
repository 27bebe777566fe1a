import { afterAll, expect, it, vi } from 'vitest';
import { changeServer } from '@/entrypoints/background/account-changes';
import type { Services } from '@/entrypoints/background/services';
import { json, startLoopbackServer } from '@/tests/support/loopback-server';
import { makeSession } from '@/tests/support/makers';
import { createMeta, openAccount, scriptStore } from '@/tests/support/scripted-store';

const OTHER = 'https://other.example';
const server = await startLoopbackServer();
afterAll(() => server.close());

const nothing = async () => {};
const cleared = { clear: nothing };
const forgotten = { forgetAll: nothing };

/** The parts of the background that another store's address changes; `signingOut` runs while the old store is told. */
function backgroundAt(signingOut: (account: Account) => Promise<void>) {
  let address = server.url;
  const read = async () => address;
  const write = async (origin: string) => {
    address = origin;
  };
  const { account } = openAccount({ url: server.url, now: Date.now, serverUrl: read, meta: createMeta() });
  const services = {
    account,
    ...{ calls: { unverifyAll: nothing }, logError: nothing },
    ...{ book: cleared, kept: cleared, phone: cleared, server: { read, write } },
    ...{ progress: { end: nothing }, forgetChoices: nothing },
    ...{ learnedSites: forgotten, teaching: forgotten },
    ...{ approvals: cleared, waitingCount: cleared, given: cleared, colleagues: cleared },
    ...{
      reasonModels: cleared,
      forgetRefused: async () => {},
      forgetWrapped() {},
      storeNames: { forget() {} },
      takeBacks: { isOwing: async () => false, settle: async () => {} },
    },
    ...{ callPrompts: cleared, outreach: cleared, playbookLog: cleared },
    ...{ repaintBadges: nothing, views: { changed: () => {} }, sites: { refresh: nothing } },
    // The last thing that a sign-out waits for.
    adapterNews: () => signingOut(account),
  };
  return { account, services: services as unknown as Services };
}
type Account = ReturnType<typeof openAccount>['account'];

it('whoever signs in at the old store while its address is exchanged is not signed in afterwards', async () => {
  scriptStore(server, { session: json(200, makeSession()) });
  const late = vi.fn((account: Account) => account.signIn(true));
  const { account, services } = backgroundAt((one) => (late.mock.calls.length === 0 ? late(one) : nothing()));
  await account.signIn(true);
  await changeServer(services, OTHER);
  expect(late).toHaveBeenCalledOnce();
  expect(await account.state()).toEqual({ state: 'signed-out' });
  await expect(account.signIn(false)).rejects.toMatchObject({ code: 'signed-out' });
});

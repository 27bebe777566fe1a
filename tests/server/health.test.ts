import { OpenAPIHono } from '@hono/zod-openapi';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOUR, SECOND, systemClock } from '@/lib/platform/clock';
import { healthRoute } from '@/server/routes/health';
import type { StoreApp, StoreEnv } from '@/server/routes/store-app';
import { describeEachDatabase } from './support/databases';
import { openStore, type StoreOnDatabase } from './support/open-store';
import { silentLog } from './support/test-store';

describeEachDatabase('how the store is', (kind) => {
  let store: StoreOnDatabase;
  beforeAll(async () => {
    store = await openStore(kind);
  });
  afterAll(() => store.discard());

  it('is counted once a second, however often somebody asks, and anew where the clock was set back', async () => {
    let now = systemClock.now().getTime();
    const app: StoreApp = new OpenAPIHono<StoreEnv>();
    const clock = { now: () => new Date(now) };
    healthRoute(app, { db: store.db, clock, databaseKind: store.kind, log: silentLog });
    const refused = async () => (await (await app.request('/health')).json()).publisher.refusedKeys;
    const refuse = (number: number) =>
      store.db
        .insertInto('refused_keys')
        .values({ number, key: new Uint8Array(8) })
        .execute();

    expect(await refused()).toBe(0);
    await refuse(1);
    now += SECOND - 1;
    expect(await refused()).toBe(0);
    now += 1;
    expect(await refused()).toBe(1);
    await refuse(2);
    now -= HOUR;
    expect(await refused()).toBe(2);
  });
});

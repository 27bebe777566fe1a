import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SECOND, systemClock } from '@/lib/platform/clock';
import { decodeCardBlock } from '@/lib/protocol/card-block';
import { decodeDeltaPage } from '@/lib/protocol/delta-page';
import { openBlock } from '@/lib/protocol/seal-block';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { markDirty } from '@/server/cards/mark-dirty';
import { PUBLISHER_LOCK } from '@/server/publish/publish-cards';
import { buildSnapshot } from '@/server/snapshot/build-snapshot';
import { addCustomer } from './support/add-customer';
import { type BookOverHttp, bookOverHttp } from './support/book-over-http';
import { contentOf, follow, newReader, readSnapshot } from './support/book-reader';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

const extension = 'chrome-extension://nknpakakehnckgofdmdmcifbdohiiobg';
const IMMUTABLE = 'private, max-age=31536000, immutable';

describeEachDatabase('the book over HTTP', (kind) => {
  let store: TestStore;
  let book: BookOverHttp;
  let customerId: string;
  beforeAll(async () => {
    store = await startTestStore(kind);
    customerId = await addCustomer(store.server.db, {
      identifiers: [{ kind: 'email', value: 'marta@example.org' }],
      responses: [{ score: 2 }],
    });
    await store.server.rescore();
    book = await bookOverHttp(store, 'rep');
  });
  afterAll(() => store.stop());

  const get = (path: string) => store.as('rep', path);
  const tail = () => `/v1/pages/0?book=${book.book}`;
  const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

  it('is a manifest of version 0 while there is no snapshot', () => {
    expect(book.manifest).toMatchObject({ version: 0, customers: 0, packs: [] });
  });

  it('says of the last page whether it is as it was', async () => {
    const first = await get(tail());
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-type')).toBe('application/octet-stream');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const authorization = await store.tokenOf('rep');
    const again = () =>
      fetch(store.server.url + tail(), { headers: { authorization, 'if-none-match': etag } });
    expect((await again()).status).toBe(304);

    await store.server.db.updateTable('customers').set({ tier: 'Gold' }).execute();
    await markDirty(store.server.db, [customerId], store.server.clock.now());
    await store.server.rescore();
    const changed = await again();
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
    const page = decodeDeltaPage(await openBlock(book.keys, { kind: 'page', n: 0 }, await bytesOf(changed)));
    expect(page).toMatchObject({ book: book.book, to: 2, full: false, customers: 1 });
  });

  it.each([
    ['beyond what there is', () => `/v1/pages/1?book=${book.book}`],
    ['of another book', () => '/v1/pages/0?book=01939000-0000-4000-8000-000000000001'],
  ])('has no page %s', async (_name, path) => {
    const answer = await get(path());
    expect(answer.status).toBe(410);
    expect(wireErrorSchema.parse(await answer.json()).error.code).toBe('gone');
  });

  it('gives one block as it is now, and says of which version', async () => {
    const answer = await get('/v1/blocks/cards/0');
    expect(answer.headers.get('x-heed-version')).toBe('2');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const contents = await openBlock(book.keys, { kind: 'cards', n: 0 }, await bytesOf(answer));
    expect(decodeCardBlock(0, contents)).toMatchObject([{ number: 1, version: 2, kind: 'card' }]);
    const empty = await get('/v1/blocks/cards/999');
    expect(
      decodeCardBlock(999, await openBlock(book.keys, { kind: 'cards', n: 999 }, await bytesOf(empty))),
    ).toEqual([]);
  });

  it('lets an extension read the version and the ETag', async () => {
    const answer = await fetch(`${store.server.url}/health`, { headers: { origin: extension } });
    expect(answer.headers.get('access-control-expose-headers')?.split(',')).toEqual(
      expect.arrayContaining(['x-heed-version', 'etag', 'retry-after']),
    );
  });

  it('is packs that never change once there is a snapshot, and health says how old it is', async () => {
    await buildSnapshot({ db: store.server.db, packs: store.server.packs, now: systemClock.now() });
    const answer = await get('/v1/book');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const now = await bookOverHttp(store, 'rep');
    expect(now.manifest).toMatchObject({ book: book.book, version: 2, customers: 1 });
    const pack = await get(`/v1/packs/${now.manifest.packs[0]?.id}`);
    expect(pack.headers.get('cache-control')).toBe(IMMUTABLE);
    const bySnapshot = await readSnapshot(now, now.manifest, now.pack);
    const byPages = newReader();
    await follow(now, byPages);
    expect(contentOf(bySnapshot)).toEqual(contentOf(byPages));
    const health = async () => (await fetch(`${store.server.url}/health`)).json();
    // What was asked before the snapshot is told for a second.
    await expect.poll(health, { timeout: 20_000 }).toMatchObject({
      protocol: 2,
      publisher: { waiting: 0, version: 2, lagSeconds: 0, refusedKeys: 0 },
      snapshot: { version: 2 },
    });
  });

  // The embedded one has a single connection: nobody can hold its publisher up.
  it.skipIf(kind.embedded)('says how long changes have waited while the publisher is held up', async () => {
    const { db, clock } = store.server;
    const ago = (seconds: number) => new Date(clock.now().getTime() - seconds * SECOND);
    const publisher = async () => (await (await fetch(`${store.server.url}/health`)).json()).publisher;
    await db.transaction().execute(async (held) => {
      await sql`select pg_advisory_xact_lock(${PUBLISHER_LOCK}::bigint)`.execute(held);
      await markDirty(db, [customerId], ago(90));
      await expect.poll(publisher, { timeout: 20_000 }).toMatchObject({ waiting: 1 });
      expect((await publisher()).lagSeconds).toBeGreaterThanOrEqual(90);
    });
    await store.server.rescore();
    await expect.poll(publisher, { timeout: 20_000 }).toMatchObject({ waiting: 0, lagSeconds: 0 });
  });
});

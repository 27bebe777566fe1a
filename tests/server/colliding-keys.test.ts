import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Identifier } from '@/lib/domain/identifier';
import { clockStartingAt } from '@/lib/platform/clock';
import { splitKeys } from '@/lib/protocol/joined-keys';
import { markDirty } from '@/server/cards/mark-dirty';
import { readBookHead } from '@/server/publish/pages';
import { publishCards } from '@/server/publish/publish-cards';
import { addCustomer, type CustomerSpec } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { openStore, type StoreOnDatabase } from './support/open-store';

const NOW = new Date('2026-11-22T12:00:00Z');

describeEachDatabase('two identifiers that hash alike', (kind) => {
  let store: StoreOnDatabase;
  beforeAll(async () => {
    store = await openStore(kind);
  });
  beforeEach(() => store.clear());
  afterAll(() => store.discard());
  const db = () => store.db;
  const add = (spec: CustomerSpec) => addCustomer(db(), spec);
  /** Every e-mail has one key; checks tell their texts apart. */
  const hash = (id: Identifier) =>
    id.kind === 'email' ? { key: 7n, check: id.value.length } : { key: BigInt(id.value.length), check: 1 };
  const publish = (now = NOW) => publishCards({ db: db(), clock: clockStartingAt(now), hash });
  const email = (value: string): Identifier => ({ kind: 'email', value });
  const phone: Identifier = { kind: 'phone', value: '+4420555010' };
  const keysOf = async (id: string) => {
    const { keys } = await db()
      .selectFrom('published_cards')
      .select('keys')
      .where('customer_id', '=', id)
      .executeTakeFirstOrThrow();
    return splitKeys(keys);
  };
  const refused = async () => (await db().selectFrom('refused_keys').selectAll().execute()).length;

  it('never lead to a stranger’s card: the later customer goes without that key', async () => {
    const first = await add({ identifiers: [email('a@example.org')] });
    expect(await publish()).toEqual({ refused: 0 });
    const second = await add({ identifiers: [email('longer@example.org'), phone] });
    expect(await publish()).toEqual({ refused: 1 });
    expect([await keysOf(first), await keysOf(second), await refused()]).toEqual([[7n], [11n], 1]);
    const start = await readBookHead(db());
    await markDirty(db(), [first, second], NOW);
    await publish();
    expect(await readBookHead(db())).toEqual(start);
    expect([await keysOf(first), await keysOf(second), await refused()]).toEqual([[7n], [11n], 1]);
  });

  it('are told apart within one batch too, and a shared address is no collision', async () => {
    const ids = [
      await add({ identifiers: [email('b@example.org')] }),
      await add({ identifiers: [email('b@example.org')] }),
      await add({ identifiers: [email('other@example.org')] }),
    ];
    await publish();
    const [one, same, other] = await Promise.all(ids.map(keysOf));
    // Which of the two texts came first is told by ids of one millisecond, which are in no order.
    expect(same).toEqual(one);
    expect([one, other].sort()).toEqual([[], [7n]]);
  });
});

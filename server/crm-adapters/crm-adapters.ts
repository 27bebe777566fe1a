import type { Kysely } from 'kysely';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import type { Session } from '@/lib/protocol/session';
import type { Database } from '@/server/db/schema';

type Db = Kysely<Database>;
type By = { userId: string; at: Date };

/** What a session says of adapters: the organisation's own, and which are off. */
export async function readCrmAdapters(db: Db): Promise<Pick<Session, 'adapters' | 'adaptersOff'>> {
  const rows = await db
    .selectFrom('crm_adapters')
    .select(['adapter_id', 'content', 'off'])
    .orderBy('adapter_id')
    .execute();
  return {
    // What is off too: only by its content does an extension know the pages on which it names nobody.
    adapters: rows.flatMap((row) => (row.content ? [{ ...row.content }] : [])),
    adaptersOff: rows.filter((row) => row.off).map((row) => row.adapter_id),
  };
}

/** All of them travel with every sign-in. */
const MOST_ADAPTERS = 50;

async function hasRoomFor(db: Db, id: string): Promise<boolean> {
  const { others } = await db
    .selectFrom('crm_adapters')
    .select((eb) => eb.fn.countAll<string>().as('others'))
    .where('adapter_id', '<>', id)
    .where('content', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(others) < MOST_ADAPTERS;
}

/** `older`: the one that is there is as new or newer; `too-many`: there is no room for another. Then nothing was changed. */
export type Put = 'put' | 'older' | 'too-many';

/** Keeps an adapter as the organisation's, in the place of an older one; switched on. */
export async function putCrmAdapter(db: Db, adapter: CrmAdapter, { userId, at }: By): Promise<Put> {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('crm_adapters')
      .select('content')
      .where('adapter_id', '=', adapter.id)
      .forUpdate()
      .executeTakeFirst();
    if (before?.content && before.content.version >= adapter.version) return 'older';
    if (!(await hasRoomFor(trx, adapter.id))) return 'too-many';
    const change = { content: JSON.stringify(adapter), off: false, changed_by: userId, changed_at: at };
    await trx
      .insertInto('crm_adapters')
      .values({ adapter_id: adapter.id, ...change })
      .onConflict((c) => c.column('adapter_id').doUpdateSet(change))
      .execute();
    return 'put';
  });
}

/**
 * Takes the organisation's adapter away, whatever its version: extensions go by their own again, where they have one. Its
 * row stays, with the kill switch: that is of the id, and what extensions bring along under it stays off.
 * @returns false where there was none
 */
export async function removeCrmAdapter(db: Db, id: string, { userId, at }: By): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('crm_adapters')
    .set({ content: null, changed_by: userId, changed_at: at })
    .where('adapter_id', '=', id)
    .where('content', 'is not', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The kill switch: every browser stops using it when it asks for its session next, within the hour. */
export async function switchCrmAdapter(
  db: Db,
  { id, off }: { id: string; off: boolean },
  { userId, at }: By,
): Promise<void> {
  const change = { off, changed_by: userId, changed_at: at };
  await db
    .insertInto('crm_adapters')
    .values({ adapter_id: id, content: null, ...change })
    .onConflict((c) => c.column('adapter_id').doUpdateSet(change))
    .execute();
}

import { createRoughWay } from '@/tests/support/rough-way';
import { openDisk } from '../e2e/background/disk-page';
import { aThirdFails, drain, queueNotes } from '../e2e/outbox/queue-notes';
import { startBareInserts } from './bare-inserts';
import type { Figure } from './figure';
import type { StoreSession } from './store-session';
import { timed } from './timed';

/**
 * A queue that was saved without a network, sent by a real browser to a store on PostgreSQL that fails a third of its
 * answers. Beside it, in the same browser, a loop that inserts a row for each note over HTTP, and of whose answers none
 * fails.
 */
export async function measureOutbox(
  { server, databaseUrl, userId: storeUserId, token }: StoreSession,
  count: number,
): Promise<Figure[]> {
  const way = createRoughWay(server.url);
  const disk = await openDisk(way.answer);
  const bare = await startBareInserts(databaseUrl);
  try {
    const who = { userId: `${server.url} ${storeUserId}`, token };
    const page = await disk.fresh();
    console.error(`${count.toLocaleString('en')} notes are being saved…`);
    await queueNotes(page, who, count);
    const rows = await page.evaluate(async (user) => {
      const entries = await heed.openDesk(user).outbox.list(user);
      return entries.map((entry) => JSON.stringify(entry.mutation));
    }, who.userId);
    way.answerInstead(bare.answer);
    const insert = (bodies: string[]) =>
      page.evaluate(async (all) => {
        for (const body of all) await (await fetch('/v1/bare', { method: 'POST', body })).text();
      }, bodies);
    const baseline = await timed(() => insert(rows));
    way.answerInstead(null);
    way.setFates(aThirdFails());
    const before = way.requests();
    const value = await timed(() => drain(page, who, count));
    const arrived = await server.db
      .selectFrom('notes')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('author_id', '=', storeUserId)
      .executeTakeFirstOrThrow();
    return [
      { name: 'outbox.drain', value, unit: 'ms', baseline, ratio: value / baseline },
      { name: 'outbox.requests', value: way.requests() - before, unit: '' },
      { name: 'outbox.arrived', value: arrived.n, unit: 'notes', baseline: count, ratio: arrived.n / count },
    ];
  } finally {
    await bare.close();
    await disk.close();
  }
}

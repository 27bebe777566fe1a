import autocannon from 'autocannon';
import { pageAfter } from '@/lib/protocol/delta-page';
import { type Manifest, manifestSchema } from '@/lib/protocol/manifest';
import type { Figure } from './figure';
import type { StoreSession } from './store-session';

/** Reps who start at nine, and those of them whose computers are new. */
const REPS = 5000;
const NEW = 50;
const CONNECTIONS = 100;
const MOST_SECONDS = 60;

type Load = { url: string; amount: number; headers: Record<string, string> };

async function fire(load: Load): Promise<{ seconds: number; p99: number }> {
  const result = await autocannon({ ...load, connections: Math.min(CONNECTIONS, load.amount), timeout: 30 });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${load.url}: ${result.non2xx} answers weren’t 200, ${result.errors} failed`);
  return { seconds: result.duration, p99: result.latency.p99 };
}

/**
 * Shift start: every rep asks for the last page of changes, fifty of them for the whole book. Bounded in number, and on
 * the loopback address.
 */
export async function measureHerd({ server, token }: StoreSession): Promise<Figure[]> {
  const headers = { authorization: `Bearer ${token}` };
  const get = async (path: string) => fetch(server.url + path, { headers });
  const readBook = async (): Promise<Manifest> => manifestSchema.parse(await (await get('/v1/book')).json());
  let manifest = await readBook();
  // The store packs what was just published beside the traffic, within a quarter of a minute.
  for (let i = 0; i < MOST_SECONDS && manifest.packs.length === 0; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    manifest = await readBook();
  }
  const { last_version } = await server.db
    .selectFrom('publisher_state')
    .select('last_version')
    .executeTakeFirstOrThrow();
  const page = `${server.url}/v1/pages/${pageAfter(last_version)}?book=${manifest.book}`;
  const deltas = await fire({ url: page, amount: REPS, headers });
  let snapshots = 0;
  for (const { id } of manifest.packs)
    snapshots += (await fire({ url: `${server.url}/v1/packs/${id}`, amount: NEW, headers })).seconds;
  const all = deltas.seconds + snapshots;
  return [
    { name: 'herd.deltas', value: deltas.seconds, unit: 's' },
    { name: 'herd.deltas.p99', value: deltas.p99, unit: 'ms' },
    { name: 'herd.snapshots', value: snapshots, unit: 's' },
    { name: 'herd.all', value: all, unit: 's', baseline: MOST_SECONDS, ratio: all / MOST_SECONDS },
  ];
}

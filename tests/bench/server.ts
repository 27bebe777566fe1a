import type { SaveNote } from '@/lib/protocol/mutation';
import { readBookHead } from '@/server/publish/pages';
import { publishCards } from '@/server/publish/publish-cards';
import { rescoreAll } from '@/server/rescore-all';
import { makeMutation } from '../server/support/make-mutation';
import { startBareInserts } from './bare-inserts';
import { type Figure, quantile } from './figure';
import { fillStore } from './store-of';
import type { StoreSession } from './store-session';
import { timed } from './timed';

const NOTES = 2000;
/** As many as the extension sends at once. */
const BATCH = 100;
const CHANGES = 40;

function notesOf(userId: string, count: number): SaveNote[] {
  return Array.from({ length: count }, (_, i) => {
    const value = `caller.${i % 500}@example.org`;
    return makeMutation({ userId, customer: { identifiers: [{ kind: 'email', value }] } });
  });
}

async function post(url: string, body: unknown, token?: string): Promise<void> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  await answer.arrayBuffer();
}

/** Notes as the extension sends them, beside a loop that inserts a row for each over HTTP. */
async function noteFigures({ server, databaseUrl, userId, token }: StoreSession): Promise<Figure[]> {
  const send = async (notes: SaveNote[]) => {
    for (let i = 0; i < notes.length; i += BATCH)
      await post(`${server.url}/v1/mutations`, { mutations: notes.slice(i, i + BATCH) }, token);
  };
  const bare = await startBareInserts(databaseUrl);
  try {
    await send(notesOf(userId, 500));
    const notes = notesOf(userId, NOTES);
    const baseline = await timed(async () => {
      for (const note of notes) await post(bare.url, note);
    });
    const value = await timed(() => send(notes));
    return [{ name: 'server.notes', value, unit: 'ms', baseline, ratio: value / baseline }];
  } finally {
    await bare.close();
  }
}

/** From a note's answer to the version that has it, as the database tells: `/health` says what was a second ago. */
async function lagFigures({ server, userId, token }: StoreSession): Promise<Figure[]> {
  const version = async () => (await readBookHead(server.db)).last_version;
  const lags: number[] = [];
  for (const note of notesOf(userId, CHANGES)) {
    const before = await version();
    await post(`${server.url}/v1/mutations`, { mutations: [note] }, token);
    lags.push(
      await timed(async () => {
        while ((await version()) === before) await new Promise((resolve) => setTimeout(resolve, 5));
      }),
    );
  }
  return [{ name: 'server.published.p95', value: quantile(lags, 0.95), unit: 'ms' }];
}

/** A whole organisation: published for the first time, and re-scored with nothing for a rep to see. */
async function bookFigures({ server: { db, clock } }: StoreSession, customers: number): Promise<Figure[]> {
  await fillStore(db, customers, clock.now());
  const first = await timed(() => publishCards({ db, clock }));
  await rescoreAll({ db, clock });
  const lastVersion = async () => (await readBookHead(db)).last_version;
  const before = await lastVersion();
  const again = await timed(() => rescoreAll({ db, clock }));
  return [
    { name: 'server.customers', value: customers, unit: '' },
    { name: 'server.first', value: first / 1000, unit: 's' },
    { name: 'server.rescore', value: again / 1000, unit: 's' },
    { name: 'server.rescore.sent', value: (await lastVersion()) - before, unit: 'changes' },
  ];
}

export async function measureServer(session: StoreSession, customers: number): Promise<Figure[]> {
  return [
    ...(await noteFigures(session)),
    ...(await lagFigures(session)),
    ...(await bookFigures(session, customers)),
  ];
}

import { type Card, cardSchema } from '@/lib/domain/card';
import type { CardsPage } from '@/lib/protocol/cards';
import type { CardKeys } from './card-keys';
import type { CardRow, CardsDb, CardsStateRow } from './cards-db';
import { seal, unseal } from './sealed';
import { onDisk } from './storage-error';

export type CardsInfo = { count: number; total: number; lastPullAt: string | null };

/** The customers at hand, looked up by hashed keys. Every method rejects with `storage-failed` or `storage-full`. */
export type CardsStore = {
  /** where the next page starts; 0 when nothing written under these keys is here */
  cursor(keys: CardKeys): Promise<number>;
  /**
   * Applies a page and its cursor in one transaction, only if the cursor is still the one the page was asked with.
   * @returns false when it is not
   */
  put(page: CardsPage, at: PutAt): Promise<boolean>;
  /** @returns for each key, in order, the numbers of the cards it leads to; one transaction */
  lookup(keys: readonly string[]): Promise<number[][]>;
  /** null where there is none, or it can't be read under these keys */
  get(number: number, keys: CardKeys): Promise<Card | null>;
  info(): Promise<CardsInfo>;
  clear(): Promise<void>;
};

export type PutAt = { askedWith: number; keys: CardKeys; now: Date };

const boundTo = (number: number) => `card ${number}`;
const STATE = 'cards';

function nextState(page: CardsPage, at: PutAt, count: number): CardsStateRow {
  const { fingerprint } = at.keys;
  const lastPullAt = at.now.toISOString();
  return { id: STATE, fingerprint, cursor: page.cursor, count, total: page.total, lastPullAt };
}

async function apply(db: CardsDb, page: CardsPage, at: PutAt, rows: CardRow[]): Promise<boolean> {
  const state = await db.state.get(STATE);
  const ours = state?.fingerprint === at.keys.fingerprint;
  if ((ours ? state.cursor : 0) !== at.askedWith) return false;
  if (!ours) await db.cards.clear();
  const touched = [...rows.map((r) => r.number), ...page.removed];
  const before = await db.cards.where('number').anyOf(touched).count();
  await db.cards.bulkDelete(page.removed);
  await db.cards.bulkPut(rows);
  const count = (ours ? state.count : 0) - before + rows.length;
  await db.state.put(nextState(page, at, count));
  return true;
}

export function createCardsStore(db: CardsDb): CardsStore {
  return {
    cursor: (keys) =>
      onDisk(async () => {
        const state = await db.state.get(STATE);
        return state?.fingerprint === keys.fingerprint ? state.cursor : 0;
      }),

    put: (page, at) =>
      onDisk(async () => {
        const removed = new Set(page.removed);
        const kept = page.cards.filter(({ card }) => !removed.has(card.number));
        // Sealed before the transaction: IndexedDB commits one that waits for anything else.
        const rows = await Promise.all(
          kept.map(async ({ card, keys }) => {
            const sealed = await seal(at.keys.card, card, boundTo(card.number));
            return { number: card.number, keys, sealed };
          }),
        );
        return db.transaction('rw', db.cards, db.state, () => apply(db, page, at, rows));
      }),

    lookup: (keys) =>
      onDisk(() =>
        db.transaction('r', db.cards, () =>
          Promise.all(keys.map((key) => db.cards.where('keys').equals(key).primaryKeys())),
        ),
      ),

    get: (number, keys) =>
      onDisk(async () => {
        const row = await db.cards.get(number);
        if (!row) return null;
        const value = await unseal(keys.card, row.sealed, boundTo(number)).catch(() => null);
        return cardSchema.safeParse(value).data ?? null;
      }),

    info: () =>
      onDisk(async () => {
        const state = await db.state.get(STATE);
        return {
          count: state?.count ?? 0,
          total: state?.total ?? 0,
          lastPullAt: state?.lastPullAt ?? null,
        };
      }),

    clear: () =>
      onDisk(() =>
        db.transaction('rw', db.cards, db.state, async () => {
          await db.cards.clear();
          await db.state.clear();
        }),
      ),
  };
}

import { Dexie, type EntityTable } from 'dexie';
import { type Sealed, seal, unseal } from './sealed';
import { onDisk } from './storage-error';

/** Small things on their way to the store, besides notes. */
export const waitingKinds = ['outreach-result', 'signal', 'nameless-signal'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/**
 * `owner` is `NoteUser.id` of whoever may send it; empty for what has no name, which says of nobody that it is theirs. The
 * id of such a row is the row's alone: by one that the store is told too, disk and store could be laid side by side.
 */
export type WaitingRow = {
  id: string;
  kind: WaitingKind;
  owner: string;
  /** sent no sooner; real time in milliseconds */
  dueAt: number;
  /** the store won't take it as it is: a person decides */
  refused: boolean;
  /** it may have reached the store; a row of before there was the word says nothing */
  leaving?: boolean;
  sealed: Sealed;
};

/** A month's token and whose it is, under an id that chance has picked. */
type ValueRow = { id: string; sealed: Sealed };
type KeyRow = { id: 'key'; key: CryptoKey };

/**
 * A database of its own: nothing of a nameless signal lies beside a row that names its giver. Sealed under a key of this
 * browser profile that no script can read out, and that whoever holds the disk has. Only the background opens it.
 */
export class WaitingDb extends Dexie {
  declare rows: EntityTable<WaitingRow, 'id'>;
  declare values: EntityTable<ValueRow, 'id'>;
  declare keys: EntityTable<KeyRow, 'id'>;

  constructor() {
    super('heed-waiting', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rows: 'id, dueAt', values: 'id', keys: 'id' });
  }
}

async function keyOf(db: WaitingDb): Promise<CryptoKey> {
  const known = await db.keys.get('key');
  if (known) return known.key;
  const use: KeyUsage[] = ['encrypt', 'decrypt'];
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, use);
  // Two at once: the first one written is the key, or what the other sealed could never be read.
  return db.transaction('rw', db.keys, async () => {
    const first = await db.keys.get('key');
    if (!first) await db.keys.add({ id: 'key', key: fresh });
    return first?.key ?? fresh;
  });
}

/** What is there of one waiting thing; `value` is null where it can't be read any more. */
export type WaitingEntry = Omit<WaitingRow, 'sealed'> & { value: unknown };

/** `value` is null where it can't be read any more. */
export type KeptValue = { id: string; value: unknown };

/** What may have reached the store can't be taken back. */
function createLeaving(db: WaitingDb) {
  return {
    /**
     * To be said before it is sent, and taken back where it wasn't.
     * @returns false when it isn't there any more: nothing of it is sent
     */
    setLeaving: (id: string, leaving: boolean): Promise<boolean> =>
      onDisk(async () => (await db.rows.update(id, { leaving })) === 1),

    /** Drops what can't have reached the store. @returns false when it may have, or isn't there any more */
    takeBack: (id: string): Promise<boolean> =>
      onDisk(() =>
        db.transaction('rw', db.rows, async () => {
          const row = await db.rows.get(id);
          if (!row || row.leaving) return false;
          await db.rows.delete(id);
          return true;
        }),
      ),
  };
}

/** Every method rejects with `storage-failed` or `storage-full`. */
export function createWaiting(db: WaitingDb) {
  const unsealed = async (sealed: Sealed, id: string) =>
    unseal(await keyOf(db), sealed, id).catch(() => null);

  const opened = (rows: readonly WaitingRow[]): Promise<WaitingEntry[]> =>
    Promise.all(rows.map(async ({ sealed, ...row }) => ({ ...row, value: await unsealed(sealed, row.id) })));

  return {
    put: ({ value, ...row }: Omit<WaitingEntry, 'refused'>): Promise<void> =>
      onDisk(async () => {
        const sealed = await seal(await keyOf(db), value, row.id);
        await db.rows.put({ ...row, refused: false, sealed });
      }),

    /** What of these kinds may be sent by now, oldest first. */
    due: (now: number, kinds: readonly WaitingKind[]): Promise<WaitingEntry[]> =>
      onDisk(async () => {
        const rows = await db.rows.where('dueAt').belowOrEqual(now).sortBy('dueAt');
        return opened(rows.filter((row) => !row.refused && kinds.includes(row.kind)));
      }),

    /** When what of these kinds waits is due, whether or not by now. */
    dueOf: (kinds: readonly WaitingKind[]): Promise<Pick<WaitingRow, 'id' | 'dueAt'>[]> =>
      onDisk(async () => {
        const rows = await db.rows.filter((row) => !row.refused && kinds.includes(row.kind)).toArray();
        return rows.map(({ id, dueAt }) => ({ id, dueAt }));
      }),

    putOff: (id: string, dueAt: number): Promise<void> =>
      onDisk(async () => {
        await db.rows.update(id, { dueAt });
      }),

    /** @returns false when it wasn't there any more */
    remove: (id: string): Promise<boolean> =>
      onDisk(() =>
        db.transaction('rw', db.rows, async () => {
          const known = (await db.rows.get(id)) !== undefined;
          await db.rows.delete(id);
          return known;
        }),
      ),

    ...createLeaving(db),

    refuse: (id: string): Promise<void> =>
      onDisk(async () => {
        await db.rows.update(id, { refused: true });
      }),

    /** What of a kind the store wouldn't take. @param owners whose */
    refused: (kinds: readonly WaitingKind[], owners: readonly string[]): Promise<WaitingEntry[]> =>
      onDisk(async () =>
        opened(
          await db.rows
            .filter((row) => row.refused && kinds.includes(row.kind) && owners.includes(row.owner))
            .toArray(),
        ),
      ),

    /**
     * At sign-out: nothing is left of what the store has answered, whoever it is of. What it hasn't got yet stays, as
     * notes do, for its owner or without one; so does a month's token, which nobody is given twice.
     */
    forgetRefused: (): Promise<void> =>
      onDisk(async () => {
        await db.rows.filter((row) => row.refused).delete();
      }),

    /** What is kept for longer, in no order. */
    values: (): Promise<KeptValue[]> =>
      onDisk(async () =>
        Promise.all(
          (await db.values.toArray()).map(async ({ id, sealed }) => ({
            id,
            value: await unsealed(sealed, id),
          })),
        ),
      ),

    /** @param instead the rows that it takes the place of, in one step */
    keep: (value: unknown, instead: readonly string[]): Promise<void> =>
      onDisk(async () => {
        const id = crypto.randomUUID();
        const sealed = await seal(await keyOf(db), value, id);
        await db.transaction('rw', db.values, async () => {
          await db.values.bulkDelete([...instead]);
          await db.values.add({ id, sealed });
        });
      }),
  };
}

export type Waiting = ReturnType<typeof createWaiting>;

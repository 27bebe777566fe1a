import { z } from 'zod';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import type { DetailsDb } from './details-db';
import { seal, unseal } from './sealed';
import { onDisk } from './storage-error';

const keptSchema = z.object({ detail: customerDetailSchema, asOf: z.iso.datetime() });

/** A customer's words as they were at `asOf`, real time. */
export type KeptDetail = z.infer<typeof keptSchema>;

/** Under which sign-in a row is written or read: what one user was shown is no other's to see. */
export type DetailsAccess = { keys: Pick<BookKeys, 'detail' | 'fingerprint'>; userId: string };

const MOST_KEPT = 200;
const OWNER = 'owner';
const boundTo = (number: number) => `detail ${number}`;
const ownerOf = ({ keys, userId }: DetailsAccess) => [keys.fingerprint, userId].join(' ');

async function isOwned(db: DetailsDb, access: DetailsAccess): Promise<boolean> {
  return (await db.owner.get(OWNER))?.owner === ownerOf(access);
}

/** Rows of another sign-in, or of other keys, can mean nothing here any more. */
async function takeOver(db: DetailsDb, access: DetailsAccess): Promise<void> {
  if (await isOwned(db, access)) return;
  await db.details.clear();
  await db.owner.put({ id: OWNER, owner: ownerOf(access) });
}

async function nextOpening(db: DetailsDb): Promise<number> {
  return ((await db.details.orderBy('opened').last())?.opened ?? 0) + 1;
}

async function forgetOldest(db: DetailsDb): Promise<void> {
  const tooMany = (await db.details.count()) - MOST_KEPT;
  if (tooMany <= 0) return;
  await db.details.bulkDelete(await db.details.orderBy('opened').limit(tooMany).primaryKeys());
}

/**
 * The words behind the cards opened last, for when the store can't be reached. Forgetting the sign-in's key makes them
 * unreadable; `clear` takes them off the disk. Every method rejects with `storage-failed` or `storage-full`.
 */
export function createDetails(db: DetailsDb) {
  return {
    /** Keeps what the store just told, in place of what it told before; the 201st takes the place of the one opened longest ago. */
    put: (access: DetailsAccess, kept: KeptDetail): Promise<void> =>
      onDisk(async () => {
        const { number } = kept.detail;
        // Sealed before the transaction: IndexedDB commits one that waits for anything else.
        const sealed = await seal(access.keys.detail, kept, boundTo(number));
        await db.transaction('rw', db.details, db.owner, async () => {
          await takeOver(db, access);
          await db.details.put({ number, opened: await nextOpening(db), sealed });
          await forgetOldest(db);
        });
      }),

    /** What was kept of this customer, who counts as opened now; null where nothing is, or nothing readable by this sign-in. */
    open: (access: DetailsAccess, number: number): Promise<KeptDetail | null> =>
      onDisk(async () => {
        const row = await db.transaction('rw', db.details, db.owner, async () => {
          await takeOver(db, access);
          await db.details.update(number, { opened: await nextOpening(db) });
          return db.details.get(number);
        });
        if (!row) return null;
        const value = await unseal(access.keys.detail, row.sealed, boundTo(number)).catch(() => null);
        return keptSchema.safeParse(value).data ?? null;
      }),

    /** The store won't tell it any more: neither will we. */
    remove: (number: number): Promise<void> => onDisk(() => db.details.delete(number)),

    clear: (): Promise<void> =>
      onDisk(() =>
        db.transaction('rw', db.details, db.owner, async () => {
          await db.details.clear();
          await db.owner.clear();
        }),
      ),
  };
}

export type Details = ReturnType<typeof createDetails>;

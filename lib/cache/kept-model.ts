import { type PackedModel, packedModelSchema } from '@/lib/protocol/reason-model';
import type { NotesDb } from './notes-db';
import { seal, sealedSchema, unseal } from './sealed';
import { onDisk } from './storage-error';
import type { UserKeys } from './user-key';

const PREFIX = 'reason-model:';
const idOf = (userId: string) => `${PREFIX}${userId}`;

/** What notes taught, for when the store can't be reached. Sealed: it is made of words of customers. */
export function createKeptModel(db: NotesDb, userKeys: UserKeys) {
  return {
    /** Null where none is here, or it is none that this Heed can read. */
    read: (userId: string): Promise<PackedModel | null> =>
      onDisk(async () => {
        const id = idOf(userId);
        const row = sealedSchema.safeParse((await db.meta.get(id))?.value);
        if (!row.success) return null;
        const value = await unseal(await userKeys.of(userId), row.data, id).catch(() => null);
        return packedModelSchema.safeParse(value).data ?? null;
      }),

    write: (userId: string, model: PackedModel): Promise<void> =>
      onDisk(async () => {
        const id = idOf(userId);
        await db.meta.put({ id, value: await seal(await userKeys.of(userId), model, id) });
      }),

    /** Everybody's: whoever is next gets it from the store. */
    clear: (): Promise<void> =>
      onDisk(async () => {
        await db.meta.where('id').startsWith(PREFIX).delete();
      }),
  };
}

export type KeptModel = ReturnType<typeof createKeptModel>;

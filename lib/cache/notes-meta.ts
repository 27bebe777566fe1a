import { z } from 'zod';
import { sessionSchema } from '@/lib/protocol/session';
import type { NotesDb } from './notes-db';
import { seal, unseal } from './sealed';
import { onDisk } from './storage-error';
import type { UserKeys } from './user-key';

const userSchema = z.object({ id: z.string(), storeUserId: z.string(), name: z.string() });
/** Owns rows, keys and drafts as `id`, see `noteUserId`; `storeUserId` is for the store alone. Outlives the browser, since notes work without a sign-in; only signing out ends it. */
export type NoteUser = z.infer<typeof userSchema>;

/**
 * Whose rows these are on this computer. A store says of its own accord who its users are, and anyone may run one: the
 * same user id at another address is somebody else. Origins hold no blank.
 * @param origin of the store
 */
export const noteUserId = (origin: string, storeUserId: string) => `${origin} ${storeUserId}`;

/** The store that this user is of. */
export const originOf = ({ id }: NoteUser) => id.slice(0, id.indexOf(' '));

/** What the organisation set up (reasons, playbook, zone), without the key to its cards. */
const organisationSchema = z.object({
  session: sessionSchema.omit({ lookupKey: true }),
  /** milliseconds from real to business time: not 0 only under `--as-of` */
  clockShift: z.number(),
});
export type StoredOrganisation = z.infer<typeof organisationSchema>;

const USER = 'user';
const CLIENT = 'client';
const organisationId = (userId: string) => `organisation:${userId}`;
const sealedSchema = z.object({ iv: z.instanceof(Uint8Array<ArrayBuffer>), data: z.instanceof(ArrayBuffer) });

/** What this installation knows besides notes: who uses it, and what their organisation set up. */
export function createNotesMeta(db: NotesDb, userKeys: UserKeys) {
  // Every lookup and every view asks for it; unsealing and parsing a whole playbook each time would cost milliseconds.
  let latest: { userId: string; organisation: StoredOrganisation } | null = null;

  return {
    /** This installation's id, the same for good. */
    clientId: (): Promise<string> =>
      onDisk(() =>
        db.transaction('rw', db.meta, async () => {
          const known = z.uuid().safeParse((await db.meta.get(CLIENT))?.value);
          if (known.success) return known.data;
          const fresh = crypto.randomUUID();
          await db.meta.put({ id: CLIENT, value: fresh });
          return fresh;
        }),
      ),

    user: (): Promise<NoteUser | null> =>
      onDisk(async () => userSchema.safeParse((await db.meta.get(USER))?.value).data ?? null),

    setUser: (user: NoteUser): Promise<void> =>
      onDisk(async () => {
        await db.meta.put({ id: USER, value: userSchema.parse(user) });
      }),

    /** Signed out by hand. That someone was here stays known: see `someoneSignedOut`. */
    forgetUser: (): Promise<void> =>
      onDisk(async () => {
        await db.meta.put({ id: USER, value: null });
      }),

    /**
     * The last user signed out and nobody signed in since. The store's cookie may still know them, and would sign the
     * next person at this desk in under their name.
     */
    someoneSignedOut: (): Promise<boolean> => onDisk(async () => (await db.meta.get(USER))?.value === null),

    /** What the user last worked with: reasons and playbook are there without a network, too. */
    organisation: (userId: string): Promise<StoredOrganisation | null> =>
      onDisk(async () => {
        if (latest?.userId === userId) return latest.organisation;
        const id = organisationId(userId);
        const row = sealedSchema.safeParse((await db.meta.get(id))?.value);
        if (!row.success) return null;
        const value = await unseal(await userKeys.of(userId), row.data, id).catch(() => null);
        const organisation = organisationSchema.safeParse(value).data ?? null;
        latest = organisation && { userId, organisation };
        return organisation;
      }),

    setOrganisation: (userId: string, organisation: StoredOrganisation): Promise<void> =>
      onDisk(async () => {
        const id = organisationId(userId);
        const value = await seal(await userKeys.of(userId), organisation, id);
        await db.meta.put({ id, value });
        latest = { userId, organisation };
      }),
  };
}

export type NotesMeta = ReturnType<typeof createNotesMeta>;

import { z } from 'zod';
import { sessionSchema } from '@/lib/protocol/session';
import { forgetSent, readEdited } from './forget-sent';
import type { NotesDb } from './notes-db';
import { seal, sealedSchema, unseal } from './sealed';
import { onDisk } from './storage-error';
import type { UserKeys } from './user-key';

export const userSchema = z.object({ id: z.string(), storeUserId: z.string(), name: z.string() });
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

/** Where the user stands; null there once they have signed out. */
export const USER = 'user';
const CLIENT = 'client';
const ORGANISATION = 'organisation:';
const organisationId = (userId: string) => `${ORGANISATION}${userId}`;

/** What this installation knows besides notes: who uses it, and what their organisation set up. */
export function createNotesMeta(db: NotesDb, userKeys: UserKeys) {
  // Every lookup and every view asks for it; unsealing and parsing a whole playbook each time would cost milliseconds.
  let latest: { userId: string; organisation: StoredOrganisation } | null = null;
  /** Counts what was written: what was read before that is not remembered after it. */
  let changes = 0;

  const readUser = async () => userSchema.safeParse((await db.meta.get(USER))?.value).data ?? null;

  function remember(next: typeof latest): void {
    changes += 1;
    latest = next;
  }

  /** Nobody but the user needs theirs: it comes anew with every sign-in. */
  async function forgetOrganisations(except: string | null): Promise<void> {
    await db.meta
      .where('id')
      .startsWith(ORGANISATION)
      .filter(({ id }) => id !== except)
      .delete();
  }

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

    user: (): Promise<NoteUser | null> => onDisk(readUser),

    setUser: (user: NoteUser): Promise<void> =>
      onDisk(() =>
        db.transaction('rw', db.meta, async () => {
          await db.meta.put({ id: USER, value: userSchema.parse(user) });
          await forgetOrganisations(organisationId(user.id));
        }),
      ),

    /**
     * Signed out by hand: who they are is forgotten, what their organisation set up, and what the store took of theirs.
     * What waits stays. That someone was here stays known: see `someoneSignedOut`.
     */
    forgetUser: (): Promise<void> =>
      onDisk(async () => {
        const user = await readUser();
        const edited = user && (await readEdited(db, userKeys, user.id));
        await db.transaction('rw', db.meta, db.drafts, db.outbox, async () => {
          await db.meta.put({ id: USER, value: null });
          await forgetOrganisations(null);
          if (edited) await forgetSent(db, user.id, edited);
        });
      }).finally(() => remember(null)),

    /**
     * The last user signed out and nobody signed in since. The store's cookie may still know them, and would sign the
     * next person at this desk in under their name.
     */
    someoneSignedOut: (): Promise<boolean> => onDisk(async () => (await db.meta.get(USER))?.value === null),

    /** What the user last worked with: reasons and playbook are there without a network, too. */
    organisation: (userId: string): Promise<StoredOrganisation | null> =>
      onDisk(async () => {
        if (latest?.userId === userId) return latest.organisation;
        const readAt = changes;
        const id = organisationId(userId);
        const row = sealedSchema.safeParse((await db.meta.get(id))?.value);
        if (!row.success) return null;
        const value = await unseal(await userKeys.of(userId), row.data, id).catch(() => null);
        const organisation = organisationSchema.safeParse(value).data ?? null;
        if (changes === readAt) latest = organisation && { userId, organisation };
        return organisation;
      }),

    setOrganisation: (userId: string, organisation: StoredOrganisation): Promise<void> =>
      onDisk(async () => {
        const id = organisationId(userId);
        const value = await seal(await userKeys.of(userId), organisation, id);
        await db.meta.put({ id, value });
        remember({ userId, organisation });
      }),
  };
}

export type NotesMeta = ReturnType<typeof createNotesMeta>;

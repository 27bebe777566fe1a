import type { NotesMeta, NoteUser, StoredOrganisation } from '@/lib/cache/notes-meta';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import { type BookKeys, deriveBookKeys } from '@/lib/protocol/book-keys';
import type { Session } from '@/lib/protocol/session';
import { PROTOCOL_VERSION } from '@/lib/protocol/version';
import type { Transport } from '@/lib/sync/network/transport';
import type { OAuth } from './oauth';
import { createSignedRequests, type SignedIn, signedInSchema } from './signed-requests';
import { createSigning, SESSION } from './signing';
import { createWhoIsHere } from './who-is-here';

/** `expired`: the keys are gone, and whose notes these are is still known. */
export type AccountState = { state: 'signed-out' } | { state: 'expired' | 'signed-in'; user: NoteUser };

type AccountDeps = {
  /** session storage: gone with the browser, closed to content scripts */
  area: StorageArea;
  /** on disk, and not where the notes are: see `createWhoIsHere` */
  local: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
  transport: Transport;
  oauth: OAuth;
  meta: NotesMeta;
  /** the store's address, as it is set now */
  serverUrl(): Promise<string>;
};

/**
 * Who is signed in, and requests in their name. Tokens and the lookup secret live in session storage only. Whose notes
 * these are outlives them: a sign-in that expired, or a browser that was restarted, takes no note from anyone.
 */
export function createAccount({ area, exclusive, clock, transport, oauth, ...deps }: AccountDeps) {
  const { local, meta } = deps;
  const what = { key: 'account', schema: signedInSchema.nullable(), fallback: null };
  const stored = createStoredValue<SignedIn | null>({ area, exclusive, ...what });
  const who = createWhoIsHere({ meta, local, exclusive });
  let derived: { from: string; keys: Promise<BookKeys> } | null = null;

  const request = createSignedRequests({ stored, exclusive, clock, transport, oauth });

  async function keepOrganisation(userId: string, { lookupKey: _, ...session }: Session): Promise<void> {
    if (session.protocol !== PROTOCOL_VERSION) throw new AppError('outdated');
    const clockShift = session.asOf === null ? 0 : new Date(session.now).getTime() - clock.now().getTime();
    await meta.setOrganisation(userId, { session, clockShift });
  }

  async function organisation(): Promise<StoredOrganisation | null> {
    const user = await who.user();
    return user ? meta.organisation(user.id) : null;
  }

  const alone = <T>(work: () => Promise<T>) => exclusive('heed-account', work);
  const forgetKeys = () => {
    derived = null;
  };
  const base = { ...{ area, exclusive, alone, clock, transport, oauth }, ...deps };

  return {
    request,
    organisation,
    ...createSigning({ ...base, stored, who, keepOrganisation, forgetKeys }),

    async state(): Promise<AccountState> {
      const user = await who.user();
      if (!user) return { state: 'signed-out' };
      const current = await stored.read();
      return { state: current?.userId === user.id ? 'signed-in' : 'expired', user };
    },

    /** Whose notes are written now. @throws {AppError} `signed-out` */
    async author(): Promise<NoteUser> {
      const user = await who.user();
      if (!user) throw new AppError('signed-out');
      return user;
    },

    /** Null while nobody is signed in: cards can't be looked up or read. */
    async bookKeys(): Promise<BookKeys | null> {
      const current = await stored.read();
      if (!current) return null;
      if (derived?.from !== current.lookupKey)
        derived = { from: current.lookupKey, keys: deriveBookKeys(current.lookupKey) };
      return derived.keys;
    },

    /** Business time: real, or shifted when the store works under `--as-of`. */
    async now(): Promise<Date> {
      return new Date(clock.now().getTime() + ((await organisation())?.clockShift ?? 0));
    },

    /** Reasons and playbook may have changed. Does nothing when the store can't be reached. */
    async reloadOrganisation(): Promise<void> {
      const current = await stored.read();
      if (!current) return;
      const session = await request(SESSION, current.userId);
      if (session.kind !== 'ok') return;
      await alone(async () => {
        // Whoever signed out while the store was asked: nothing of theirs is written down again.
        if ((await stored.read())?.userId === current.userId)
          await keepOrganisation(current.userId, session.value);
      });
    },
  };
}

export type Account = ReturnType<typeof createAccount>;

import { noteUserId, originOf } from '@/lib/cache/notes-meta';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import type { StoredValue } from '@/lib/platform/stored-value';
import { type Session, sessionSchema } from '@/lib/protocol/session';
import { outcomeError } from '@/lib/sync/network/outcome-error';
import type { Transport } from '@/lib/sync/network/transport';
import type { OAuth } from './oauth';
import { createOwedSignOuts } from './owed-sign-outs';
import type { SignedIn } from './signed-requests';
import type { WhoIsHere } from './who-is-here';

type SigningDeps = {
  area: StorageArea;
  local: StorageArea;
  exclusive: Exclusive;
  /** nobody is signed in and out at once */
  alone<T>(work: () => Promise<T>): Promise<T>;
  clock: Clock;
  transport: Transport;
  oauth: OAuth;
  serverUrl(): Promise<string>;
  /** who is signed in */
  stored: StoredValue<SignedIn | null>;
  who: WhoIsHere;
  keepOrganisation(userId: string, session: Session): Promise<void>;
  forgetKeys(): void;
};

/** Who somebody is at the store, and the keys to its book. What isn't understood of its playbook, the schema leaves out. */
export const SESSION = { path: '/v1/session?sifts=playbook', schema: sessionSchema };

/** Signing in and out; a store that can't be reached at a sign-out hears of it before anybody signs in there again. */
export function createSigning({ exclusive, transport, oauth, stored, who, serverUrl, ...deps }: SigningDeps) {
  const { alone, keepOrganisation, forgetKeys } = deps;
  const owed = createOwedSignOuts({ ...deps, exclusive, oauth });

  /** The store whose cookie may know who is here; null where nobody is. */
  async function storeToTell(): Promise<string | null> {
    const last = await stored.read().catch(() => null);
    if (last) return last.tokens.origin;
    const user = await who.user().catch(() => undefined);
    return user === undefined ? serverUrl() : user && originOf(user);
  }

  /** Waits for a store only where there are tokens to revoke: what the cookie needs may take a minute. */
  async function tell(origin: string, refreshToken: string | null): Promise<void> {
    const revoked = refreshToken === null ? null : await oauth.revoke(origin, refreshToken);
    if (revoked?.kind === 'ok') return owed.settled(origin);
    // Asking again at once would find no network, either; the alarm does.
    if (revoked?.kind !== 'offline') owed.settle(origin).catch(() => {});
  }

  async function signIn(interactive: boolean): Promise<void> {
    const isOwed = await owed.isOwed(await serverUrl());
    const askAgain = isOwed || (await who.someoneSignedOut());
    if (askAgain && !interactive) throw new AppError('signed-out', 'signed out by hand');
    // Heed may have been taken off this browser while another was signed in: the store's cookie may still be theirs.
    const asks = interactive && (askAgain || (await who.user()) === null);
    const tokens = await oauth.signIn({ interactive, askAgain: asks });
    if (tokens.kind !== 'ok') throw outcomeError(tokens);
    const { origin, access } = tokens.value;
    const session = await transport({ ...SESSION, origin, token: access });
    if (session.kind !== 'ok') throw outcomeError(session);
    const { user: told, lookupKey } = session.value;
    const user = { id: noteUserId(origin, told.id), storeUserId: told.id, name: told.name };
    const known = await who.user();
    // The cookie may be another's by now: nobody becomes someone else without being asked.
    if (!interactive && known && known.id !== user.id) throw new AppError('signed-out', 'someone else');
    await alone(async () => {
      // Another store has been set meanwhile, and whoever was signed in here was signed out.
      if ((await serverUrl()) !== origin) throw new AppError('signed-out', 'another store');
      // Whoever was here signed out while the store was asked: its cookie signs nobody in again.
      if (!asks && (await who.someoneSignedOut())) throw new AppError('signed-out', 'meanwhile');
      await keepOrganisation(user.id, session.value);
      await who.set(user);
      await stored.write({ userId: user.id, tokens: tokens.value, lookupKey });
      // The cookie is theirs now: nothing is left to end.
      await owed.settled(origin);
    });
  }

  return {
    /** @throws {AppError} `signed-out` when it came to nothing; `offline`, `server-error`, `outdated` */
    signIn: async (interactive: boolean): Promise<void> =>
      owed.before(await serverUrl(), () => signIn(interactive)),

    /** Ends at their stores the sessions of who signed out while these couldn't be reached. */
    endOwedSessions: owed.settleAll,

    /** From now on the store's cookie signs nobody in here, though whoever leaves may still send their last note. */
    async leaves(): Promise<void> {
      const origin = await storeToTell();
      if (origin !== null) await owed.add(origin);
    },

    /**
     * Forgets tokens, keys and who it was, also where a disk fails; the store hears after `keysGone`, or as soon as it
     * can be reached. Notes stay.
     */
    async signOut(keysGone: () => void = () => {}): Promise<void> {
      const { last, origin, failed } = await alone(async () => {
        const origin = await storeToTell().catch(() => null);
        // Before anything is forgotten: a worker that is killed here leaves no cookie that nobody will end.
        const noted = await Promise.allSettled(origin === null ? [] : [owed.add(origin)]);
        // Where even this fails, this worker knows, and `forget` may still succeed.
        await Promise.allSettled([who.signsOut()]);
        const last = await stored.read();
        const cleared = await Promise.allSettled([stored.clear()]);
        forgetKeys();
        keysGone();
        const forgotten = await Promise.allSettled([who.forget()]);
        const failed = [...noted, ...cleared, ...forgotten].find((one) => one.status === 'rejected');
        return { last, origin, failed };
      });
      if (origin !== null) await tell(origin, last?.tokens.refresh ?? null);
      if (failed) throw failed.reason;
    },
  };
}

import { z } from 'zod';
import { type CardKeys, deriveCardKeys } from '@/lib/cache/card-keys';
import type { NotesMeta, NoteUser, StoredOrganisation } from '@/lib/cache/notes-meta';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, MINUTE } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import { type Session, sessionSchema } from '@/lib/protocol/session';
import { PROTOCOL_VERSION } from '@/lib/protocol/version';
import type { OAuth, Tokens } from './oauth';
import { outcomeError } from './outcome-error';
import type { Outcome, Request, Transport } from './transport';

const signedInSchema = z.object({
  userId: z.string(),
  tokens: z.object({ access: z.string(), refresh: z.string().nullable(), expiresAt: z.number() }),
  lookupKey: z.string(),
});
type SignedIn = z.infer<typeof signedInSchema>;

export type AccountState = { state: 'signed-out' } | { state: 'expired' | 'signed-in'; user: NoteUser };

type AccountDeps = {
  /** session storage: gone with the browser, closed to content scripts */
  area: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
  transport: Transport;
  oauth: OAuth;
  meta: NotesMeta;
};

/** Renewed when less than this is left, so that no request sets out with a token that ends on the way. */
const MARGIN = MINUTE;
const SESSION = { path: '/v1/session', schema: sessionSchema };

/**
 * Who is signed in, and requests in their name. Tokens and the lookup key live in session storage only. Whose notes
 * these are outlives them: a sign-in that expired, or a browser that was restarted, takes no note from anyone.
 */
export function createAccount({ area, exclusive, clock, transport, oauth, meta }: AccountDeps) {
  const key = 'account';
  const schema = signedInSchema.nullable();
  const stored = createStoredValue<SignedIn | null>({ area, exclusive, key, schema, fallback: null });
  let derived: { from: string; keys: Promise<CardKeys> } | null = null;

  /** Only if these tokens are still the ones in use: someone may have signed out, or in again, meanwhile. */
  const replaceTokens = (used: SignedIn, next: SignedIn | null) =>
    stored.update((now) => (now?.tokens.access === used.tokens.access ? next : now));

  /** One refresh at a time: the store takes each refresh token once. */
  function renew(stale: SignedIn): Promise<Outcome<SignedIn>> {
    return exclusive('heed-refresh', async () => {
      const current = await stored.read();
      if (!current) return { kind: 'signed-out' };
      if (current.tokens.access !== stale.tokens.access) return { kind: 'ok', value: current };
      const { refresh } = current.tokens;
      const outcome: Outcome<Tokens> =
        refresh === null ? { kind: 'signed-out' } : await oauth.refresh(refresh);
      if (outcome.kind === 'ok') {
        const next = { ...current, tokens: outcome.value };
        await replaceTokens(current, next);
        return { kind: 'ok', value: next };
      }
      // RFC 6749 §5.2: a refresh token that ran out, was spent or revoked is told by 400 or 401.
      const over = outcome.kind === 'signed-out' || (outcome.kind === 'refused' && outcome.status === 400);
      if (!over) return outcome;
      await replaceTokens(current, null);
      return { kind: 'signed-out' };
    });
  }

  async function request<T>(asked: Request<T>): Promise<Outcome<T>> {
    let current = await stored.read();
    if (!current) return { kind: 'signed-out' };
    if (current.tokens.expiresAt - clock.now().getTime() < MARGIN) {
      const renewed = await renew(current);
      if (renewed.kind !== 'ok') return renewed;
      current = renewed.value;
    }
    const first = await transport({ ...asked, token: current.tokens.access });
    if (first.kind !== 'signed-out') return first;
    const renewed = await renew(current);
    if (renewed.kind !== 'ok') return renewed;
    const second = await transport({ ...asked, token: renewed.value.tokens.access });
    if (second.kind === 'signed-out') await replaceTokens(renewed.value, null);
    return second;
  }

  async function keepOrganisation({ lookupKey: _, ...session }: Session): Promise<void> {
    if (session.protocol !== PROTOCOL_VERSION) throw new AppError('outdated');
    const clockShift = session.asOf === null ? 0 : new Date(session.now).getTime() - clock.now().getTime();
    await meta.setOrganisation(session.user.id, { session, clockShift });
  }

  async function organisation(): Promise<StoredOrganisation | null> {
    const user = await meta.user();
    return user ? meta.organisation(user.id) : null;
  }

  return {
    request,
    organisation,

    async state(): Promise<AccountState> {
      const user = await meta.user();
      if (!user) return { state: 'signed-out' };
      const current = await stored.read();
      return { state: current?.userId === user.id ? 'signed-in' : 'expired', user };
    },

    /** Whose notes are written now. @throws {AppError} `signed-out` */
    async author(): Promise<NoteUser> {
      const user = await meta.user();
      if (!user) throw new AppError('signed-out');
      return user;
    },

    /** Null while nobody is signed in: cards can't be looked up or read. */
    async cardKeys(): Promise<CardKeys | null> {
      const current = await stored.read();
      if (!current) return null;
      if (derived?.from !== current.lookupKey)
        derived = { from: current.lookupKey, keys: deriveCardKeys(current.lookupKey) };
      return derived.keys;
    },

    /** Business time: real, or shifted when the store works under `--as-of`. */
    async now(): Promise<Date> {
      return new Date(clock.now().getTime() + ((await organisation())?.clockShift ?? 0));
    },

    /** @throws {AppError} `signed-out` when it came to nothing; `offline`, `server-error`, `outdated` */
    async signIn(interactive: boolean): Promise<void> {
      const askAgain = await meta.someoneSignedOut();
      if (askAgain && !interactive) throw new AppError('signed-out', 'signed out by hand');
      const tokens = await oauth.signIn({ interactive, askAgain });
      if (tokens.kind !== 'ok') throw outcomeError(tokens);
      const session = await transport({ ...SESSION, token: tokens.value.access });
      if (session.kind !== 'ok') throw outcomeError(session);
      const { user, lookupKey } = session.value;
      await keepOrganisation(session.value);
      await meta.setUser(user);
      await stored.write({ userId: user.id, tokens: tokens.value, lookupKey });
    },

    /** Reasons and playbook may have changed. Does nothing when the store can't be reached. */
    async reloadOrganisation(): Promise<void> {
      const session = await request(SESSION);
      if (session.kind === 'ok') await keepOrganisation(session.value);
    },

    /** Forgets tokens, keys and who it was. Notes stay, for their author. */
    async signOut(): Promise<void> {
      const current = await stored.read();
      await stored.clear();
      derived = null;
      if (await meta.user()) await meta.forgetUser();
      if (current?.tokens.refresh) await oauth.revoke(current.tokens.refresh);
    },
  };
}

export type Account = ReturnType<typeof createAccount>;

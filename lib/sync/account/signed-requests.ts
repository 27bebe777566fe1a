import { z } from 'zod';
import { type Clock, MINUTE } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { StoredValue } from '@/lib/platform/stored-value';
import type { Outcome, Request, Transport } from '@/lib/sync/network/transport';
import type { OAuth, Tokens } from './oauth';

/** A sign-in as session storage holds it. */
export const signedInSchema = z.object({
  /** `NoteUser.id` */
  userId: z.string(),
  tokens: z.object({
    origin: z.string(),
    access: z.string(),
    refresh: z.string().nullable(),
    expiresAt: z.number(),
  }),
  /** the lookup secret, named as on the wire */
  lookupKey: z.string(),
});
export type SignedIn = z.infer<typeof signedInSchema>;

type RequestDeps = {
  /** who is signed in; null after the store ended it */
  stored: StoredValue<SignedIn | null>;
  exclusive: Exclusive;
  clock: Clock;
  transport: Transport;
  oauth: Pick<OAuth, 'refresh'>;
};

/** Renewed when less than this is left, so that no request sets out with a token that ends on the way. */
const MARGIN = MINUTE;

/**
 * Requests in the name of who is signed in. A token that ran out is renewed once, for all who wait; when the store
 * won't, the sign-in is over. Without an answer the person stays signed in, offline.
 */
export function createSignedRequests({ stored, exclusive, clock, transport, oauth }: RequestDeps) {
  /** Only if these tokens are still the ones in use: someone may have signed out, or in again, meanwhile. */
  const replaceTokens = (used: SignedIn, next: SignedIn | null) =>
    stored.update((now) => (now?.tokens.access === used.tokens.access ? next : now));

  /** One refresh at a time: the store takes each refresh token once. */
  function renew(stale: SignedIn): Promise<Outcome<SignedIn>> {
    return exclusive('heed-refresh', async () => {
      const current = await stored.read();
      if (current?.userId !== stale.userId) return { kind: 'signed-out' };
      if (current.tokens.access !== stale.tokens.access) return { kind: 'ok', value: current };
      const { origin, refresh } = current.tokens;
      const outcome: Outcome<Tokens> =
        refresh === null ? { kind: 'signed-out' } : await oauth.refresh(origin, refresh);
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

  const sendAs = <T>(asked: Request<T>, { tokens }: SignedIn) =>
    transport({ ...asked, origin: tokens.origin, token: tokens.access });

  /** @param only `NoteUser.id`: sent in this user's name or not at all */
  return async function request<T>(asked: Request<T>, only?: string): Promise<Outcome<T>> {
    let current = await stored.read();
    if (!current || (only !== undefined && current.userId !== only)) return { kind: 'signed-out' };
    if (current.tokens.expiresAt - clock.now().getTime() < MARGIN) {
      const renewed = await renew(current);
      if (renewed.kind !== 'ok') return renewed;
      current = renewed.value;
    }
    const first = await sendAs(asked, current);
    if (first.kind !== 'signed-out') return first;
    const renewed = await renew(current);
    if (renewed.kind !== 'ok') return renewed;
    const second = await sendAs(asked, renewed.value);
    if (second.kind === 'signed-out') await replaceTokens(renewed.value, null);
    return second;
  };
}

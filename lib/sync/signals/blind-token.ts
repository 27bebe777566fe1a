import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { z } from 'zod';
import type { KeptValue, Waiting } from '@/lib/cache/waiting';
import type { Exclusive } from '@/lib/platform/storage-area';
import { type SignalKey, signalKeySchema, tokenAnswerSchema } from '@/lib/protocol/signals';
import type { Account } from '@/lib/sync/account/account';
import { storeRefuses } from '@/lib/sync/network/store-said';

type TokenDeps = {
  account: Pick<Account, 'state' | 'now' | 'request'>;
  waiting: Pick<Waiting, 'values' | 'keep'>;
  exclusive: Exclusive;
};

const common = { team: z.string(), month: z.string() };
const tokenSchema = z.discriminatedUnion('state', [
  /** asked for; the same is asked for again until an answer is here */
  z.object({ ...common, state: z.literal('asked'), key: signalKeySchema.shape.publicKey }).extend({
    message: z.string(),
    blinded: z.string(),
    inv: z.string(),
  }),
  z.object({ ...common, state: z.literal('ready'), message: z.string(), signature: z.string() }),
  /** this person has another one, on another computer or in a profile that was lost */
  z.object({ ...common, state: z.literal('elsewhere') }),
]);
type Stored = z.infer<typeof tokenSchema>;
type Asked = Extract<Stored, { state: 'asked' }>;
/** Whose it is lies sealed with it: in clear beside it, the disk would name whoever gives by it. */
const keptSchema = z.object({ owner: z.string(), token: tokenSchema });
type Kept = z.infer<typeof keptSchema> & { row: string };
export type BlindToken = Extract<Stored, { state: 'ready' }>;

/** An older Heed named the owner in the row's id. */
const OLDER = 'token ';

function keptIn({ id, value }: KeptValue): Kept[] {
  const kept = keptSchema.safeParse(value).data;
  if (kept) return [{ row: id, ...kept }];
  const token = id.startsWith(OLDER) && tokenSchema.safeParse(value).data;
  return token ? [{ row: id, owner: id.slice(OLDER.length), token }] : [];
}

/** RFC 9474's recommended variant: what the store signs can't be matched with what it sees later, by anyone. */
const suite = RSABSSA.SHA384.PSS.Randomized();

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const importKey = (key: SignalKey['publicKey']) =>
  crypto.subtle.importKey('jwk', key, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);

async function prepare({ team, month, publicKey }: SignalKey): Promise<Asked> {
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
  const { blindedMsg, inv } = await suite.blind(await importKey(publicKey), message);
  const hidden = { message: toBase64(message), blinded: toBase64(blindedMsg), inv: toBase64(inv) };
  return { state: 'asked', team, month, key: publicKey, ...hidden };
}

/** @throws where the store signed something else */
async function unblind({ team, month, key, ...asked }: Asked, signature: string): Promise<BlindToken> {
  const message = toBytes(asked.message);
  const final = await suite.finalize(await importKey(key), message, toBytes(signature), toBytes(asked.inv));
  return { state: 'ready', team, month, message: asked.message, signature: toBase64(final) };
}

/**
 * The month's token, by which a signal is given without a name: see `server/signals/nameless.ts`. Every extension fetches
 * it as soon as somebody is signed in, so that asking for one tells nothing of whoever gives.
 */
export function createBlindToken({ account, waiting, exclusive }: TokenDeps) {
  const thisMonth = async () => (await account.now()).toISOString().slice(0, 7);
  const all = async () => (await waiting.values()).flatMap(keptIn);

  async function read(userId: string): Promise<Kept | null> {
    const month = await thisMonth();
    return (await all()).find(({ owner, token }) => owner === userId && token.month === month) ?? null;
  }

  /** In place of what was known of this person, and of every token whose month is over, whoever's it was. */
  async function write(userId: string, token: Stored): Promise<void> {
    const isOver = (one: Kept) => one.owner === userId || one.token.month < token.month;
    await waiting.keep(
      { owner: userId, token },
      (await all()).filter(isOver).map(({ row }) => row),
    );
  }

  async function renameOlder(): Promise<void> {
    for (const { row, owner, token } of await all()) if (row.startsWith(OLDER)) await write(owner, token);
  }

  async function ask(userId: string): Promise<Asked | null> {
    const answer = await account.request({ path: '/v1/signals/key', schema: signalKeySchema }, userId);
    return answer.kind === 'ok' ? prepare(answer.value) : null;
  }

  async function fetch(userId: string): Promise<void> {
    await renameOlder();
    const known = (await read(userId))?.token;
    if (known && known.state !== 'asked') return;
    const asked = known ?? (await ask(userId));
    if (!asked) return;
    // On disk first: an answer that is lost can be asked for again with this, and with nothing else.
    if (!known) await write(userId, asked);
    const { month, blinded, team } = asked;
    const request = { path: '/v1/signals/token', schema: tokenAnswerSchema, body: { month, blinded } };
    const answer = await account.request(request, userId);
    if (answer.kind === 'ok') await write(userId, await unblind(asked, answer.value.signature));
    else if (storeRefuses(answer) && answer.status === 403)
      await write(userId, { state: 'elsewhere', team, month });
  }

  return {
    /** Fetches it where it isn't here. Without an answer it is tried again later. */
    async fetch(): Promise<void> {
      const who = await account.state();
      if (who.state === 'signed-in') await exclusive('heed-signal-token', () => fetch(who.user.id));
    },

    /** @returns null before the store was asked this month */
    async of(userId: string): Promise<BlindToken | 'elsewhere' | null> {
      const known = (await read(userId))?.token;
      if (known?.state === 'ready') return known;
      return known?.state === 'elsewhere' ? 'elsewhere' : null;
    },
  };
}

export type BlindTokens = ReturnType<typeof createBlindToken>;

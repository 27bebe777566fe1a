import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { Kysely } from 'kysely';
import type { SignalKey } from '@/lib/protocol/signals';
import type { Database } from '@/server/db/schema';

type TeamMonth = Pick<SignalKey, 'team' | 'month'>;

const BITS = 2048;
const SALT = 48;
const generate = promisify(generateKeyPair);

async function readKey(db: Kysely<Database>, { team, month }: TeamMonth): Promise<KeyObject | null> {
  const row = await db
    .selectFrom('signal_keys')
    .select('private_key')
    .where('team', '=', team)
    .where('month', '=', month)
    .executeTakeFirst();
  return row ? createPrivateKey({ key: row.private_key, format: 'jwk' }) : null;
}

/** The team's key of that month, made at first need; of two made at once, the first one written is the key. */
export async function teamKey(db: Kysely<Database>, of: TeamMonth): Promise<KeyObject> {
  const known = await readKey(db, of);
  if (known) return known;
  const { privateKey } = await generate('rsa', { modulusLength: BITS });
  await db
    .insertInto('signal_keys')
    .values({ ...of, private_key: JSON.stringify(privateKey.export({ format: 'jwk' })) })
    .onConflict((c) => c.columns(['team', 'month']).doNothing())
    .execute();
  const key = await readKey(db, of);
  if (!key) throw new Error('the key that was just written is gone');
  return key;
}

export function publicPart(key: KeyObject): SignalKey['publicKey'] {
  const { n = '', e = '' } = createPublicKey(key).export({ format: 'jwk' });
  return { kty: 'RSA', n, e };
}

/**
 * RFC 9474 §4.3: the bare RSA operation, which OpenSSL does in a millisecond. Nothing is decrypted here: what comes in is
 * a number that hides what will be signed.
 * @returns null for a number that the key can't sign
 */
export function signBlindly(key: KeyObject, blinded: Uint8Array): Uint8Array | null {
  if (blinded.length !== BITS / 8) return null;
  try {
    return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded);
  } catch {
    return null;
  }
}

/** Did this team sign the token in that month? Makes no key: a month that has none signed nothing. */
export async function isSigned(
  db: Kysely<Database>,
  of: TeamMonth,
  { token, signature }: { token: Uint8Array; signature: Uint8Array },
): Promise<boolean> {
  const key = await readKey(db, of);
  if (!key) return false;
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT };
  return verify('sha384', token, { key: createPublicKey(key), ...padding }, signature);
}

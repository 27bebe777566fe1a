import { hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { lookupKey } from '@/lib/protocol/lookup-key';
import { openBlock, sealPlain, sealStable } from '@/lib/protocol/seal-block';
import { PROTOCOL_VERSION } from '@/lib/protocol/version';

const keyOf = (letter: string) => btoa(letter.repeat(32));
const name = { kind: 'cards', n: 7 } as const;
const email = { kind: 'email', value: 'marta@example.com' } as const;

describe('keys of the book of cards', () => {
  it('are the same for the same sign-in key, so that the next sign-in reads the same cards', async () => {
    const [a, b] = [await deriveBookKeys(keyOf('k')), await deriveBookKeys(keyOf('k'))];
    const contents = Uint8Array.of(1, 2, 3);
    expect(await openBlock(b, name, await sealPlain(a, name, contents))).toEqual(contents);
    expect(await sealStable(b, name, contents)).toEqual(await sealStable(a, name, contents));
    expect(await lookupKey(a.lookupSecret, email)).toBe(await lookupKey(b.lookupSecret, email));
    expect(a.fingerprint).toBe(b.fingerprint);
  });

  it('are others for another sign-in key, and so is the fingerprint that tells their blocks apart', async () => {
    const [a, b] = [await deriveBookKeys(keyOf('k')), await deriveBookKeys(keyOf('x'))];
    const sealed = await sealPlain(a, name, Uint8Array.of(1));
    await expect(openBlock(b, name, sealed)).rejects.toMatchObject({ code: 'damaged' });
    expect(await lookupKey(a.lookupSecret, email)).not.toBe(await lookupKey(b.lookupSecret, email));
    expect(a.fingerprint).not.toBe(b.fingerprint);
  });

  it('have a fingerprint that says the wire’s version, and nothing of the keys themselves', async () => {
    const { fingerprint } = await deriveBookKeys(keyOf('k'));
    const print = hkdfSync('sha256', 'k'.repeat(32), '', 'heed book fingerprint', 8);
    expect(fingerprint).toBe(`${PROTOCOL_VERSION}:${Buffer.from(print).toString('hex')}`);
  });

  it('can’t be read out by anyone', async () => {
    const { lookupSecret, pack, nonce } = await deriveBookKeys(keyOf('k'));
    expect([lookupSecret, pack, nonce].map((key) => key.extractable)).toEqual([false, false, false]);
  });
});

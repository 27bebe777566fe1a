import { describe, expect, it } from 'vitest';
import { deriveCardKeys } from '@/lib/cache/card-keys';
import { seal, unseal } from '@/lib/cache/sealed';
import { lookupKey } from '@/lib/protocol/lookup-key';

const newKey = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const lookupKeyOf = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)));

const words = { summary: 'Billed twice, “again”', reasons: ['billing'], promise: null };

describe('what lies sealed on disk', () => {
  it('opens to what it was, with the key and in the row it was sealed for', async () => {
    const key = await newKey();
    expect(await unseal(key, await seal(key, words, 'draft ana 1'), 'draft ana 1')).toEqual(words);
  });

  it('says nothing to whoever reads the disk', async () => {
    const { iv, data } = await seal(await newKey(), words, 'draft ana 1');
    const text = new TextDecoder().decode(data) + new TextDecoder().decode(iv);
    expect(text).not.toContain('Billed');
    expect(text).not.toContain('summary');
  });

  it('is other bytes each time, so that nobody sees that two notes say the same', async () => {
    const key = await newKey();
    const [a, b] = [await seal(key, words, 'x'), await seal(key, words, 'x')];
    expect(new Uint8Array(a.data)).not.toEqual(new Uint8Array(b.data));
    expect(a.iv).not.toEqual(b.iv);
  });

  it('stays shut under another key, in another row, or with one bit turned', async () => {
    const key = await newKey();
    const sealed = await seal(key, words, 'draft ana 1');
    await expect(unseal(await newKey(), sealed, 'draft ana 1')).rejects.toThrow();
    await expect(unseal(key, sealed, 'draft ana 2')).rejects.toThrow();
    const turned = new Uint8Array(sealed.data.slice(0));
    turned[3] = (turned[3] ?? 0) ^ 1;
    await expect(unseal(key, { ...sealed, data: turned.buffer }, 'draft ana 1')).rejects.toThrow();
  });
});

describe('keys for cards', () => {
  it('are the same for the same sign-in key, so that the next sign-in reads the same cards', async () => {
    const [a, b] = [await deriveCardKeys(lookupKeyOf(1)), await deriveCardKeys(lookupKeyOf(1))];
    expect(a.fingerprint).toBe(b.fingerprint);
    expect(await unseal(b.card, await seal(a.card, { number: 7 }, 'card 7'), 'card 7')).toEqual({
      number: 7,
    });
    const id = { kind: 'email', value: 'marta@example.com' } as const;
    expect(await lookupKey(a.lookup, id)).toBe(await lookupKey(b.lookup, id));
  });

  it('differ for another sign-in key, and so does the fingerprint that tells the rows apart', async () => {
    const [a, b] = [await deriveCardKeys(lookupKeyOf(1)), await deriveCardKeys(lookupKeyOf(2))];
    expect(a.fingerprint).not.toBe(b.fingerprint);
    await expect(unseal(b.card, await seal(a.card, {}, 'card 7'), 'card 7')).rejects.toThrow();
  });

  it('are one for cards and another for the words behind them', async () => {
    const [a, b] = [await deriveCardKeys(lookupKeyOf(1)), await deriveCardKeys(lookupKeyOf(1))];
    const sealed = await seal(a.detail, words, 'detail 7');
    expect(await unseal(b.detail, sealed, 'detail 7')).toEqual(words);
    await expect(unseal(b.card, sealed, 'detail 7')).rejects.toThrow();
  });

  it('can’t be read out by anyone', async () => {
    const { card, detail, lookup } = await deriveCardKeys(lookupKeyOf(1));
    expect([card, detail, lookup].map((key) => key.extractable)).toEqual([false, false, false]);
  });
});

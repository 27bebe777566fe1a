import { describe, expect, it } from 'vitest';
import { seal, unseal } from '@/lib/cache/sealed';

const newKey = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

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

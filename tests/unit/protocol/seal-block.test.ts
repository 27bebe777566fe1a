import { describe, expect, it } from 'vitest';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { type BlockName, openBlock, sealPlain, sealStable } from '@/lib/protocol/seal-block';

const damaged = { code: 'damaged' };
const keys = await deriveBookKeys(btoa('k'.repeat(32)));
const names: BlockName[] = [
  { kind: 'cards', n: 12 },
  { kind: 'keys', n: 12 },
  { kind: 'page', n: 12 },
];
const seals = { sealPlain, sealStable };
const all = names.flatMap((name) =>
  (['sealPlain', 'sealStable'] as const).map((how) => ({ how, name, seal: seals[how] })),
);
const words = new TextEncoder().encode('Marta pays too late. '.repeat(3));

/** Seals by hand what no store of today would. */
async function sealedText(name: BlockName, text: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const iv = new Uint8Array(12);
  const additionalData = new TextEncoder().encode(`heed ${name.kind} ${name.n}`);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, keys.pack, text);
  return Uint8Array.of(...iv, ...new Uint8Array(data));
}

describe.each(all)('a block of $name.kind under $how', ({ name, seal }) => {
  it.each([
    ['nothing', new Uint8Array(0)],
    ['a little', Uint8Array.of(0)],
    ['words', words],
    ['much that is all the same', new Uint8Array(100_000)],
    ['a part of other bytes', words.subarray(5, 9)],
  ])('opens to what it was when it holds %s', async (_what, contents) => {
    const opened = await openBlock(keys, name, await seal(keys, name, contents));
    expect([...opened]).toEqual([...contents]);
  });

  it('stays shut when any byte of it is another', async () => {
    const bytes = await seal(keys, name, words);
    for (let at = 0; at < bytes.length; at += 1) {
      const turned = bytes.slice();
      turned[at] = (turned[at] ?? 0) ^ (1 << (at % 8));
      await expect(openBlock(keys, name, turned), `byte ${at}`).rejects.toMatchObject(damaged);
    }
  });

  it('stays shut when it was cut anywhere, or went on', async () => {
    const bytes = await seal(keys, name, words);
    for (let length = 0; length < bytes.length; length += 1)
      await expect(openBlock(keys, name, bytes.slice(0, length))).rejects.toMatchObject(damaged);
    await expect(openBlock(keys, name, Uint8Array.of(...bytes, 0))).rejects.toMatchObject(damaged);
  });

  it('stays shut in another’s place, and under another organisation’s keys', async () => {
    const bytes = await seal(keys, name, words);
    const others = [...names.filter((other) => other !== name), { ...name, n: 1 }, { ...name, n: 121 }];
    for (const other of others) await expect(openBlock(keys, other, bytes)).rejects.toMatchObject(damaged);
    const strangers = await deriveBookKeys(btoa('x'.repeat(32)));
    await expect(openBlock(strangers, name, bytes)).rejects.toMatchObject(damaged);
  });

  it('shows nobody what it holds', async () => {
    const bytes = await seal(keys, name, words);
    expect(new TextDecoder().decode(bytes)).not.toContain('Marta');
  });
});

describe('a block as the store publishes it', () => {
  const nonces = (sealed: Uint8Array[]) => new Set(sealed.map((bytes) => bytes.subarray(0, 12).join()));

  it.each(names)('is the same bytes for the same contents: $kind', async (name) => {
    const again = await deriveBookKeys(btoa('k'.repeat(32)));
    expect(await sealStable(keys, name, words)).toEqual(await sealStable(again, name, words));
  });

  it('has another nonce for other contents, another place or other keys', async () => {
    const [name] = names;
    if (!name) throw new Error('no name');
    const contents = [words, words.subarray(1), words.slice().fill(0, 40, 41), new Uint8Array(0)];
    const sealed = [
      ...(await Promise.all(contents.map((c) => sealStable(keys, name, c)))),
      await sealStable(keys, { ...name, n: 1 }, words),
      await sealStable(keys, { ...name, kind: 'page' }, words),
      await sealStable(await deriveBookKeys(btoa('x'.repeat(32))), name, words),
    ];
    expect(nonces(sealed).size).toBe(sealed.length);
  });

  it('is packed where that helps', async () => {
    const sizes = names.map(async (name) => (await sealStable(keys, name, new Uint8Array(1000))).length);
    const [cards = 0, keyBlock = 0, page = 0] = await Promise.all(sizes);
    expect([cards < 100, keyBlock, page < 100]).toEqual([true, 12 + 1 + 1000 + 16, true]);
  });
});

describe('a block as a client rewrites it', () => {
  it('has another nonce for other contents, and the same for what every rep’s computer makes of one page', async () => {
    const name: BlockName = { kind: 'cards', n: 1 };
    const nonce = async (contents: Uint8Array) => (await sealPlain(keys, name, contents)).subarray(0, 12);
    expect(await nonce(words)).toEqual(await nonce(words));
    expect(await nonce(words)).not.toEqual(await nonce(words.map((b) => b ^ 1)));
  });
});

describe('a block whose seal is right', () => {
  const name: BlockName = { kind: 'cards', n: 3 };

  it('is damaged when what it holds can’t be unpacked', async () => {
    for (const packed of [[7], [0xff, 0xff], [1, 5, 0]])
      await expect(
        openBlock(keys, name, await sealedText(name, Uint8Array.of(1, ...packed))),
      ).rejects.toMatchObject(damaged);
  });

  it('is of a newer store when it is packed in a way of which this Heed never heard', async () => {
    const bytes = await sealedText(name, Uint8Array.of(2, 1, 2, 3));
    await expect(openBlock(keys, name, bytes)).rejects.toMatchObject({ code: 'outdated' });
  });
});

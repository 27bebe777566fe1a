import { describe, expect, it } from 'vitest';
import { type Manifest, manifestSchema, type PackEntry } from '@/lib/protocol/manifest';

const pack: PackEntry = {
  ...{ id: 'ab'.repeat(32), bytes: 1000, kind: 'cards', first: 0, count: 64 },
  ...{ version: 7, url: 'https://files.example.com/packs/1?signature=x' },
};
const manifest: Manifest = {
  book: '0d9c7e5e-6f0b-4c1d-9b53-0a7d1f0a4e11',
  version: 7,
  customers: 120,
  packs: [pack, { ...pack, kind: 'keys', version: 9, url: null }],
};

describe('what a first sync has to fetch', () => {
  it.each<[string, Partial<Manifest>]>([
    ['with packs of several versions', {}],
    ['of an empty store', { version: 0, customers: 0, packs: [] }],
    ['that starts a little before its oldest pack', { version: 5 }],
  ])('is understood %s', (_what, change) => {
    expect(manifestSchema.parse({ ...manifest, ...change })).toEqual({ ...manifest, ...change });
  });

  it.each<[string, Partial<PackEntry>]>([
    ['on this computer', { url: 'http://127.0.0.1:9000/packs/1' }],
    ['on this computer, by name', { url: 'http://localhost:9000/packs/1' }],
    ['on this computer, by its newer number', { url: 'http://[::1]:9000/packs/1' }],
    ['up to the last block there can be', { first: 2 ** 32 - 64 }],
  ])('is understood with a pack %s', (_what, change) => {
    expect(manifestSchema.safeParse({ ...manifest, packs: [{ ...pack, ...change }] }).success).toBe(true);
  });

  it('is refused when a pack is older than the pages that follow: its changes would be lost', () => {
    expect(manifestSchema.safeParse({ ...manifest, version: 8 }).success).toBe(false);
  });

  it.each<[string, object]>([
    ['no SHA-256', { id: 'ab'.repeat(31) }],
    ['a path for an id', { id: `../${'a'.repeat(61)}` }],
    ['capital letters', { id: 'AB'.repeat(32) }],
    ['no bytes', { bytes: 0 }],
    ['no blocks', { count: 0 }],
    ['a block before the first', { first: -1 }],
    ['half a version', { version: 7.5 }],
    ['blocks of another kind', { kind: 'page' }],
    ['an address that is code', { url: 'javascript:alert(1)' }],
    ['an address on this computer', { url: 'file:///etc/hosts' }],
    ['an address that anyone on the line can read', { url: 'http://files.example.com/packs/1' }],
    ['an address that only looks like this computer', { url: 'http://127.0.0.1.example.com/packs/1' }],
    ['blocks beyond all cards', { first: 2 ** 32 - 63 }],
    ['an address without a server', { url: '/v1/packs/1' }],
  ])('is refused with a pack of %s', (_what, change) => {
    expect(manifestSchema.safeParse({ ...manifest, packs: [{ ...pack, ...change }] }).success).toBe(false);
  });
});

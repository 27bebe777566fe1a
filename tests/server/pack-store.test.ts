import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucketPacks } from '@/server/snapshot/bucket-packs';
import { folderPacks } from '@/server/snapshot/folder-packs';
import type { PackStore } from '@/server/snapshot/pack-store';

const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 31) % 256);
const id = createHash('sha256').update(bytes).digest('hex');
const other = 'f'.repeat(64);

const folder = mkdtempSync(join(tmpdir(), 'heed-packs-'));
let bucket: S3rver;
let bucketUrl = '';
const credentials = { keyId: 'S3RVER', secret: 'S3RVER', region: 'us-east-1' };

beforeAll(async () => {
  const configureBuckets = [{ name: 'packs', configs: [] }];
  bucket = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets,
  });
  const { port } = await bucket.run();
  bucketUrl = `http://127.0.0.1:${port}/packs`;
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true, force: true });
});

const kinds: [string, () => PackStore][] = [
  ['a folder', () => folderPacks(join(folder, 'packs'))],
  ['a bucket', () => bucketPacks({ url: `${bucketUrl}/heed/`, ...credentials })],
];

describe.each(kinds)('packs in %s', (_name, open) => {
  it('are listed with when they were written', async () => {
    const packs = open();
    expect(await packs.list()).toEqual([]);
    const before = Date.now();
    await packs.put(id, bytes);
    await packs.put(other, bytes);
    const listed = await packs.list();
    expect(listed.map((pack) => pack.id).sort()).toEqual([id, other].sort());
    for (const { writtenAt } of listed) expect(Math.abs(writtenAt.getTime() - before)).toBeLessThan(60_000);
    for (const pack of listed) await packs.remove(pack.id);
    expect(await packs.list()).toEqual([]);
  });

  it('come back byte by byte, until they are removed', async () => {
    const packs = open();
    expect([await packs.has(id), await packs.get(id)]).toEqual([false, null]);
    await packs.put(id, bytes);
    await packs.put(id, bytes);
    expect([await packs.has(id), await packs.has(other)]).toEqual([true, false]);
    expect(await packs.get(id)).toEqual(bytes);
    await packs.remove(id);
    await packs.remove(id);
    expect([await packs.has(id), await packs.get(id)]).toEqual([false, null]);
  });
});

describe('a bucket', () => {
  it('gives a pack to whoever has its signed address, which holds for an hour', async () => {
    const packs = bucketPacks({ url: bucketUrl, ...credentials });
    await packs.put(id, bytes);
    const address = await packs.urlOf(id);
    if (address === null) throw new Error('no address');
    expect(new Uint8Array(await (await fetch(address)).arrayBuffer())).toEqual(bytes);
    const { searchParams } = new URL(address);
    expect(searchParams.get('X-Amz-Expires')).toBe('3600');
    expect(searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('lists all of its packs, however few it tells of at once, and nothing else that lies there', async () => {
    const url = `${bucketUrl}/of & for ä/`;
    const packs = bucketPacks({ url, ...credentials }, 2);
    const ids = [1, 2, 3, 4, 5].map((n) => String(n).repeat(64));
    const beside = bucketPacks({ url: `${bucketUrl}/of`, ...credentials });
    const below = bucketPacks({ url: `${url}below`, ...credentials });
    await beside.put(other, bytes);
    await below.put(other, bytes);
    await packs.put('a photograph', bytes);
    for (const one of ids) await packs.put(one, bytes);
    expect((await packs.list()).map((pack) => pack.id)).toEqual(ids);
  });

  it('is listed where the host names it', async () => {
    const asked: string[] = [];
    const named = createServer((request, response) => {
      asked.push(request.url ?? '');
      const isRoot = request.url?.startsWith('/?');
      const key = `<Key>heed/${id}</Key><LastModified>2026-11-22T12:00:00.000Z</LastModified>`;
      const list = `<ListBucketResult><IsTruncated>false</IsTruncated><Contents>${key}</Contents></ListBucketResult>`;
      response.writeHead(isRoot ? 200 : 404).end(isRoot ? list : '');
    });
    await new Promise<void>((resolve) => named.listen(0, '127.0.0.1', resolve));
    const address = named.address() as AddressInfo;
    const packs = bucketPacks({ url: `http://127.0.0.1:${address.port}/heed`, ...credentials });
    expect(await packs.list()).toEqual([{ id, writtenAt: new Date('2026-11-22T12:00:00Z') }]);
    expect(asked).toHaveLength(2);
    await new Promise((resolve) => named.close(resolve));
  });

  it('that won’t be listed by this store, or isn’t there, is an error and not an empty bucket', async () => {
    const stranger = bucketPacks({ url: bucketUrl, ...credentials, keyId: 'STRANGER' });
    await expect(stranger.list()).rejects.toThrow('answers 403');
    const nowhere = bucketPacks({ url: bucketUrl.replace('packs', 'nowhere'), ...credentials });
    await expect(nowhere.list()).rejects.toThrow('can’t be listed');
  });

  it('takes nothing from a stranger, and the store hears of it', async () => {
    const packs = bucketPacks({ url: bucketUrl, ...credentials, keyId: 'STRANGER' });
    await expect(packs.put(other, bytes)).rejects.toThrow('answers 403');
    await expect(packs.get(other)).rejects.toThrow('answers 403');
  });

  it('that isn’t there is an error, not a pack stored', async () => {
    const packs = bucketPacks({ url: bucketUrl.replace('packs', 'nowhere'), ...credentials });
    await expect(packs.put(id, bytes)).rejects.toThrow('not there');
  });
});

describe('a folder', () => {
  it('shows no pack that was not written to its end', async () => {
    const path = join(folder, 'half');
    mkdirSync(path);
    writeFileSync(join(path, '01939000.tmp'), bytes.subarray(0, 1000));
    const packs = folderPacks(path);
    expect(await packs.has(id)).toBe(false);
    await packs.put(id, bytes);
    expect((await packs.list()).map((pack) => pack.id)).toEqual([id]);
    expect(readdirSync(path).filter((name) => !name.endsWith('.tmp'))).toEqual([id]);
    expect(await packs.urlOf(id)).toBeNull();
    expect(existsSync(join(path, id))).toBe(true);
  });
});

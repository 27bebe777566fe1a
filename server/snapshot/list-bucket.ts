import { PACK_NAME, type StoredPack } from './pack-store';

/** The bucket's own address, and what names of ours in it begin with. */
type Root = { address: string; prefix: string };

type ListDeps = {
  url: string;
  perPage?: number | undefined;
  get(address: string): Promise<Response>;
};

/** As many as a bucket lists at most. */
const PER_PAGE = 1000;

/** The bucket is named by the first part of the path, or by the host: an address doesn't say which. */
function rootsOf(url: string): Root[] {
  const { origin, pathname } = new URL(url);
  const parts = pathname.split('/').filter((part) => part !== '');
  const prefixOf = (names: readonly string[]) => names.map((name) => `${decodeURIComponent(name)}/`).join('');
  const [bucket, ...rest] = parts;
  const byHost = { address: `${origin}/`, prefix: prefixOf(parts) };
  return bucket === undefined
    ? [byHost]
    : [{ address: `${origin}/${bucket}`, prefix: prefixOf(rest) }, byHost];
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function textOf(xml: string, tag: string): string | null {
  const text = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1];
  return text?.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '') ?? null;
}

/** @returns null where this is no bucket */
async function readPage({ get, perPage = PER_PAGE }: ListDeps, { address, prefix }: Root, marker: string) {
  // The first version of listing goes on after a name; tokens of the second are not the same everywhere.
  const query = new URLSearchParams({ prefix, delimiter: '/', marker, 'max-keys': String(perPage) });
  const answer = await get(`${address}?${query}`);
  const xml = await answer.text();
  if (answer.status === 404 || (answer.ok && !xml.includes('<ListBucketResult'))) return null;
  if (!answer.ok) throw new Error(`the bucket answers ${answer.status} to a listing`);
  const listed = xml.match(/<Contents>.*?<\/Contents>/gs) ?? [];
  const objects = listed.map((object) => ({
    key: textOf(object, 'Key') ?? '',
    writtenAt: new Date(textOf(object, 'LastModified') ?? Number.NaN),
  }));
  const next = textOf(xml, 'NextMarker') ?? objects.at(-1)?.key ?? null;
  return { objects, next: textOf(xml, 'IsTruncated') === 'true' ? next : null };
}

/** @returns null where this is no bucket */
async function listFrom(deps: ListDeps, root: Root): Promise<StoredPack[] | null> {
  const packs: StoredPack[] = [];
  for (let marker: string | null = ''; marker !== null; ) {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(deps, root, marker);
    if (!page) return null;
    for (const { key, writtenAt } of page.objects) {
      const id = key.slice(root.prefix.length);
      if (key.startsWith(root.prefix) && PACK_NAME.test(id)) packs.push({ id, writtenAt });
    }
    if (page.next === marker) throw new Error('the bucket’s listing does not go on');
    marker = page.next;
  }
  return packs;
}

/** The packs that lie under an address in a bucket; whatever else lies there is left out. */
export async function listBucket(deps: ListDeps): Promise<StoredPack[]> {
  for (const root of rootsOf(deps.url)) {
    const packs = await listFrom(deps, root);
    if (packs) return packs;
  }
  throw new Error('the bucket can’t be listed');
}

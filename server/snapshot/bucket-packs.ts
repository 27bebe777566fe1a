import { AwsClient } from 'aws4fetch';
import { HOUR, SECOND } from '@/lib/platform/clock';
import { listBucket } from './list-bucket';
import type { PackStore } from './pack-store';

/** Long enough for a first sync over a slow line; who needs longer takes the manifest anew. */
const ADDRESS_HOLDS_MS = HOUR;
/** After the first try, where the bucket is busy or fails. */
const RETRIES = 3;

/** An S3-compatible bucket, and who may write into it. */
export type Bucket = { url: string; keyId: string; secret: string; region: string };

/**
 * Packs in a bucket, for several store processes; clients fetch them there, by an address that holds for an hour.
 * @param perPage how many a bucket lists in one answer
 */
export function bucketPacks({ url, keyId, secret, region }: Bucket, perPage?: number): PackStore {
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    service: 's3',
    region,
    retries: RETRIES,
  });
  const addressOf = (id: string) => `${url.replace(/\/$/, '')}/${id}`;
  const ask = async (
    method: 'GET' | 'HEAD' | 'PUT' | 'DELETE',
    id: string,
    body?: Uint8Array<ArrayBuffer>,
  ) => {
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await client.fetch(addressOf(id), { method, ...(body && { body, headers }) });
    if (answer.ok || answer.status === 404) return answer;
    throw new Error(`the bucket answers ${answer.status} to ${method}`);
  };
  return {
    place: url,
    async put(id, bytes) {
      const answer = await ask('PUT', id, bytes);
      if (!answer.ok) throw new Error('the bucket is not there');
    },
    async get(id) {
      const answer = await ask('GET', id);
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
    },
    has: async (id) => (await ask('HEAD', id)).ok,
    async remove(id) {
      await ask('DELETE', id);
    },
    list: () => listBucket({ url, perPage, get: (address) => client.fetch(address) }),
    async urlOf(id) {
      const address = new URL(addressOf(id));
      address.searchParams.set('X-Amz-Expires', String(ADDRESS_HOLDS_MS / SECOND));
      return (await client.sign(address.href, { method: 'GET', aws: { signQuery: true } })).url;
    },
  };
}

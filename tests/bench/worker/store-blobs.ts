import { type Manifest, manifestSchema } from '@/lib/protocol/manifest';
import { timed } from '../timed';

async function readManifest(): Promise<Manifest> {
  return manifestSchema.parse(await (await fetch('/v1/book')).json());
}

function openPlain(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.result.createObjectStore('blobs');
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function putBlob(db: IDBDatabase, id: string, blob: Blob): Promise<void> {
  const transaction = db.transaction('blobs', 'readwrite');
  transaction.objectStore('blobs').put(blob, id);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

/** The baseline of a first sync: the same bytes fetched, as many at a time, and stored as they are; ms. */
export async function storeBlobs(): Promise<number> {
  const db = await openPlain('heed-bench-blobs');
  const ms = await timed(async () => {
    const queue = [...(await readManifest()).packs];
    const work = async () => {
      for (let pack = queue.shift(); pack; pack = queue.shift())
        await putBlob(db, pack.id, await (await fetch(`/v1/packs/${pack.id}`, { cache: 'no-store' })).blob());
    };
    await Promise.all([work(), work(), work(), work()]);
  });
  db.close();
  indexedDB.deleteDatabase('heed-bench-blobs');
  return ms;
}

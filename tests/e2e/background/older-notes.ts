import { NotesDb } from '@/lib/cache/notes-db';

/** How Dexie counts versions on disk. */
const FIRST = 10;

/** What the first version had. */
const stores = [
  { name: 'drafts', keyPath: 'noteId', indexes: ['userId'] },
  { name: 'outbox', keyPath: 'id', indexes: ['userId', 'noteId'] },
  { name: 'userKeys', keyPath: 'userId', indexes: [] },
  { name: 'meta', keyPath: 'id', indexes: [] },
] as const;

function createFirst(): Promise<IDBDatabase> {
  const request = indexedDB.open('heed-notes', FIRST);
  request.onupgradeneeded = () => {
    for (const { name, keyPath, indexes } of stores) {
      const store = request.result.createObjectStore(name, { keyPath });
      for (const index of indexes) store.createIndex(index, index);
    }
  };
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Puts the notes that are here into a database as the first version of the extension made it. */
export async function asFirstVersion(): Promise<void> {
  const db = new NotesDb();
  const rows = await Promise.all(stores.map(({ name }) => db.table(name).toArray()));
  await db.delete();
  const first = await createFirst();
  const transaction = first.transaction(
    stores.map(({ name }) => name),
    'readwrite',
  );
  stores.forEach(({ name }, i) => {
    for (const row of rows[i] ?? []) transaction.objectStore(name).put(row);
  });
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  first.close();
}

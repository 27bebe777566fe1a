const places = [IDBObjectStore.prototype, IDBIndex.prototype];
const ways = ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor'] as const;

/** Counts every row or key that IndexedDB gives out on this page from now on. What it only counts isn't read. */
export function countReads(): { read(): number } {
  let read = 0;
  const note = (request: IDBRequest) => {
    request.addEventListener('success', () => {
      const { result } = request;
      if (result !== null && result !== undefined) read += Array.isArray(result) ? result.length : 1;
    });
    return request;
  };
  for (const place of places) {
    for (const way of ways) {
      const plain = place[way] as (...args: unknown[]) => IDBRequest;
      Object.assign(place, {
        [way](this: unknown, ...args: unknown[]) {
          return note(plain.apply(this, args));
        },
      });
    }
  }
  return { read: () => read };
}

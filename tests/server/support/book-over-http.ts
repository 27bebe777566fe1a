import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { type Manifest, manifestSchema } from '@/lib/protocol/manifest';
import type { Role } from '@/lib/protocol/roles';
import { sessionSchema } from '@/lib/protocol/session';
import type { BookSource } from './book-reader';
import type { TestStore } from './test-store';

export type BookOverHttp = BookSource & {
  manifest: Manifest;
  pack(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
};

/** The book as a signed-in extension gets it. */
export async function bookOverHttp(store: TestStore, role: Role): Promise<BookOverHttp> {
  const { lookupKey } = sessionSchema.parse(await (await store.as(role, '/v1/session')).json());
  const manifest = manifestSchema.parse(await (await store.as(role, '/v1/book')).json());
  const bytes = async (path: string) => {
    const answer = await store.as(role, path);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  };
  return {
    keys: await deriveBookKeys(lookupKey),
    book: manifest.book,
    manifest,
    page: (n) => bytes(`/v1/pages/${n}?book=${manifest.book}`),
    pack: (id) => bytes(`/v1/packs/${id}`),
  };
}

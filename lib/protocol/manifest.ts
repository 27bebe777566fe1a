import { z } from 'zod';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/;

/** Whoever listens on the line must not learn an address that is signed; on one computer nobody does. */
function isPrivate(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || LOOPBACK.test(hostname);
}

/** So many that no number of a card is beyond them. */
const MOST_BLOCKS = 2 ** 32;

/** A file of sealed blocks that stand one after another in the book. */
export const packSchema = z
  .object({
    /** SHA-256 of its bytes, in hex: address and proof in one */
    id: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().positive(),
    kind: z.enum(['cards', 'keys']),
    /** the blocks `first` to `first + count - 1` */
    first: z.int().nonnegative(),
    count: z.int().positive(),
    /** its blocks hold every change up to this version, and none after it */
    version: z.int().nonnegative(),
    /** where it lies, for so long as the address says; null: under the store's own `/v1/packs/{id}` */
    url: z
      .url({ protocol: /^https?$/, abort: true })
      .refine(isPrivate, { error: 'neither https nor loopback' })
      .nullable(),
  })
  .refine(({ first, count }) => first + count <= MOST_BLOCKS, { error: 'blocks that no card lies in' });
export type PackEntry = z.infer<typeof packSchema>;

/** `GET /v1/book`: all that a first sync has to fetch. Changes after `version` come as pages, see `delta-page.ts`. */
export const manifestSchema = z
  .object({
    /** changes when the store was put back to an older state: then nothing that a client has may be believed */
    book: z.uuid(),
    /** of the oldest pack */
    version: z.int().nonnegative(),
    /** cards in all */
    customers: z.int().nonnegative(),
    packs: z.array(packSchema),
  })
  .refine(({ version, packs }) => packs.every((pack) => pack.version >= version), {
    error: 'a pack lacks changes that no page after `version` brings',
  });
export type Manifest = z.infer<typeof manifestSchema>;

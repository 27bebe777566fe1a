import { z } from 'zod';
import type { StorageArea } from '@/lib/platform/storage-area';
import { serverOrigin } from './server-address';

/** What whoever runs the computers has set for all of them (`storage.managed`, described in `public/managed-schema.json`). */
export type Policy = {
  /** the store's origin; null where people set it themselves */
  serverUrl: string | null;
  /** origins of the CRMs in use: offered, since only a person can give the permission */
  sites: string[];
  badgesInPages: boolean;
};

const MOST_SITES = 50;

const webOrigin = z
  .string()
  .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text))
  .transform((text) => new URL(text).origin);

const storeOrigin = z.string().transform((text, issues) => {
  try {
    return serverOrigin(text);
  } catch {
    issues.addIssue('not an address of a store');
    return z.NEVER;
  }
});

/** One setting that makes no sense leaves the others in force. */
const schemas = {
  serverUrl: storeOrigin.nullable().catch(null),
  sites: z
    .array(z.unknown())
    .transform((all) => [...new Set(all.flatMap((one) => webOrigin.safeParse(one).data ?? []))])
    .transform((all) => all.slice(0, MOST_SITES))
    .catch([]),
  badgesInPages: z.boolean().catch(true),
};

type PolicyDeps = { area: Pick<StorageArea, 'get'> };

/** Reads the policy as it is now. */
export function createPolicy({ area }: PolicyDeps) {
  // Firefox answers with an error where no policy is installed.
  const get = (name: keyof Policy) => area.get(name).catch(() => undefined);

  return {
    read: async (): Promise<Policy> => ({
      serverUrl: schemas.serverUrl.parse(await get('serverUrl')),
      sites: schemas.sites.parse(await get('sites')),
      badgesInPages: schemas.badgesInPages.parse(await get('badgesInPages')),
    }),
  };
}

export type PolicySource = ReturnType<typeof createPolicy>;

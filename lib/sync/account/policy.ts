import { z } from 'zod';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import { serverOrigin } from '@/lib/sync/network/server-address';

/** What whoever runs the computers has set for all of them (`storage.managed`, described in `public/managed-schema.json`). */
export type Policy = {
  /** the store's origin; null where people set it themselves */
  serverUrl: string | null;
  /** origins of the CRMs in use: offered, since only a person can give the permission */
  sites: string[];
  badgesInPages: boolean;
};

const noPolicy: Policy = { serverUrl: null, sites: [], badgesInPages: true };

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

type PolicyDeps = {
  managed: Pick<StorageArea, 'get'>;
  /** on disk: where the policy is kept as it was read last */
  area: StorageArea;
  exclusive: Exclusive;
};

const knownSchema = z.object(schemas).nullable();

/** How Firefox says that no policy is installed. Any other error says nothing about it. */
const isNone = (error: unknown) =>
  error instanceof Error && error.message.includes('Managed storage manifest not found');

/**
 * The policy. Chromium answers for `storage.managed` only some seconds after it was started (3 to 5 measured, with and
 * without a policy file): a rep who opens their first customer then must not wait for that.
 */
export function createPolicy({ managed, area, exclusive }: PolicyDeps) {
  const known = createStoredValue<Policy | null>({
    ...{ area, exclusive, key: 'policy', schema: knownSchema, fallback: null },
  });
  const get = (name: keyof Policy) =>
    managed.get(name).catch((error: unknown) => {
      if (isNone(error)) return undefined;
      throw error;
    });

  async function ask(): Promise<Policy> {
    const [serverUrl, sites, badgesInPages] = await Promise.all([
      get('serverUrl'),
      get('sites'),
      get('badgesInPages'),
    ]);
    return {
      serverUrl: schemas.serverUrl.parse(serverUrl),
      sites: schemas.sites.parse(sites),
      badgesInPages: schemas.badgesInPages.parse(badgesInPages),
    };
  }

  /** As it is now, however long the browser takes to say it; where it can't, as it was known last. */
  async function refresh(): Promise<Policy> {
    const now = await ask().catch(() => null);
    if (now === null) return (await known.read()) ?? noPolicy;
    await known.write(now);
    return now;
  }

  return {
    refresh,
    /** As it was known last; where it never was, as it is now. */
    read: async (): Promise<Policy> => (await known.read()) ?? refresh(),
  };
}

export type PolicySource = Pick<ReturnType<typeof createPolicy>, 'read'>;

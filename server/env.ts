import { z } from 'zod';
import { companyEnv } from './auth/company/read-company-env';
import type { Bucket } from './snapshot/bucket-packs';

/** The demo build's redirect address; another build's is set with HEED_REDIRECT_URIS. */
export const DEMO_REDIRECT_URI = 'https://nknpakakehnckgofdmdmcifbdohiiobg.chromiumapp.org/';

const list = z
  .string()
  .transform((text) => text.split(',').map((item) => item.trim()))
  .pipe(z.array(z.url()).min(1));

/** Where and by whom the packs of the book are kept, when it isn't the data folder. All or none. */
const bucketSchema = z.object({
  /** an S3-compatible bucket, with a folder where wanted: `https://bucket.s3.eu-central-1.amazonaws.com/heed` */
  HEED_BUCKET_URL: z.url().optional(),
  HEED_BUCKET_KEY_ID: z.string().min(1).optional(),
  HEED_BUCKET_SECRET: z.string().min(1).optional(),
  HEED_BUCKET_REGION: z.string().min(1).default('us-east-1'),
});

const envSchema = bucketSchema.extend({
  ...companyEnv.shape,
  HEED_HOST: z.string().default('127.0.0.1'),
  HEED_PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  /** where browsers reach the store, when a proxy stands before it: `https://heed.example.org` */
  HEED_PUBLIC_URL: z.url().optional(),
  /** folder of the embedded database and the generated secret */
  HEED_DATA: z.string().min(1).default('.heed/data'),
  DATABASE_URL: z.url().optional(),
  /** `YYYY-MM-DD`: the day that the store takes for today, for data of another time */
  HEED_AS_OF: z.iso.date().optional(),
  /** comma-separated */
  HEED_REDIRECT_URIS: list.default([DEMO_REDIRECT_URI]),
  HEED_SECRET: z.string().min(32).optional(),
  /** name, region of phone numbers and currency of a store that is new; later they are what the database says */
  HEED_ORGANISATION: z.string().min(1).default('My organisation'),
  HEED_REGION: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('GB'),
  HEED_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
  HEED_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export type Env = z.infer<typeof envSchema>;

/**
 * The bucket for packs, where one is given. Several store processes need one. Extensions fetch from it, so it must let
 * `chrome-extension://…` and `moz-extension://…` read (CORS); it needs no public access.
 * @throws Error when its credentials are missing
 */
export function bucketOf(env: z.infer<typeof bucketSchema>): Bucket | undefined {
  const { HEED_BUCKET_URL: url, HEED_BUCKET_KEY_ID: keyId, HEED_BUCKET_SECRET: secret } = env;
  if (url === undefined) return undefined;
  if (keyId === undefined || secret === undefined)
    throw new Error('HEED_BUCKET_URL needs HEED_BUCKET_KEY_ID and HEED_BUCKET_SECRET.');
  return { url, keyId, secret, region: env.HEED_BUCKET_REGION };
}

/**
 * Reads the store's configuration. A variable set to nothing counts as not set.
 * @throws Error that names each variable that can't be read
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(set);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration can not be read.\n${faults.join('\n')}`);
}

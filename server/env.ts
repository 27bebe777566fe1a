import { z } from 'zod';

/** The demo build's redirect address; another build's is set with HEED_REDIRECT_URIS. */
export const DEMO_REDIRECT_URI = 'https://nknpakakehnckgofdmdmcifbdohiiobg.chromiumapp.org/';

const list = z
  .string()
  .transform((text) => text.split(',').map((item) => item.trim()))
  .pipe(z.array(z.url()).min(1));

const envSchema = z.object({
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

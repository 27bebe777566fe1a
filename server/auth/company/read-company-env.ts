import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { teamNameSchema } from '@/lib/protocol/teams';
import type { Company } from './company';

/** A secret goes over this address: in the clear only where it doesn't leave the machine. */
const issuer = z.url().refine((address) => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}, 'must begin with https');

/** In ASCII, as providers write it in addresses: `xn--mnchen-3ya.de`. */
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^([a-z0-9-]+\.)+[a-z0-9-]{2,}$/, 'each must look like example.com');

/** A company's single sign-on. All that is needed, or none. */
export const companyEnv = z.object({
  HEED_OIDC_ISSUER: issuer.optional(),
  HEED_OIDC_CLIENT_ID: z.string().min(1).optional(),
  HEED_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** instead of the last: a file with nothing else in it */
  HEED_OIDC_CLIENT_SECRET_FILE: z.string().min(1).optional(),
  /** what stands on the button after "Sign in with" */
  HEED_OIDC_NAME: z.string().trim().min(1).max(60).optional(),
  /** comma-separated: whose e-mail addresses may come in */
  HEED_OIDC_DOMAINS: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(domain).min(1))
    .optional(),
  /** set: whom the store doesn't know is made a rep of this team at the first sign-in */
  HEED_OIDC_NEW_REPS_TEAM: teamNameSchema.optional(),
  HEED_PASSWORDS_FOR: z.enum(['everyone', 'administrators']).default('everyone'),
});

type CompanyEnv = z.infer<typeof companyEnv>;

function readSecretFile(path: string): string {
  try {
    const secret = readFileSync(path, 'utf8').trim();
    if (secret !== '') return secret;
  } catch (cause) {
    throw new Error(
      `HEED_OIDC_CLIENT_SECRET_FILE: ${path} can't be read. Name a file that the store may read.`,
      {
        cause,
      },
    );
  }
  throw new Error(`HEED_OIDC_CLIENT_SECRET_FILE: ${path} is empty. Put the client secret into it.`);
}

function secretOf(env: CompanyEnv): string {
  const { HEED_OIDC_CLIENT_SECRET: given, HEED_OIDC_CLIENT_SECRET_FILE: file } = env;
  if (given !== undefined && file !== undefined)
    throw new Error('Set HEED_OIDC_CLIENT_SECRET or HEED_OIDC_CLIENT_SECRET_FILE, not both.');
  const secret = file === undefined ? given : readSecretFile(file);
  if (secret !== undefined) return secret;
  throw new Error('HEED_OIDC_ISSUER needs HEED_OIDC_CLIENT_SECRET or HEED_OIDC_CLIENT_SECRET_FILE.');
}

/**
 * The company's provider, where one is given.
 * @throws Error with the remedy when something is missing, or nobody but administrators could sign in
 */
export function companyOf(env: CompanyEnv): Company | undefined {
  if (env.HEED_OIDC_ISSUER === undefined) {
    if (env.HEED_PASSWORDS_FOR === 'everyone') return undefined;
    throw new Error('HEED_PASSWORDS_FOR=administrators needs HEED_OIDC_ISSUER: nobody else could sign in.');
  }
  const { HEED_OIDC_CLIENT_ID: clientId, HEED_OIDC_NAME: name, HEED_OIDC_DOMAINS: domains } = env;
  if (clientId === undefined || name === undefined || domains === undefined)
    throw new Error('HEED_OIDC_ISSUER needs HEED_OIDC_CLIENT_ID, HEED_OIDC_NAME and HEED_OIDC_DOMAINS.');
  return {
    ...{ name, issuer: env.HEED_OIDC_ISSUER, clientId, domains },
    clientSecret: secretOf(env),
    newRepsTeam: env.HEED_OIDC_NEW_REPS_TEAM ?? null,
  };
}

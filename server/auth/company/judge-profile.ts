import { z } from 'zod';

/** Why somebody whom the provider vouches for doesn't come in; `sign-in.js` says each in words. */
export type ProfileFault = 'email_not_found' | 'email_not_verified' | 'other_domain';

const profileSchema = z.object({
  // ASCII only: the Kelvin sign becomes a "k" in lower case, and so would somebody else's address.
  email: z.email().max(254),
  // Some providers send texts, and "false" is a text like others.
  email_verified: z
    .union([z.literal(true), z.literal('true')])
    .optional()
    .catch(undefined),
});

/**
 * What the provider says of somebody, as it came.
 * @param domains in lower case
 * @returns what is wrong with it; null when their address is one that they are known to have, of a domain that may come in
 */
export function faultOfProfile(profile: unknown, domains: readonly string[]): ProfileFault | null {
  const read = profileSchema.safeParse(profile);
  if (!read.success) return 'email_not_found';
  const { email, email_verified: verified } = read.data;
  if (verified === undefined) return 'email_not_verified';
  return domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase()) ? null : 'other_domain';
}

/** Nothing in it that is not seen, or turns what stands around it; Persian and Sinhala names have the two joiners. */
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^(?:[\u200C\u200D]|[^\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}])*$/u);

/** What a newcomer is called: as the provider says it, else as their address begins. */
export function nameFromProfile(profile: { name?: unknown; email?: unknown }): string {
  const named = nameSchema.safeParse(profile.name);
  return named.success ? named.data : String(profile.email).replace(/@.*/, '');
}

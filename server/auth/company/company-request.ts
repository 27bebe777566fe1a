import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { COMPANY_PROVIDER } from './company';

/** All that the sign-in page sends. better-auth would take more: where to go afterwards, an ID token of anybody's. */
const pageSchema = z.strictObject({
  provider: z.literal(COMPANY_PROVIDER),
  /** the authorize request that led to the page, as the store signed it */
  oauth_query: z.string().max(8000).optional(),
});

/**
 * What better-auth is asked in place of what the page sent: it comes back to the store's own pages and nowhere else.
 * @throws APIError when the page sent anything that isn't the page's to say
 */
export function companyRequest(body: unknown, baseUrl: string) {
  const read = pageSchema.safeParse(body);
  if (!read.success)
    throw new APIError('BAD_REQUEST', { code: 'NOT_THE_PAGE', message: 'Not as the page asks' });
  const { provider, oauth_query } = read.data;
  const prompts = new URLSearchParams(oauth_query).get('prompt')?.split(' ') ?? [];
  return {
    provider,
    ...(oauth_query !== undefined && { oauth_query }),
    callbackURL: `${baseUrl}/sign-in?done=1`,
    errorCallbackURL: `${baseUrl}/sign-in${oauth_query ? `?${oauth_query}` : ''}`,
    // Somebody signed out of Heed here: the provider, too, must ask who it is, or it would answer with whoever left.
    ...(prompts.includes('login') && { additionalParams: { prompt: 'login' } }),
  };
}

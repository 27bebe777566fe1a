import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND } from '@/lib/platform/clock';
import { type Auth, type AuthDeps, createAuth } from '../create-auth';
import { COMPANY_PROVIDER, type Company } from './company';

/** How long somebody who wants to go to the provider is kept waiting for its description. */
const PATIENCE_MS = 10 * SECOND;

const wantsCompany = (request: Request) =>
  /\/(sign-in\/social|callback\/\w+)$/.test(new URL(request.url).pathname);

/**
 * Sign-in with a company's provider as soon as that can be reached; until then everything but. better-auth asks for the
 * provider's description once, when it is made, so it is made anew whenever somebody wants to go there, until it has come.
 */
export function createCompanyAuth({ company, ...deps }: AuthDeps & { company: Company }): Auth {
  const { log } = deps;
  const without = createAuth(deps);
  let whole: Auth | null = null;
  let trying: Promise<void> | null = null;

  async function attempt(): Promise<void> {
    const auth = createAuth({ ...deps, company });
    const { socialProviders } = await auth.$context;
    const provider = socialProviders.find(({ id }) => id === COMPANY_PROVIDER);
    if (!provider) return log.warn({}, 'the company’s sign-in can’t be reached: is HEED_OIDC_ISSUER right?');
    // OpenID Connect Discovery §4.3: else anyone's description would do whose tokens are signed well.
    if (provider.issuer !== company.issuer)
      return log.warn({ issuer: provider.issuer }, 'HEED_OIDC_ISSUER must be spelled as the provider does');
    whole = auth;
  }

  function tryAgain(): Promise<void> {
    trying ??= attempt()
      .catch(() => log.warn({}, 'the company’s sign-in could not be set up'))
      .finally(() => {
        trying = null;
      });
    return trying;
  }

  void tryAgain();
  return {
    async handler(request) {
      if (whole === null && wantsCompany(request))
        await Promise.race([tryAgain(), sleep(PATIENCE_MS, undefined, { ref: false })]);
      return (whole ?? without).handler(request);
    },
  };
}

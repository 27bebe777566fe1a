import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companyOf } from '@/server/auth/company/read-company-env';
import { parseEnv } from '@/server/env';

const SECRET = 'very-secret';
const whole = {
  HEED_OIDC_ISSUER: 'https://login.example.org/',
  HEED_OIDC_CLIENT_ID: 'heed',
  HEED_OIDC_CLIENT_SECRET: SECRET,
  HEED_OIDC_NAME: 'Acme',
  HEED_OIDC_DOMAINS: 'example.org, Sub.Example.com',
};
const companyFrom = (variables: Record<string, string | undefined>) => companyOf(parseEnv(variables));

function complaint(variables: Record<string, string | undefined>): string {
  try {
    companyFrom(variables);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe('the configuration of a company’s sign-in', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'heed-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is none where nothing is said', () => {
    expect(companyFrom({})).toBeUndefined();
  });

  it('keeps the issuer as it is spelled, and domains in lower case', () => {
    expect(companyFrom(whole)).toEqual({
      ...{ name: 'Acme', issuer: 'https://login.example.org/', clientId: 'heed', clientSecret: SECRET },
      ...{ domains: ['example.org', 'sub.example.com'], newRepsTeam: null },
    });
    expect(companyFrom({ ...whole, HEED_OIDC_NEW_REPS_TEAM: 'North' })?.newRepsTeam).toBe('North');
  });

  it('reads the secret from a file', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, `${SECRET}\n`);
    const variables = { ...whole, HEED_OIDC_CLIENT_SECRET: '', HEED_OIDC_CLIENT_SECRET_FILE: file };
    expect(companyFrom(variables)?.clientSecret).toBe(SECRET);
    writeFileSync(file, '\n');
    expect(complaint(variables)).toMatch(/is empty/);
    expect(complaint({ ...variables, HEED_OIDC_CLIENT_SECRET_FILE: join(folder, 'none') })).toMatch(/read/);
  });

  it.each([
    ['HEED_OIDC_CLIENT_ID', { HEED_OIDC_CLIENT_ID: '' }],
    ['HEED_OIDC_CLIENT_SECRET', { HEED_OIDC_CLIENT_SECRET: '' }],
    ['HEED_OIDC_NAME', { HEED_OIDC_NAME: '' }],
    ['HEED_OIDC_DOMAINS', { HEED_OIDC_DOMAINS: '' }],
    ['HEED_OIDC_DOMAINS', { HEED_OIDC_DOMAINS: '*' }],
    ['HEED_OIDC_DOMAINS', { HEED_OIDC_DOMAINS: 'ex\u0430mple.org' }],
    ['HEED_OIDC_ISSUER', { HEED_OIDC_ISSUER: 'http://login.example.org' }],
    ['not both', { HEED_OIDC_CLIENT_SECRET_FILE: '/etc/heed/secret' }],
    ['HEED_PASSWORDS_FOR', { HEED_PASSWORDS_FOR: 'nobody' }],
    ['nobody else could sign in', { HEED_OIDC_ISSUER: '', HEED_PASSWORDS_FOR: 'administrators' }],
  ])('says “%s” where that is missing or wrong, and never the secret', (what, wrong) => {
    expect(complaint({ ...whole, ...wrong })).toContain(what);
    expect(complaint({ ...whole, ...wrong })).not.toContain(SECRET);
  });
});

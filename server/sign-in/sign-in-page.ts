import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import type { PasswordsFor } from '@/server/auth/company/company';
import type { StoreApp } from '@/server/routes/store-app';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** What the page offers. */
export type SignInWays = {
  /** null where a company's own sign-in isn't set up */
  companyName: string | null;
  passwordsFor: PasswordsFor;
};

/** Where the file leaves room for what the page's script is told. */
const ROOM = '<main>';

function pageFor({ companyName, passwordsFor }: SignInWays): string {
  const main = html`<main data-company="${companyName ?? ''}" data-passwords-for="${passwordsFor}">`;
  return read('./sign-in.html').replace(ROOM, () => String(main));
}

/** Only what this page itself loads, and nobody may frame it: a password is typed here. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page on which people sign in; the authorize request they came with stands, signed, in its query. */
export function signInPage(app: StoreApp, ways: SignInWays): void {
  const files = [
    { path: '/sign-in', body: pageFor(ways), type: 'text/html; charset=utf-8' },
    { path: '/sign-in/sign-in.css', body: read('./sign-in.css'), type: 'text/css; charset=utf-8' },
    { path: '/sign-in/sign-in.js', body: read('./sign-in.js'), type: 'text/javascript; charset=utf-8' },
    { path: '/sign-in/words.js', body: read('./words.js'), type: 'text/javascript; charset=utf-8' },
  ];
  for (const { path, body, type } of files) {
    app.get(path, (c) => {
      c.header('Content-Type', type);
      c.header('Content-Security-Policy', POLICY);
      c.header('Cache-Control', 'no-store');
      return c.body(body);
    });
  }
}

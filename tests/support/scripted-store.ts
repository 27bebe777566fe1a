import type { NotesMeta, NoteUser, StoredOrganisation } from '@/lib/cache/notes-meta';
import { createAccount } from '@/lib/sync/account/account';
import { createOAuth } from '@/lib/sync/account/oauth';
import { createTransport } from '@/lib/sync/network/transport';
import { type Answer, json, type LoopbackServer, type Received, wireError } from './loopback-server';
import { makeSession } from './makers';
import { createExclusive, createMemoryArea } from './memory-area';

const REDIRECT = 'https://abc.chromiumapp.org/';

/** What the notes database keeps of the account, without a database. */
export function createMeta(): NotesMeta {
  let user: NoteUser | null | undefined;
  const organisations = new Map<string, StoredOrganisation>();
  return {
    clientId: async () => '00000000-0000-4000-8000-000000000001',
    user: async () => user ?? null,
    setUser: async (next) => {
      user = next;
    },
    forgetUser: async () => {
      user = null;
      organisations.clear();
    },
    someoneSignedOut: async () => user === null,
    organisation: async (id) => organisations.get(id) ?? null,
    setOrganisation: async (id, organisation) => {
      organisations.set(id, organisation);
    },
  };
}

export type Script = {
  /** how the token route answers a refresh; by default with the next pair */
  refresh?: Answer;
  session?: Answer;
  revoke?: Answer;
  /** how every other route answers a token that counts */
  thing?: Answer;
  expiresIn?: number;
};

/** A store that gives A1 and R1 at sign-in, A2 and R2 at the first refresh, and takes each refresh token once. */
export function scriptStore(server: LoopbackServer, script: Script = {}): { valid: Set<string> } {
  const valid = new Set<string>();
  const refreshTokens = new Set<string>();
  let issued = 0;
  const issue: Answer = (request, response) => {
    issued += 1;
    valid.add(`A${issued}`);
    refreshTokens.add(`R${issued}`);
    const tokens = { access_token: `A${issued}`, refresh_token: `R${issued}` };
    json(200, { ...tokens, expires_in: script.expiresIn ?? 3600 })(request, response);
  };
  const tokenRoute: Answer = (request, response) => {
    const form = new URLSearchParams(request.body);
    if (form.get('grant_type') === 'authorization_code') return issue(request, response);
    if (script.refresh) return script.refresh(request, response);
    const known = refreshTokens.delete(form.get('refresh_token') ?? '');
    return (known ? issue : json(400, { error: 'invalid_grant' }))(request, response);
  };
  const bearer = (request: Received) => request.headers.authorization?.slice('Bearer '.length) ?? '';
  server.answer((request, response) => {
    if (request.path === '/api/auth/oauth2/token') return tokenRoute(request, response);
    if (request.path === '/api/auth/oauth2/revoke')
      return (script.revoke ?? json(200, {}))(request, response);
    if (!valid.has(bearer(request))) return wireError(401, 'signed-out')(request, response);
    const session = script.session ?? json(200, makeSession());
    const thing = script.thing ?? json(200, { token: bearer(request) });
    return (request.path.startsWith('/v1/session?') ? session : thing)(request, response);
  });
  return { valid };
}

const agree = async (url: string) => `${REDIRECT}?code=C&state=${new URL(url).searchParams.get('state')}`;

type AccountAt = {
  /** origin of the store */
  url: string;
  now(): number;
  area?: ReturnType<typeof createMemoryArea>;
  local?: ReturnType<typeof createMemoryArea>;
  meta?: NotesMeta;
  /** the browser with its cookies; by default the store knows it, or whoever sits there types their password */
  launch?: (address: string) => Promise<string>;
  /** the store's address as it is set; by default that of the store */
  serverUrl?: () => Promise<string>;
};

/** An account at a store; with area and meta of an earlier one, as the next worker finds it. */
export function openAccount({ url, now, ...deps }: AccountAt) {
  const area = deps.area ?? createMemoryArea();
  const local = deps.local ?? createMemoryArea();
  const exclusive = createExclusive();
  const serverUrl = deps.serverUrl ?? (async () => url);
  const transport = createTransport({ fetch, serverUrl, now: () => new Date(now()) });
  const prompts: (string | null)[] = [];
  const launch = (address: string) => {
    prompts.push(new URL(address).searchParams.get('prompt'));
    return (deps.launch ?? agree)(address);
  };
  const oauth = createOAuth({ transport, serverUrl, launch, redirectUrl: REDIRECT, now });
  const clock = { now: () => new Date(now()) };
  const meta = deps.meta ?? createMeta();
  const account = createAccount({ area, local, exclusive, clock, transport, oauth, meta, serverUrl });
  return { account, area, local, meta, prompts };
}

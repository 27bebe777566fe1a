import type { z } from 'zod';
import { SECOND } from '@/lib/platform/clock';
import { type WireError, wireErrorSchema } from '@/lib/protocol/wire-error';
import { retryAfter } from './retry-after';

/**
 * How a request ended. Only `ok` says that the store did what was asked.
 * - `offline`: no answer, whatever the reason; it may or may not have been done
 * - `signed-out`: 401
 * - `refused`: the store understood and won't; asking again gives the same
 * - `retry-later`: 429 or 503, after so many milliseconds where it said so
 * - `server-error`: an answer that isn't the store's (500, a captive portal's page with 200, broken JSON)
 */
export type Outcome<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'offline' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; status: number; code: WireError['error']['code'] | null }
  | { kind: 'retry-later'; afterMs: number | null }
  | { kind: 'server-error' };

/** How an answer is read: as JSON of this shape, or as bytes. A reader that throws says that it isn't the store's. */
type Reading<T> =
  | { schema: z.ZodType<T> }
  | { read: (bytes: Uint8Array<ArrayBuffer>, headers: Headers) => T | Promise<T> };

/** What is asked of the store. */
export type Request<T> = Reading<T> & {
  /** on the store, or a whole address */
  path: string;
  query?: Record<string, string | number>;
  /** sent as JSON by POST; without it the request is a GET */
  body?: unknown;
  /** sent as a form by POST: what OAuth wants */
  form?: Record<string, string>;
  token?: string;
  /** the store that gave the token; the address may have been changed since, and the token goes to nobody else */
  origin?: string;
  /** a longer body is none of the store's; 32 MB where nothing is said */
  mostBytes?: number;
  /** milliseconds, where the usual patience is too short */
  timeoutMs?: number;
  /** `default` lets the browser keep what the store says may be kept; nothing is kept otherwise */
  cache?: RequestCache;
};

type TransportDeps = {
  fetch: typeof fetch;
  /** origin of the store */
  serverUrl(): Promise<string>;
  now(): Date;
  timeoutMs?: number;
};

const TIMEOUT = 20 * SECOND;
const MOST_BYTES = 2 ** 25;

function toInit({ body, form, token, ...request }: Request<unknown>, timeoutMs: number): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (token !== undefined) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const payload = form ? new URLSearchParams(form) : body === undefined ? null : JSON.stringify(body);
  return {
    method: payload === null ? 'GET' : 'POST',
    headers,
    body: payload,
    // A portal's redirect is no answer, and the token goes to nobody else.
    redirect: 'error',
    credentials: 'omit',
    cache: request.cache ?? 'no-store',
    signal: AbortSignal.timeout(request.timeoutMs ?? timeoutMs),
  };
}

const decoder = new TextDecoder();

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

async function readAnswer<T>(
  request: Reading<T>,
  { headers }: Response,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Outcome<T>> {
  try {
    const value =
      'schema' in request ? request.schema.parse(parseJson(bytes)) : await request.read(bytes, headers);
    return { kind: 'ok', value };
  } catch {
    return { kind: 'server-error' };
  }
}

/** @returns null when it is longer than that: whoever sends it may never end */
async function readBody(response: Response, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > most) return null;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Why an answer that isn't 2xx is none. */
function classify(response: Response, bytes: Uint8Array, now: Date): Exclude<Outcome<never>, { kind: 'ok' }> {
  const { status } = response;
  if (status === 401) return { kind: 'signed-out' };
  if (status === 429 || status === 503)
    return { kind: 'retry-later', afterMs: retryAfter(response.headers.get('Retry-After'), now) };
  if (status >= 500) return { kind: 'server-error' };
  const wire = wireErrorSchema.safeParse(parseJson(bytes));
  return { kind: 'refused', status, code: wire.data?.error.code ?? null };
}

/** Sends one request and says how it ended; never throws, never retries, takes 20 s at most unless told otherwise. */
export function createTransport(deps: TransportDeps) {
  return async <T>(request: Request<T>): Promise<Outcome<T>> => {
    const url = new URL(request.path, request.origin ?? (await deps.serverUrl()));
    for (const [name, value] of Object.entries(request.query ?? {}))
      url.searchParams.set(name, String(value));
    try {
      const response = await deps.fetch(url, toInit(request, deps.timeoutMs ?? TIMEOUT));
      // The body counts as part of the answer: a connection may be cut in the middle of it.
      const bytes = await readBody(response, request.mostBytes ?? MOST_BYTES);
      if (bytes === null) return { kind: 'server-error' };
      if (response.ok) return await readAnswer(request, response, bytes);
      return classify(response, bytes, deps.now());
    } catch {
      return { kind: 'offline' };
    }
  };
}

export type Transport = ReturnType<typeof createTransport>;

import type { HttpBindings } from '@hono/node-server';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Kysely } from 'kysely';
import type { Clock } from '@/lib/platform/clock';
import { type WireError, wireErrorSchema } from '@/lib/protocol/wire-error';
import type { SignedInUser } from '@/server/auth/verify-access-token';
import type { Database } from '@/server/db/schema';
import type { PackStore } from '@/server/snapshot/pack-store';

/** What every route gets. */
export type StoreDeps = {
  db: Kysely<Database>;
  /** the clock of the business, which `--as-of` may have moved */
  clock: Clock;
  asOf: Date | null;
  /** where the packs of the book lie */
  packs: PackStore;
  databaseKind: 'postgres' | 'pglite';
  /** asks the publisher to look for changes, without waiting for it */
  wakePublisher(): void;
  log: {
    info(fields: object, text: string): void;
    warn(fields: object, text: string): void;
    error(fields: object, text: string): void;
  };
};

/** `user` is there on every route under /v1; the bindings where a port is listened on. */
export type StoreEnv = { Variables: { user: SignedInUser }; Bindings: Partial<HttpBindings> };
export type StoreApp = OpenAPIHono<StoreEnv>;

export function wireError(code: WireError['error']['code'], message: string): WireError {
  return { error: { code, message } };
}

const errorBody = (description: string) => ({
  description,
  content: { 'application/json': { schema: wireErrorSchema } },
});

/** Answers that a route under /v1 may give besides its own. */
export const errorResponses = {
  400: errorBody('The input does not fit its schema.'),
  401: errorBody('No access token, or one that is expired or revoked.'),
  403: errorBody('The role may not do this.'),
  404: errorBody('There is no such thing.'),
  410: errorBody('It is not kept any more.'),
  503: errorBody('It is being made: ask again.'),
};

/** The answer of a route that only does something. */
export const done = { description: 'Done', content: { 'application/json': { schema: z.object({}) } } };

/** The scheme that the OpenAPI document names for every route under /v1. */
export const bearer = [{ bearer: [] }];

/** Headers of what is bytes and no JSON: sealed, so there is nothing in it to compress. */
export const OCTETS = { 'Content-Type': 'application/octet-stream' };

/** An answer of bytes, for the OpenAPI document. */
export const octets = (description: string) => ({
  description,
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
});

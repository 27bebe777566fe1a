import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { LARGEST_UNSIGNED } from '@/server/routes/limit-body';
import { pglite } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

describe('what comes from nobody who is signed in', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(pglite);
  });
  afterAll(() => store.stop());

  /** Sends so much of a body that never ends. @returns status and code of the answer that comes all the same */
  async function sendEndless(
    path: string,
    bytes: number,
    headers = {},
  ): Promise<[number | undefined, string]> {
    const sending = request(store.server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    });
    try {
      sending.write('x'.repeat(bytes));
      const [answer]: IncomingMessage[] = await once(sending, 'response');
      const said = answer ? await text(answer) : '';
      return [answer?.statusCode, wireErrorSchema.parse(JSON.parse(said)).error.code];
    } finally {
      sending.on('error', () => {});
      sending.destroy();
    }
  }

  it.each(['/v1/mutations', '/v1/imported-notes', '/v1/signals'])(
    'is refused at %s without its body having been read',
    async (path) => {
      expect(await sendEndless(path, 100)).toEqual([401, 'signed-out']);
      expect(await sendEndless(path, 100, { authorization: 'Bearer none' })).toEqual([401, 'signed-out']);
    },
  );

  it.each(['/v1/signals/nameless', '/api/auth/sign-in/email', '/api/auth/oauth2/token'])(
    'is read at %s only as far as anything there can be long',
    async (path) => {
      expect(await sendEndless(path, LARGEST_UNSIGNED + 1)).toEqual([413, 'too-large']);
    },
  );

  it('is refused by the length that it says it has, too', async () => {
    const headers = { 'content-length': LARGEST_UNSIGNED + 1 };
    expect(await sendEndless('/v1/signals/nameless', 1, headers)).toEqual([413, 'too-large']);
  });
});

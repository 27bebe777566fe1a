import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTransport, type Outcome } from '@/lib/sync/network/transport';
import {
  type Answer,
  json,
  type LoopbackServer,
  startLoopbackServer,
  wireError,
} from '@/tests/support/loopback-server';

let server: LoopbackServer;
const schema = z.object({ n: z.int() });

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

const transportTo = (url: string, timeoutMs = 5000) =>
  createTransport({
    fetch,
    serverUrl: async () => url,
    now: () => new Date('2026-11-22T09:00:00Z'),
    timeoutMs,
  });
const html: Answer = (_, response) =>
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Please accept the terms</html>');

const outcomes: [string, Answer, Outcome<unknown>][] = [
  ['what was asked for', json(200, { n: 7 }), { kind: 'ok', value: { n: 7 } }],
  ['401', wireError(401, 'signed-out'), { kind: 'signed-out' }],
  ['403', wireError(403, 'not-allowed'), { kind: 'refused', status: 403, code: 'not-allowed' }],
  ['404', wireError(404, 'not-found'), { kind: 'refused', status: 404, code: 'not-found' }],
  ['409 without a body of the store', json(409, 'no'), { kind: 'refused', status: 409, code: null }],
  ['413', wireError(413, 'too-large'), { kind: 'refused', status: 413, code: 'too-large' }],
  ['422', wireError(422, 'bad-input'), { kind: 'refused', status: 422, code: 'bad-input' }],
  ['426', wireError(426, 'outdated'), { kind: 'refused', status: 426, code: 'outdated' }],
  [
    '429 with Retry-After',
    wireError(429, 'too-many-requests', { 'Retry-After': '17' }),
    { kind: 'retry-later', afterMs: 17_000 },
  ],
  ['503 without Retry-After', json(503, {}), { kind: 'retry-later', afterMs: null }],
  ['500', wireError(500, 'internal'), { kind: 'server-error' }],
  ['502 from a proxy', (_, r) => r.writeHead(502).end('<html>'), { kind: 'server-error' }],
  ['a captive portal’s page with status 200', html, { kind: 'server-error' }],
  ['JSON that is not what was asked for', json(200, { n: 'seven' }), { kind: 'server-error' }],
  ['JSON cut off in the middle', (_, r) => r.writeHead(200).end('{"n": 7'), { kind: 'server-error' }],
  [
    'a portal’s redirect to a page that looks right',
    (request, r) =>
      request.path === '/x'
        ? r.writeHead(302, { Location: '/login' }).end()
        : json(200, { n: 7 })(request, r),
    { kind: 'offline' },
  ],
  ['a connection that breaks before the answer', (_, r) => r.destroy(), { kind: 'offline' }],
  [
    'a connection that breaks in the middle of the answer',
    (_, r) => {
      r.writeHead(200, { 'Content-Length': '1000' });
      r.write('{"n": 7', () => r.destroy());
    },
    { kind: 'offline' },
  ],
];

describe('how a request ends', () => {
  it.each(outcomes)('%s', async (_, answer, expected) => {
    server.answer(answer);
    expect(await transportTo(server.url)({ path: '/x', schema })).toEqual(expected);
  });

  it('is offline when nobody listens', async () => {
    const gone = await startLoopbackServer();
    await gone.close();
    expect(await transportTo(gone.url)({ path: '/x', schema })).toEqual({ kind: 'offline' });
  });

  it('is offline when the server hangs, before or within its answer', async () => {
    server.answer(() => {});
    expect(await transportTo(server.url, 50)({ path: '/x', schema })).toEqual({ kind: 'offline' });
    server.answer((_, response) => response.writeHead(200).write('{'));
    expect(await transportTo(server.url, 50)({ path: '/x', schema })).toEqual({ kind: 'offline' });
  });
});

describe('what goes out', () => {
  it('is a GET with the token and the query', async () => {
    server.answer(json(200, { n: 1 }));
    await transportTo(server.url)({ path: '/v1/pages', schema, query: { after: 3, limit: 10 }, token: 'T' });
    // A request that the test before gave up may still arrive.
    const request = server.received.find(({ path }) => path.startsWith('/v1/pages'));
    expect(request).toMatchObject({ method: 'GET', path: '/v1/pages?after=3&limit=10', body: '' });
    expect(request?.headers).toMatchObject({ authorization: 'Bearer T', accept: 'application/json' });
    expect(request?.headers.cookie).toBeUndefined();
  });

  it('is a POST of JSON for a body, of a form for OAuth', async () => {
    server.answer(json(200, { n: 1 }));
    const transport = transportTo(server.url);
    await transport({ path: '/a', schema, body: { x: 1 } });
    await transport({ path: '/b', schema, form: { grant_type: 'refresh_token' } });
    const [first, second] = server.received;
    expect(first).toMatchObject({ method: 'POST', body: '{"x":1}' });
    expect(first?.headers['content-type']).toBe('application/json');
    expect(second).toMatchObject({ method: 'POST', body: 'grant_type=refresh_token' });
    expect(second?.headers['content-type']).toContain('application/x-www-form-urlencoded');
  });
});

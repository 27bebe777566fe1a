import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import { npsReportSchema } from '@/lib/protocol/nps-report';
import type { Role } from '@/lib/protocol/roles';
import { sessionSchema } from '@/lib/protocol/session';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { addCustomer } from './support/add-customer';
import { bookOverHttp } from './support/book-over-http';
import { cardsOf, follow, newReader } from './support/book-reader';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

const extension = 'chrome-extension://nknpakakehnckgofdmdmcifbdohiiobg';
const secretWords = 'said in confidence';

describeEachDatabase('the API', (kind) => {
  let store: TestStore;
  let url: string;
  let number: number;

  beforeAll(async () => {
    store = await startTestStore(kind);
    url = store.server.url;
    await addCustomer(store.server.db, {
      customer: { name: 'Marta Kowalczyk', tier: 'Gold', since: '2020-08-01', contract: 'monthly' },
      identifiers: [{ kind: 'email', value: 'marta@example.org' }],
      responses: [
        { score: 4, verbatim: 'The parts never came.', answered_at: new Date('2026-10-01T08:00:00Z') },
        {
          score: 0,
          verbatim: secretWords,
          confidentiality: 'aggregate-only',
          answered_at: new Date('2026-10-20T08:00:00Z'),
        },
        { score: null, verbatim: 'No number, only words.', answered_at: new Date('2026-10-02T08:00:00Z') },
        { score: 10, verbatim: 'From tomorrow.', answered_at: new Date('2099-01-01T00:00:00Z') },
      ],
      promises: [
        { what: 'Refund', due_on: '2026-10-03' },
        { what: 'Parcel', due_on: '2026-10-04', state: 'kept' },
        { what: 'Letter', due_on: '2099-01-01' },
      ],
    });
    await store.server.rescore();
    number = (await cards('rep'))[0]?.number ?? 0;
  });
  afterAll(() => store.stop());

  const cards = async (role: Role) => {
    const reader = newReader();
    await follow(await bookOverHttp(store, role), reader);
    return cardsOf(reader.changes).cards;
  };
  const errorOf = async (answer: Response) => wireErrorSchema.parse(await answer.json()).error.code;

  it.each([
    ['rep', 403],
    ['supervisor', 200],
    ['executive', 200],
    ['administrator', 200],
  ] as const)('the NPS report answers a %s with %i', async (role, status) => {
    const answer = await store.as(role, '/v1/reports/nps');
    expect(answer.status).toBe(status);
    if (status === 403) expect(await errorOf(answer)).toBe('not-allowed');
  });

  it.each(['rep', 'supervisor', 'executive', 'administrator'] as const)(
    'session, book and detail answer a %s in the shape of the protocol',
    async (role) => {
      const session = sessionSchema.parse(await (await store.as(role, '/v1/session')).json());
      expect(session.user).toMatchObject({ id: store.users[role], role });
      expect(session.playbook.currency).toBe('EUR');
      expect(session.reasons.length).toBeGreaterThan(5);
      expect(await cards(role)).toHaveLength(1);
      customerDetailSchema.parse(await (await store.as(role, `/v1/customers/${number}/detail`)).json());
    },
  );

  it('lets no aggregate-only answer out through a card or the detail', async () => {
    const [card] = await cards('supervisor');
    expect(card?.score).toMatchObject({ value: 4, at: '2026-10-01T08:00:00.000Z' });
    expect(card?.earlier).toEqual([]);

    const detail = await (await store.as('supervisor', `/v1/customers/${number}/detail`)).text();
    expect(detail).not.toContain(secretWords);
    expect(customerDetailSchema.parse(JSON.parse(detail)).responses.map((r) => r.verbatim)).toEqual([
      'No number, only words.',
      'The parts never came.',
    ]);
  });

  it('tells no numbers of a few answers in the report when one was given in confidence', async () => {
    const { rows } = npsReportSchema.parse(await (await store.as('executive', '/v1/reports/nps')).json());
    expect(rows[0]).toEqual({
      kind: 'transactional',
      group: 'all-answers',
      about: null,
      state: 'suppressed',
      promoters: null,
      passives: null,
      detractors: null,
      n: null,
      nps: null,
      low: null,
      high: null,
    });
  });

  it('has no name, address or words in a card', async () => {
    expect(JSON.stringify(await cards('rep'))).not.toMatch(/Marta|marta|example\.org|parts/);
  });

  it('calls a promise broken when its day is over and it wasn’t kept', async () => {
    const detail = await (await store.as('rep', `/v1/customers/${number}/detail`)).json();
    const states = customerDetailSchema.parse(detail).promises.map((p) => [p.what, p.state]);
    expect(states).toEqual([
      ['Letter', 'due'],
      ['Parcel', 'kept'],
      ['Refund', 'broken'],
    ]);
  });

  it.each([
    ['a card number nobody has', '/v1/customers/999999/detail', 404, 'not-found'],
    ['a route there isn’t', '/v1/nothing-here', 404, 'not-found'],
    ['a card number that is none', '/v1/customers/zero/detail', 400, 'bad-input'],
    ['a page that is none', '/v1/pages/-1', 400, 'bad-input'],
    ['a page of no book', '/v1/pages/0', 400, 'bad-input'],
    ['a pack that is none', '/v1/packs/..%2Fheed.pid', 400, 'bad-input'],
    ['a pack there isn’t', `/v1/packs/${'0'.repeat(64)}`, 404, 'not-found'],
    ['a block of no kind', '/v1/blocks/notes/0', 400, 'bad-input'],
    ['a bucket behind the last', '/v1/blocks/keys/4096', 404, 'not-found'],
  ])('answers %s in the one shape of errors', async (_name, path, status, code) => {
    const answer = await store.as('rep', path);
    expect([answer.status, await errorOf(answer)]).toEqual([status, code]);
  });

  it.each([
    ['no JSON', '{"mutations":', 400, 'bad-input'],
    ['JSON of another shape', '{"mutations":{}}', 400, 'bad-input'],
    ['no mutation', '{"mutations":[]}', 400, 'bad-input'],
    [
      'a body too large',
      JSON.stringify({ mutations: [{ id: 'x', pad: 'x'.repeat(6e6) }] }),
      413,
      'too-large',
    ],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await store.as('rep', '/v1/mutations', body);
    expect([answer.status, await errorOf(answer)]).toEqual([status, code]);
  });

  it.each([
    ['a Chromium extension', extension, extension],
    ['a Firefox extension', 'moz-extension://5f1a2b3c-0000', 'moz-extension://5f1a2b3c-0000'],
    ['a web page', 'https://crm.example.com', null],
    ['a sandbox', 'null', null],
    ['a page that looks like one', 'https://x.example/chrome-extension://abc', null],
  ])('lets %s read its answers, or not', async (_name, origin, allowed) => {
    const answer = await fetch(`${url}/health`, { headers: { origin } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(allowed);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('says how it is without a token', async () => {
    const answer = await fetch(`${url}/health`);
    expect(await answer.json()).toMatchObject({ status: 'ok', publisher: { waiting: 0, version: 1 } });
  });

  describe('pages for people', () => {
    it('the login page runs no script but its own and can’t be framed', async () => {
      const answer = await fetch(`${url}/sign-in`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      const html = await answer.text();
      expect(html).not.toMatch(/<script>|\son\w+=|style=/);
      for (const [, file] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
        expect((await fetch(url + file)).status, file).toBe(200);
      }
    });

    it('the API’s description for people has no origin, so that its script can take nothing', async () => {
      const answer = await fetch(`${url}/docs`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toBe('sandbox allow-scripts');
    });
  });
});

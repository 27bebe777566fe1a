import { beforeEach, describe, expect, it } from 'vitest';
import type { PageIdentity } from '@/lib/crm/page-report';
import type { CrmAdapter, Evidence } from '@/lib/protocol/crm-adapter';
import type { AdapterFrom, KnownAdapter } from '@/lib/sync/adapters/crm-adapters';
import { createSiteAnswers, readingAfter, type SiteTrust } from '@/lib/sync/adapters/site-answers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { sample } from '../../crm/sample-adapter';

const ORIGIN = 'https://crm.example';

let adapter: CrmAdapter;
let from: AdapterFrom;
let area: ReturnType<typeof createMemoryArea>;
let off: Set<string>;
let taught: KnownAdapter[];
let answers: ReturnType<typeof createSiteAnswers>;

beforeEach(() => {
  [adapter, from, area] = [sample, 'built-in', createMemoryArea()];
  off = new Set();
  taught = [];
  answers = createSiteAnswers({
    ...{ area, exclusive: createExclusive() },
    adapters: {
      list: async () => [...taught, { adapter, from, off: false }],
      isProven: async (id) => id !== 'pushed',
      isOff: async (id) => off.has(id),
    },
  });
});

const trustIn = (adapter: string, trust: PageIdentity['trust']) =>
  answers.trustIn(ORIGIN, { key: 'A', adapter, pageKind: 'record', trust, name: '', people: [] });

describe('what somebody said of a site', () => {
  it('counts until the adapter is mended, and is asked again then', async () => {
    await answers.answer(ORIGIN, 'sample', false);
    expect(await trustIn('sample', 'likely')).toBe('refuse');
    adapter = { ...sample, version: 2 };
    expect(await trustIn('sample', 'likely')).toBe('ask');
    expect(await answers.list()).toEqual([]);
    await answers.answer(ORIGIN, 'sample', true);
    expect(await trustIn('sample', 'likely')).toBe('take');
  });

  it.each<[string, AdapterFrom, Partial<CrmAdapter>]>([
    ['the organisation’s of its name and version', 'organisation', { label: 'Other' }],
    ['the organisation’s that says the same', 'organisation', {}],
    ['one from a file that says the same', 'file', {}],
    ['one’s own in its place', 'own', { pages: sample.pages.map((page) => ({ ...page, kind: 'other' })) }],
    ['another that comes with Heed', 'built-in', { agent: [] }],
  ])('of an adapter says nothing of %s', async (_, then, change) => {
    for (const right of [true, false]) {
      [adapter, from] = [sample, 'built-in'];
      await answers.answer(ORIGIN, 'sample', right);
      [adapter, from] = [{ ...sample, ...change }, then];
      expect(await trustIn('sample', 'likely')).toBe('ask');
      expect(await answers.list()).toEqual([]);
    }
  });

  it('is forgotten on every site with the adapter: learned once more, it is asked about', async () => {
    await answers.answer(ORIGIN, 'sample', false);
    await answers.answer('https://other.example', 'sample', true);
    await answers.answer(ORIGIN, 'generic', false);
    await answers.forget('sample');
    expect(await answers.list()).toEqual([{ origin: ORIGIN, adapter: 'generic', right: false }]);
    expect(await trustIn('sample', 'likely')).toBe('ask');
  });

  it('of an adapter is no answer where an older Heed kept it by its version', async () => {
    await area.set('site-answers', { [ORIGIN]: { sample: { version: 1, right: true } } });
    expect(await trustIn('sample', 'likely')).toBe('ask');
  });

  it('is needed of an adapter from elsewhere, however well it says it is known', async () => {
    expect(await trustIn('sample', 'proven')).toBe('take');
    expect(await trustIn('pushed', 'proven')).toBe('ask');
    expect(await trustIn('constructor', 'likely')).toBe('ask');
  });

  it('is of no matter where the organisation has switched off reading without an adapter', async () => {
    await answers.answer(ORIGIN, 'generic', true);
    off.add('generic');
    expect(await trustIn('generic', 'likely')).toBe('refuse');
    expect(await trustIn('generic', 'doubtful')).toBe('refuse');
  });

  it('leaves it to a person each time, after a no to who reads it without an adapter, and can be taken back', async () => {
    expect(await trustIn('generic', 'likely')).toBe('ask');
    await answers.answer(ORIGIN, 'generic', false);
    expect(await answers.list()).toEqual([{ origin: ORIGIN, adapter: 'generic', right: false }]);
    expect(await trustIn('generic', 'likely')).toBe('choose');
    await answers.answer(ORIGIN, 'generic', null);
    expect(await trustIn('generic', 'likely')).toBe('ask');
  });

  it.each([true, false, null])('is no matter where a page is doubtful: said %s', async (right) => {
    await answers.answer(ORIGIN, 'generic', right);
    expect(await trustIn('generic', 'doubtful')).toBe('choose');
  });

  it('says nothing of an adapter that nobody knows', async () => {
    await answers.answer(ORIGIN, 'gone', true);
    expect(await trustIn('gone', 'likely')).toBe('ask');
  });
});

/** What a person pointed at on a host, or what says so. */
const ofHost = (host: string, more: Partial<CrmAdapter> = {}, whose: AdapterFrom = 'own'): KnownAdapter => ({
  adapter: {
    ...{ ...sample, id: 'own-site', evidence: { kind: 'taught', on: '2026-11-27' } },
    site: { hosts: [host], signature: null },
    ...more,
  },
  ...{ from: whose, off: false },
});
const HERE = 'crm.example';
const SAYS: [said: boolean | null, SiteTrust, onTaught: SiteTrust][] = [
  [true, 'take', 'take'],
  [false, 'choose', 'refuse'],
  [null, 'ask', 'ask'],
];

describe('what somebody said of reading a site without an adapter', () => {
  it.each(SAYS)(
    'counts no more once the site was taught, and again where it is so no more: said %s',
    async (right, before) => {
      await answers.answer(ORIGIN, 'generic', right);
      expect(await trustIn('generic', 'likely')).toBe(before);
      taught = [ofHost(HERE)];
      expect(await trustIn('generic', 'likely')).toBe('ask');
      expect(await answers.list()).toEqual([]);
      taught = [];
      expect(await trustIn('generic', 'likely')).toBe(before);
    },
  );

  it.each(SAYS)(
    'of a site that was taught is asked for once, and nobody has to choose: said %s',
    async (right, _, then) => {
      taught = [ofHost(HERE)];
      await answers.answer(ORIGIN, 'generic', right);
      expect(await trustIn('generic', 'likely')).toBe(then);
      taught = [ofHost(HERE, { version: 2, agent: [] })];
      expect(await trustIn('generic', 'likely')).toBe(then);
      taught = [];
      expect(await trustIn('generic', 'likely')).toBe('ask');
    },
  );

  it.each([
    ['another site was taught', ofHost('other.example')],
    ['answers taught it', ofHost(HERE, { evidence: { kind: 'learned', on: '2026-11-27' } })],
    ['what came with Heed knows it', ofHost(HERE, { evidence: sample.evidence }, 'built-in')],
  ])('counts on where %s', async (_, known) => {
    await answers.answer(ORIGIN, 'generic', false);
    taught = [known];
    expect(await trustIn('generic', 'likely')).toBe('choose');
  });

  it('counts on where what was taught came from a file, and somebody found that wrong', async () => {
    await answers.answer(ORIGIN, 'generic', true);
    taught = [ofHost(HERE, {}, 'file')];
    expect(await trustIn('generic', 'likely')).toBe('ask');
    await answers.answer(ORIGIN, 'own-site', false);
    expect(await trustIn('generic', 'likely')).toBe('take');
  });
});

describe('how an adapter reads a site', () => {
  const { live, documented, learned }: Record<'live' | 'documented' | 'learned', Evidence> = {
    live: sample.evidence,
    documented: { kind: 'documented', sources: ['https://docs.example'], on: '2026-11-27' },
    learned: { kind: 'learned', on: '2026-11-27' },
  };
  const list = { ...{ kind: 'all', url: { path: '/all' } }, each: [], fields: [], anchor: [] };
  type Reads = 'all' | 'no lists' | 'nothing';
  it.each<[AdapterFrom, Evidence, [unsaid: Reads, yes: Reads, no: Reads]]>([
    ['organisation', live, ['no lists', 'all', 'nothing']],
    ['organisation', documented, ['no lists', 'all', 'nothing']],
    ['file', live, ['no lists', 'all', 'nothing']],
    ['file', learned, ['no lists', 'all', 'nothing']],
    ['built-in', live, ['all', 'all', 'all']],
    ['built-in', documented, ['all', 'all', 'nothing']],
    ['own', learned, ['all', 'all', 'nothing']],
    ['own', { kind: 'taught', on: '2026-11-27' }, ['all', 'all', 'all']],
  ])('%s, %o: before anybody says so, after a yes and a no', (whose, evidence, expected) => {
    const rings = [{ url: { path: '/**' }, at: [], take: { from: 'text' }, as: 'phone' }] as const;
    const known = { adapter: { ...sample, evidence, lists: [list], rings }, from: whose, off: false };
    const reads = ([null, true, false] as const).map((right): Reads => {
      const reading = readingAfter(right, known);
      if (reading) expect(reading.rings).toEqual(rings);
      if (!reading) return 'nothing';
      return reading.lists.length > 0 ? 'all' : 'no lists';
    });
    expect(reads).toEqual(expected);
  });

  it('that is switched off keeps its pages from being read in another way, after a no as well', () => {
    const known = { adapter: { ...sample, evidence: documented }, from: 'organisation', off: true } as const;
    expect(readingAfter(false, known)).toEqual(known.adapter);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { PageIdentity } from '@/lib/crm/page-report';
import { createSiteAnswers } from '@/lib/sync/site-answers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { sample } from '../crm/sample-adapter';

const ORIGIN = 'https://crm.example';

let version: number;
let off: Set<string>;
let answers: ReturnType<typeof createSiteAnswers>;

beforeEach(() => {
  version = 1;
  off = new Set();
  answers = createSiteAnswers({
    ...{ area: createMemoryArea(), exclusive: createExclusive() },
    adapters: {
      list: async () => [{ adapter: { ...sample, version }, from: 'built-in', off: false }],
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
    version = 2;
    expect(await trustIn('sample', 'likely')).toBe('ask');
    expect(await answers.list()).toEqual([]);
    await answers.answer(ORIGIN, 'sample', true);
    expect(await trustIn('sample', 'likely')).toBe('take');
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

import { beforeEach, describe, expect, it } from 'vitest';
import type { PageIdentity } from '@/lib/crm/page-report';
import type { RawIdentifier } from '@/lib/domain/identifier';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { createLearnedSites, type Learned, type LearnedSites } from '@/lib/sync/adapters/learned-sites';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { sample } from '../../crm/sample-adapter';

const origin = 'https://crm.example:8443';
const learned: CrmAdapter = {
  ...sample,
  id: 'own-crm-example',
  label: 'crm.example',
  evidence: { kind: 'learned', on: '2026-11-27' },
  site: { hosts: ['crm.example'], signature: null },
  pages: sample.pages.slice(0, 1).map((page) => ({ ...page, kind: 'customer' })),
};
const ann: RawIdentifier[] = [{ kind: 'email', value: 'ann@x.example' }];
const bo: RawIdentifier[] = [{ kind: 'email', value: 'bo@x.example' }];
const phone: RawIdentifier[] = [{ kind: 'phone', value: '+49151' }];
const other: RawIdentifier[] = [{ kind: 'email', value: 'nobody@x.example' }];
/** By whom each address is, in the book. */
const cards: Record<string, number[]> = { 'ann@x.example': [1], 'bo@x.example': [2], '+49151': [2, 3] };

let own: CrmAdapter[];
let from: 'own' | 'file';
let answer: Learned | null;
let asked: ReturnType<LearnedSites['asked']>[];
let lookedAt: string;
let meanwhile: () => Promise<void>;
let area: ReturnType<typeof createMemoryArea>;
let learnedSites: LearnedSites;

beforeEach(() => {
  own = [];
  from = 'own';
  answer = { memory: '{}', adapter: learned };
  asked = [];
  meanwhile = async () => {};
  area = createMemoryArea();
  learnedSites = createLearnedSites({
    ...{ area, exclusive: createExclusive() },
    adapters: {
      list: async () => own.map((adapter) => ({ adapter, from, off: false })),
      saveOwn: async (adapter) => {
        own = [adapter, ...own.filter(({ id }) => id !== adapter.id)];
      },
      removeOwn: async (gone) => {
        own = own.filter(({ id }) => id !== gone);
      },
    },
    lookUp: async (people) => ({
      damaged: false,
      people: people.map((person) =>
        person.map(({ kind, value }) => ({
          kind,
          spellings: [{ identifier: { kind: 'email', value }, numbers: cards[value] ?? [] }],
        })),
      ),
    }),
    look: async (tabId) => {
      asked.push(learnedSites.asked(tabId, lookedAt));
      await meanwhile();
      return answer;
    },
  });
});

function learn(people: RawIdentifier[][], cardNumber: number | null, adapter = 'generic', on = origin) {
  lookedAt = on;
  const identity: PageIdentity = {
    ...{ key: 'A', adapter, pageKind: 'record', trust: 'likely', name: '', people },
  };
  return learnedSites.learn(1, { origin: on, identity }, cardNumber);
}

describe('an answer about a page that no adapter knows', () => {
  it('has the page looked at for whom the person said it is, and keeps what that taught', async () => {
    expect(await learn([ann, bo], 2)).toBe(true);
    expect(asked).toEqual([{ memory: null, customer: bo }]);
    expect(own).toEqual([{ ...learned, version: 1 }]);
    answer = { memory: '{"more":1}', adapter: null };
    await learn([ann], null);
    expect(asked[1]).toEqual({ memory: '{}', customer: ann });
  });

  it('says who it is to nobody but the script that looks, on that site, while it looks', async () => {
    await learn([ann], null);
    expect(learnedSites.asked(1, origin)).toBeNull();
    let other: unknown;
    answer = null;
    learnedSites = createLearnedSites({
      ...{ area: createMemoryArea(), exclusive: createExclusive() },
      adapters: { list: async () => [], saveOwn: async () => {}, removeOwn: async () => {} },
      lookUp: async () => ({ people: [], damaged: false }),
      look: async (tabId) => {
        other = [learnedSites.asked(tabId, 'https://other.example'), learnedSites.asked(2, origin)];
        return null;
      },
    });
    await learn([ann], null);
    expect(other).toEqual([null, null]);
  });

  it.each<[string, RawIdentifier[][], number | null, string]>([
    ['a yes on a page of several people', [ann, bo], null, 'generic'],
    ['a choice of somebody to whom several on the page lead', [ann, ann], 1, 'generic'],
    ['a choice of somebody to whom nobody leads', [ann, bo], 7, 'generic'],
    ['a choice of one of two whom one person’s identifiers lead to', [[...ann, ...phone]], 2, 'generic'],
    ['a choice of one of two whom another’s identifiers lead to', [[...bo, ...ann], other], 2, 'generic'],
    ['an adapter’s page', [ann], null, 'sample'],
  ])('is not learned from: %s', async (_, people, cardNumber, adapter) => {
    expect(await learn(people, cardNumber, adapter)).toBe(false);
    expect(asked).toEqual([]);
  });

  it.each<[string, Partial<CrmAdapter>]>([
    ['another host', { site: { hosts: ['bank.example'], signature: null } }],
    ['any page with some element', { site: { hosts: ['crm.example'], signature: 'body' } }],
    ['another id', { id: 'own-bank-example' }],
    ['another name', { label: 'Salesforce' }],
    ['another evidence', { evidence: { kind: 'taught', on: '2026-11-27' } }],
  ])('gives no adapter for %s', async (_, change) => {
    answer = { memory: '{}', adapter: { ...learned, ...change } };
    await expect(learn([ann], null)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(own).toEqual([]);
  });

  it('takes no place of what a person taught', async () => {
    const taught: CrmAdapter = { ...learned, agent: [], evidence: { kind: 'taught', on: '2026-11-20' } };
    own = [taught];
    expect(await learn([ann], null)).toBe(false);
    expect(own).toEqual([taught]);
  });

  it('changes nothing, so that nobody is asked again, where it says the same as before', async () => {
    await learn([ann], null);
    answer = { memory: '{}', adapter: { ...learned, evidence: { kind: 'learned', on: '2026-11-28' } } };
    expect(await learn([bo], null)).toBe(false);
    expect(own.map(({ version }) => version)).toEqual([1]);
  });

  it('is learned from where what else names the person leads to nobody, or to them among others', async () => {
    expect(await learn([[...bo, ...phone, ...other], ann], 2)).toBe(true);
  });

  it('takes no place of what came from a file', async () => {
    const theirs = { ...learned, agent: [] };
    [own, from] = [[theirs], 'file'];
    expect(await learn([ann], null)).toBe(false);
    expect(own).toEqual([theirs]);
  });

  it('says nothing of another port of the host, which may be another system', async () => {
    await learn([ann], null);
    await learn([bo], null, 'generic', 'https://crm.example');
    expect(asked[1]).toEqual({ memory: null, customer: bo });
  });

  it('is forgotten with the customers in it, also while a page is looked at, and what was learned stays', async () => {
    await learn([ann], null);
    const before = own;
    await learnedSites.forgetAll();
    expect(area.keys()).toEqual([]);
    meanwhile = () => learnedSites.forgetAll();
    answer = { memory: '{}', adapter: { ...learned, agent: [] } };
    expect(await learn([bo], null)).toBe(false);
    expect(area.keys()).toEqual([]);
    expect(own).toEqual(before);
  });

  it('is forgotten with all that was learned from it, on each port of the host', async () => {
    await learn([ann], null, 'generic', 'https://crm.example');
    await learn([ann], null);
    await learnedSites.forget(learned);
    expect(own).toEqual([]);
    asked = [];
    await learn([ann], null, 'generic', 'https://crm.example');
    expect(asked[0]).toEqual({ memory: null, customer: ann });
    await learn([bo], null);
    expect(asked[1]).toEqual({ memory: null, customer: bo });
  });
});

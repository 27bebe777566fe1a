import type { PageIdentity } from '@/lib/crm/page-report';
import type { RawIdentifier } from '@/lib/domain/identifier';
import { AppError } from '@/lib/platform/app-error';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { type LookupKey, lookupKey } from '@/lib/protocol/lookup-key';
import { createSiteAnswers } from '@/lib/sync/adapters/site-answers';
import { createAllHere } from '@/lib/sync/book/all-here';
import type { Called } from '@/lib/sync/customer/store-names';
import { createPageChoices } from '@/lib/sync/pages/page-choices';
import { createPageSlots } from '@/lib/sync/pages/page-slots';
import { createTabStates } from '@/lib/sync/pages/tab-state';
import { makeCard, makeSession } from '@/tests/support/makers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { sample } from '../../crm/sample-adapter';
import { hashed, keys } from './few-customers';

export const TAB = 4;
export const ORIGIN = 'https://crm.example';
export const mail = (value: string) => ({ kind: 'email' as const, value });
export const phone = (value: string) => ({ kind: 'phone' as const, value });

const cardAtRisk = (number: number) =>
  makeCard(number, { risk: { level: 'high', points: 9, drivers: [], at: '2026-11-22T09:00:00Z' } });

const taught: CrmAdapter = {
  ...{ ...sample, id: 'own', evidence: { kind: 'taught', on: '2026-11-27' } },
  site: { hosts: ['crm.example'], signature: null },
};

/** `here`: the customers who are on this computer: all, an older book while a newer one comes, or none yet. */
export type World = {
  unlocked: boolean;
  here: 'all' | 'older' | 'none';
  over: boolean;
  withdrawn: Set<string>;
  /** somebody pointed at customers on this site */
  taught: boolean;
  damaged: 'keys' | 'cards' | null;
  /** what the store calls customers */
  named: Map<number, Called>;
  /** what the page itself says */
  answer: string | null | undefined;
};

/** A few customers and one tab. What may change of the world is in `world`. */
export function createPageWorld() {
  const world: World = {
    ...{ unlocked: true, here: 'all', over: false, damaged: null, answer: 'A' },
    withdrawn: new Set(),
    taught: false,
    named: new Map(),
  };
  /** who has come to be known since, by lookup key */
  const arrived = new Map<LookupKey, number[]>();
  const exclusive = createExclusive();
  const siteAnswers = createSiteAnswers({
    ...{ area: createMemoryArea(), exclusive },
    adapters: {
      list: async () => [
        ...(world.taught ? [{ adapter: taught, from: 'own' as const, off: false }] : []),
        ...['demo', 'other'].map((id) => ({
          ...{ adapter: { ...sample, id }, from: 'built-in' as const, off: false },
        })),
      ],
      isProven: async (id) => id !== 'pushed',
      isOff: async () => false,
    },
  });
  const tabs = createTabStates({ area: createMemoryArea(), exclusive, ask: async () => world.answer });
  const { lookupKey: _, ...session } = makeSession();
  const account = {
    organisation: async () => ({ session, clockShift: 0 }),
    bookKeys: async () => (world.unlocked ? keys : null),
  };
  const damaged = async () => (world.damaged ? [{ kind: world.damaged, n: 0 }] : []);
  const coming = { customers: 1, totalCustomers: 9, bytes: 1, totalBytes: 9, secondsLeft: null };
  const isAllHere = createAllHere({
    account,
    book: { damaged, position: async () => (world.here === 'none' ? null : { book: 'one', cursor: 1 }) },
    progress: { shown: async () => (world.here === 'all' ? null : coming) },
  });
  const slots = createPageSlots({
    account,
    storeNames: { of: async () => world.named },
    book: {
      async lookup(all) {
        if (world.damaged === 'keys') throw new AppError('damaged');
        if (world.here === 'none') return all.map(() => []);
        return all.map((key) => [...(hashed.get(key) ?? []), ...(arrived.get(key) ?? [])]);
      },
      get: async (number) => (world.damaged === 'cards' ? null : cardAtRisk(number)),
      damaged,
      getAll: async (numbers) => numbers.map((n) => (world.damaged === 'cards' ? null : cardAtRisk(n))),
    },
    ...{ tabs, siteAnswers, isAllHere },
    pace: { isOver: async () => world.over },
    isGranted: async (origin) => !world.withdrawn.has(origin),
  });

  let seq = 0;
  async function showsAs(
    trust: PageIdentity['trust'],
    key: string,
    people: RawIdentifier[][],
    adapter = 'demo',
  ): Promise<void> {
    const name = `Name of ${key}`;
    const identity = { key, adapter, pageKind: 'customer', trust, name, people };
    seq += 1;
    const report = { state: 'customer' as const, seq, identity };
    await tabs.report({ tabId: TAB, documentId: 'D1', origin: ORIGIN, report });
  }

  const choices = createPageChoices({ tabs, slots, isAllHere });
  /** The card numbers of those whom the rep may choose from now. */
  async function shown(): Promise<number[]> {
    const slot = await slots.of(TAB);
    return slot.state === 'choose' ? slot.candidates.map(({ card }) => card.number) : [];
  }

  return {
    ...{ world, siteAnswers, tabs, slots, choices, showsAs, shown },
    shows: (key: string, ...people: RawIdentifier[][]) => showsAs('proven', key, people),

    /** The rep says that it is none of those on show, as the sidebar does. */
    async saysNew(key: string): Promise<void> {
      await choices.choose(TAB, { key, cardNumber: null, shown: await shown() });
    },

    async arrives(number: number, identifier: { kind: 'email' | 'phone'; value: string }): Promise<void> {
      arrived.set(await lookupKey(keys.lookupSecret, identifier), [number]);
    },
  };
}

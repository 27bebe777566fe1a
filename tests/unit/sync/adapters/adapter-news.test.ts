import { beforeEach, describe, expect, it } from 'vitest';
import { createAdapterNews } from '@/lib/sync/adapters/adapter-news';
import { makeSession } from '@/tests/support/makers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

type OfStore = Partial<Pick<ReturnType<typeof makeSession>, 'adapters' | 'adaptersOff'>>;

let area: ReturnType<typeof createMemoryArea>;
let ofStore: OfStore | null;
let told: number;
let fails: boolean;

/** Another worker over the same storage. */
const startWorker = () =>
  createAdapterNews({
    area,
    exclusive: createExclusive(),
    account: {
      organisation: async () => {
        const { lookupKey: _, ...session } = makeSession(ofStore ?? {});
        return ofStore && { session, clockShift: 0 };
      },
    },
    tell: async () => {
      if (fails) throw new Error('the worker was killed');
      told += 1;
    },
  });

beforeEach(async () => {
  area = createMemoryArea();
  ofStore = { adapters: [{ id: 'acme', version: 1 }], adaptersOff: [] };
  told = 0;
  fails = false;
  await startWorker()();
  told = 0;
});

describe('open pages', () => {
  it.each<[string, OfStore | null]>([
    ['an adapter was switched off', { adapters: [{ id: 'acme', version: 1 }], adaptersOff: ['acme'] }],
    ['one was mended', { adapters: [{ id: 'acme', version: 2 }], adaptersOff: [] }],
    [
      'one came in the place of another of its version',
      { adapters: [{ id: 'acme', version: 1, label: 'Acme' }] },
    ],
    ['one came', { adapters: [1, 2].map((n) => ({ id: `acme-${n}`, version: 1 })), adaptersOff: [] }],
    ['the rep signed out', null],
  ])('are told once that %s', async (_, now) => {
    ofStore = now;
    await startWorker()();
    await startWorker()();
    expect(told).toBe(1);
  });

  it('are told nothing where the organisation reads CRMs as before', async () => {
    await startWorker()();
    expect(told).toBe(0);
  });

  it('are told by the next worker where one was killed while it told them', async () => {
    ofStore = { adaptersOff: ['acme'] };
    fails = true;
    await expect(startWorker()()).rejects.toThrow();
    fails = false;
    await startWorker()();
    expect(told).toBe(1);
  });
});

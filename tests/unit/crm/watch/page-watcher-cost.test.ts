// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageReader } from '@/entrypoints/crm.content/page-reader';
import { type Detection, detect } from '@/lib/crm/detect';
import { detectGeneric } from '@/lib/crm/generic/detect-generic';
import { readerSlot } from '@/lib/crm/generic/reader-slot';
import type { PageReport } from '@/lib/crm/page-report';
import { createPageWatcher } from '@/lib/crm/watch/page-watcher';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { sample, sampleRecord } from '../sample-adapter';
import { showPage } from '../show-page';
import { adapterHere, isGenuine, navigateTo, stubBrowser } from './watched-page';

/*
 * How often a page is read that changes two hundred times a second. Time is the test's own: it goes on by what reading is
 * said to cost, and by five milliseconds a change.
 */

const seen = '2026-11-27';
/** As it is taught where no block around the customer has a name: all of the page is the customer's. */
const taught: CrmAdapter = {
  ...sample,
  evidence: { kind: 'taught', on: seen },
  pages: [
    {
      kind: 'customer',
      url: { path: '/record/*' },
      ready: '.mail',
      confirm: [],
      people: {
        each: [{ css: 'body', seen }],
        fields: [{ at: [{ css: '.mail', seen }], take: { from: 'text' }, as: 'email' }],
        one: true,
      },
    },
  ],
};
const adapters = () => [adapterHere(taught)];
const byAdapter = () => detect(new URL(location.href), document, adapters());
const generic = () => detectGeneric(new URL(location.href), document);

const vera = '<b class="name">Vera Lind</b><dl><dt>E-mail</dt><dd class="mail">vera@x.example</dd></dl>';
const find = (css: string): Element => {
  const found = document.querySelector(css);
  if (!found) throw new Error(`no ${css}`);
  return found;
};

let clock = 0;
let stop = new AbortController();

function watch(read: () => Detection, cost = 0) {
  stop = new AbortController();
  const reports: PageReport[] = [];
  const failed = vi.fn();
  let reads = 0;
  createPageWatcher({
    window,
    read: () => {
      reads += 1;
      clock += cost;
      return read();
    },
    report: (report) => reports.push(report),
    failed,
    signal: stop.signal,
    isGenuine,
    firstSeq: 0,
  });
  return { reports, failed, reads: () => reads, last: () => reports.at(-1)?.state };
}

/** Two hundred changes a second, for so many seconds. */
async function change(seconds: number, act: (n: number) => void): Promise<void> {
  for (let n = 0; n < seconds * 200; n++) {
    clock += 5;
    act(n);
    await vi.advanceTimersByTimeAsync(5);
  }
}

const tick = (n: number) => find('#no').replaceChildren(String(n));
const restyle = (n: number) => {
  document.body.className = `at-${n}`;
};

describe('a page that changes all the time', () => {
  stubBrowser();
  beforeEach(() => {
    clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
  });
  afterEach(() => {
    stop.abort();
    showPage('');
    vi.restoreAllMocks();
  });

  it.each<[string, () => Detection, (n: number) => void]>([
    ['beside a customer whose whole page was taught', byAdapter, tick],
    ['in its looks, above a customer whose page was taught', byAdapter, restyle],
    ['in its looks, around a customer whom no adapter knows', generic, restyle],
  ])('%s is read when it is idle, not at every change', async (_, read, act) => {
    const { reads, reports } = watch(read);
    const before = reads();
    await change(2, act);
    expect(reads() - before).toBeLessThan(2000 / 150 + 2);
    expect(reports.map(({ state }) => state)).toEqual(['blank', 'customer']);
  });

  it('keeps a tenth of its time at most for being read, however often its customer changes', async () => {
    const { reads } = watch(byAdapter, 30);
    await change(1, (n) => find('.mail').replaceChildren(`${n}@x.example`));
    const before = { reads: reads(), clock };
    await change(4, (n) => find('.mail').replaceChildren(`${n}@x.example`));
    expect((reads() - before.reads) * 30).toBeLessThan((clock - before.clock) * 0.12);
  });

  it('goes blank in the same task all the same, where there is no time to read it', async () => {
    const { last } = watch(byAdapter, 500);
    expect(last()).toBe('customer');
    find('.mail').replaceChildren('bo@x.example');
    await Promise.resolve();
    expect(last()).toBe('blank');
    await change(5, () => {});
    expect(last()).toBe('customer');
  });

  it('that can’t be read is tried again when it is idle, and says why once', async () => {
    const { reads, failed } = watch(() => {
      throw new Error('a page to stumble over');
    });
    await change(4, tick);
    expect(reads()).toBeLessThan(4000 / 150 + 2);
    expect(failed).toHaveBeenCalledTimes(1);
  });

  it('is found as soon as it can be read again', async () => {
    let fails = true;
    const { last } = watch(() => {
      if (fails) throw new Error('a page to stumble over');
      return byAdapter();
    });
    await change(1, tick);
    expect(last()).toBe('blank');
    fails = false;
    await change(1, tick);
    expect(last()).toBe('customer');
  });
});

describe('an address with a lone percent sign', () => {
  it('is read like any other, by no adapter too', () => {
    showPage(sampleRecord('7', vera));
    expect(detectGeneric(new URL('https://crm.example/record/7?q=50%'), document).state).toBe('customer');
  });
});

describe('a page that can’t be read', () => {
  stubBrowser();
  afterEach(() => Reflect.deleteProperty(globalThis, Symbol.for('heed.generic')));

  it('does not have its adapters and its reader fetched again and again', async () => {
    const asked: string[] = [];
    stop = new AbortController();
    const ctx = {
      ...{ isValid: true, notifyInvalidated() {}, addEventListener() {} },
      setTimeout: window.setTimeout.bind(window),
    };
    const client = {
      call: async (method: string) => {
        asked.push(method);
        if (method === 'page.adapters') return { adapters: [], generic: true };
        readerSlot.put(() => {
          throw new Error('a page to stumble over');
        });
        return {};
      },
    };
    const deps = { client, ctx, changed: () => watcher.startOver() };
    const reader = createPageReader(deps as unknown as Parameters<typeof createPageReader>[0]);
    const { read } = reader;
    const watcher = createPageWatcher({
      ...{ window, read, report() {}, signal: stop.signal, isGenuine, firstSeq: 0 },
    });
    reader.load();
    for (let i = 0; i < 20; i++) {
      await vi.advanceTimersByTimeAsync(1000);
      document.body.append('more');
    }
    stop.abort();
    expect(asked).toEqual(['page.adapters', 'page.bring']);
  });
});

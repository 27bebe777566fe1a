import { beforeEach, describe, expect, it } from 'vitest';
import { matchPage } from '@/lib/crm/match-page';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { createCrmAdapters } from '@/lib/sync/adapters/crm-adapters';
import { makeSession } from '@/tests/support/makers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { sample } from '../../crm/sample-adapter';

const bySign = { ...sample, id: 'signed', site: { hosts: [], signature: '#sign' } };
let ofStore: Pick<ReturnType<typeof makeSession>, 'adapters' | 'adaptersOff'>;
let area: ReturnType<typeof createMemoryArea>;
let adapters: ReturnType<typeof createCrmAdapters>;

const withBuiltIn = (builtIn: readonly CrmAdapter[]) =>
  createCrmAdapters({
    area,
    exclusive: createExclusive(),
    account: {
      organisation: async () => {
        const { lookupKey: _, ...session } = makeSession(ofStore);
        return { session, clockShift: 0 };
      },
    },
    builtIn,
  });

beforeEach(() => {
  ofStore = { adapters: [], adaptersOff: [] };
  area = createMemoryArea();
  adapters = withBuiltIn([sample, bySign]);
});

const versions = async () => (await adapters.list()).map(({ adapter: a, from }) => [a.id, a.version, from]);
const idsFor = async (host: string) => (await adapters.forHost(host)).map(({ adapter }) => adapter.id);

describe('the adapters of a page', () => {
  it.each([
    ['crm.example', ['sample', 'signed']],
    ['north.cloud.example', ['sample', 'signed']],
    ['crm.example.evil.example', ['signed']],
    ['other.example', ['signed']],
  ])('on %s are those of its host, and those that an element tells', async (host, ids) => {
    expect(await idsFor(host)).toEqual(ids);
  });

  it('are a person’s own before the organisation’s, and those before what comes with Heed', async () => {
    ofStore.adapters = [{ ...sample, version: 2 }];
    expect(await versions()).toEqual([
      ['sample', 2, 'organisation'],
      ['signed', 1, 'built-in'],
    ]);
    await adapters.saveOwn({ ...sample, version: 7 });
    await adapters.saveOwn({ ...sample, version: 8 });
    expect(await versions()).toEqual([
      ['sample', 8, 'own'],
      ['signed', 1, 'built-in'],
    ]);
    await adapters.removeOwn('sample');
    expect((await versions())[0]).toEqual(['sample', 2, 'organisation']);
  });

  it('are a person’s own without one that this Heed no longer takes, and with all others', async () => {
    await adapters.saveOwn({ ...sample, id: 'kept' });
    await adapters.saveOwn({ ...sample, id: 'older', pages: [] });
    expect((await versions()).filter(([, , from]) => from === 'own')).toEqual([['kept', 1, 'own']]);
  });

  it('are the newer of the organisation’s and what comes with Heed: an old mend gives way', async () => {
    ofStore.adapters = [
      { ...sample, version: 1, label: 'Mended' },
      { ...bySign, version: 0 },
    ];
    const labels = async () => (await adapters.list()).map(({ adapter, from }) => [adapter.label, from]);
    expect(await labels()).toEqual([
      ['Mended', 'organisation'],
      ['Sample', 'built-in'],
    ]);
    adapters = withBuiltIn([{ ...sample, version: 2 }, bySign]);
    expect(await labels()).toEqual([
      ['Sample', 'built-in'],
      ['Sample', 'built-in'],
    ]);
  });

  it('name nobody once the organisation switched them off, whoever brought them, and come last', async () => {
    const rings = [
      {
        url: { path: '/phone' },
        at: [{ css: '.n', seen: '2026-11-27' }],
        take: { from: 'text' },
        as: 'phone',
      } as const,
    ];
    ofStore.adaptersOff = ['sample'];
    await adapters.saveOwn({ ...sample, rings });
    const [other, off] = (await adapters.forHost('crm.example')).map(({ adapter }) => adapter);
    expect([other?.id, off?.id]).toEqual(['signed', 'sample']);
    expect(off && matchPage(off, new URL('https://crm.example/record/7'))).toBeNull();
    expect(off?.lists).toEqual([]);
    expect(off).not.toHaveProperty('rings');
    expect(await adapters.isOff('sample')).toBe(true);
    expect((await adapters.list()).find(({ adapter }) => adapter.id === 'sample')).toMatchObject({
      off: true,
    });
  });

  it('are proven where they come with Heed or are a person’s own, not by what the organisation’s say of themselves', async () => {
    ofStore.adapters = [
      { ...sample, version: 2 },
      { ...sample, id: 'theirs' },
    ];
    await adapters.saveOwn({ ...sample, id: 'mine' });
    const proven = async (id: string) => [id, await adapters.isProven(id)];
    expect(await Promise.all(['signed', 'sample', 'theirs', 'mine', 'nobody'].map(proven))).toEqual([
      ...[
        ['signed', true],
        ['sample', false],
        ['theirs', false],
      ],
      ...[
        ['mine', true],
        ['nobody', false],
      ],
    ]);
  });

  it('from a file are asked about like the organisation’s, whatever they replace and say of themselves', async () => {
    await adapters.saveOwn({ ...sample, version: 9 }, 'file');
    await adapters.saveOwn({ ...sample, id: 'theirs' }, 'file');
    expect(await Promise.all(['sample', 'theirs', 'signed'].map(adapters.isProven))).toEqual([
      ...[false, false, true],
    ]);
    expect(await versions()).toEqual([
      ...[
        ['theirs', 1, 'file'],
        ['sample', 9, 'file'],
        ['signed', 1, 'built-in'],
      ],
    ]);
    await adapters.removeOwn('sample');
    expect(await adapters.isProven('sample')).toBe(true);
  });

  it('from a file stay so where more is taught on top of them, and not where that takes their place', async () => {
    const by = (kind: 'taught' | 'learned') => ({ ...sample, evidence: { kind, on: '2026-11-27' } });
    const isProven = () => adapters.isProven('sample');
    await adapters.saveOwn(by('taught'), 'file');
    await adapters.saveOwn({ ...by('taught'), version: 2 });
    expect(await isProven()).toBe(false);
    await adapters.saveOwn(by('learned'), 'file');
    await adapters.saveOwn(by('taught'));
    expect(await isProven()).toBe(true);
  });

  it('are a person’s own where an older Heed kept them without a word of where they are from', async () => {
    await area.set('own-adapters', [{ ...sample, id: 'older' }, { id: 'broken' }]);
    await adapters.saveOwn({ ...sample, id: 'newer' }, 'file');
    expect((await versions()).slice(0, 2)).toEqual([
      ...[
        ['newer', 1, 'file'],
        ['older', 1, 'own'],
      ],
    ]);
  });

  it('leave out one of the organisation’s that this Heed can’t read, and it alone', async () => {
    ofStore.adapters = [
      { id: 'newer', version: 1, script: 'x' },
      { ...sample, id: 'theirs' },
    ];
    expect(await idsFor('crm.example')).toEqual(['theirs', 'sample', 'signed']);
  });
});

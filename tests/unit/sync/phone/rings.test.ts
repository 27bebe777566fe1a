import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/platform/clock';
import { createRings, type Ring, type Rings } from '@/lib/sync/phone/rings';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const CRM = 'https://crm.example';
const NOTE = '01939000-0000-7000-8000-000000000001';

let now: number;
let area: ReturnType<typeof createMemoryArea>;
let rings: Rings;

const startWorker = () =>
  createRings({ area, exclusive: createExclusive(), clock: { now: () => new Date(now) } });

const heard = (number: string, from = CRM, via: Ring['via'] = 'address') => ({
  ...{ from, via },
  said: { number, account: '', email: '' },
});
const numbers = async () => (await rings.waiting()).map(({ said }) => said.number);
async function idOf(number: string): Promise<string> {
  const ring = (await rings.waiting()).find(({ said }) => said.number === number);
  if (!ring) throw new Error(`${number} doesn’t ring`);
  return ring.id;
}

beforeEach(() => {
  now = Date.parse('2026-11-22T09:00:00Z');
  area = createMemoryArea();
  rings = startWorker();
});

describe('what rings', () => {
  it('waits, also for a worker that has just started', async () => {
    await rings.add(heard('1'), null);
    rings = startWorker();
    expect(await numbers()).toEqual(['1']);
  });

  it('stands in the order in which it rang, so that none takes another’s place', async () => {
    for (const number of ['1', '2']) await rings.add(heard(number), null);
    const [first] = await rings.waiting();
    await rings.add(heard('3'), null);
    expect((await rings.waiting())[0]).toEqual(first);
    expect(await numbers()).toEqual(['1', '2', '3']);
  });

  it('is one ring, wherever it is said twice: the softphone shows it and the CRM is opened with it', async () => {
    expect(await rings.add(heard('1', 'https://phone.example', 'page'), null)).toBe(true);
    expect(await rings.add(heard('1'), null)).toBe(false);
    expect(await numbers()).toEqual(['1']);
  });

  it('put away by the rep stays away when the very page is read anew, and rings when it does ring again', async () => {
    const onPage = { ...heard('1', 'https://phone.example', 'page'), document: 'D1' };
    await rings.add(onPage, null);
    await rings.dismiss(await idOf('1'));
    expect(await rings.add({ ...onPage, standing: true }, null)).toBe(false);
    expect(await rings.add({ ...onPage, document: 'D2', standing: true }, null)).toBe(true);
    await rings.clear();
    await rings.add(onPage, null);
    await rings.dismiss(await idOf('1'));
    expect(await rings.add(onPage, null)).toBe(true);
  });

  it('does not ring again when the record of the call that it became is opened with it', async () => {
    await rings.add(heard('1'), null);
    await rings.take(await idOf('1'), NOTE);
    expect(await numbers()).toEqual([]);
    expect(await rings.add(heard('1'), NOTE)).toBe(false);
    expect(await rings.add(heard('1', '', 'typed'), NOTE)).toBe(true);
  });

  it('rings again when they call once more, after that call', async () => {
    await rings.add(heard('1'), null);
    await rings.take(await idOf('1'), NOTE);
    expect(await rings.add(heard('1'), null)).toBe(true);
  });

  it('is gone when it is dismissed, and after ten minutes by itself', async () => {
    await rings.add(heard('1'), null);
    await rings.dismiss(await idOf('1'));
    await rings.add(heard('2'), null);
    expect(await numbers()).toEqual(['2']);
    now += 9 * MINUTE;
    expect(await rings.dropStale()).toBe(false);
    await rings.add(heard('3'), null);
    now += MINUTE;
    expect(await numbers()).toEqual(['3']);
    expect(await rings.dropStale()).toBe(true);
    expect(await rings.dropStale()).toBe(false);
  });

  it('is forgotten with the sign-in', async () => {
    await rings.add(heard('1'), null);
    await rings.clear();
    expect(area.keys()).toEqual([]);
  });
});

describe('a page that rings without end', () => {
  const ringOften = async (from: string, times: number) => {
    let taken = 0;
    for (let i = 0; i < times; i++) if (await rings.add(heard(`${from} ${i}`, from), null)) taken += 1;
    return taken;
  };

  it('is heard six times a minute, and three of it wait at most', async () => {
    expect(await ringOften(CRM, 100)).toBe(6);
    expect(await numbers()).toHaveLength(3);
    now += 61 * SECOND;
    expect(await ringOften(CRM, 100)).toBe(6);
    expect(await numbers()).toEqual([3, 4, 5].map((i) => `${CRM} ${i}`));
  });

  it('takes the place of its own rings, never of a softphone’s', async () => {
    await rings.add(heard('softphone', 'https://phone.example', 'page'), null);
    for (const site of ['a', 'b', 'c']) await ringOften(`https://${site}.example`, 6);
    expect(await numbers()).toHaveLength(5);
    expect(await numbers()).toContain('softphone');
  });

  it('is not heard by an address where softphones have taken every place, and by a softphone it is', async () => {
    for (const i of [1, 2, 3, 4, 5]) await rings.add(heard(`${i}`, `https://${i}.example`, 'page'), null);
    expect(await rings.add(heard('6', CRM, 'address'), null)).toBe(false);
    expect(await numbers()).toEqual(['1', '2', '3', '4', '5']);
    expect(await rings.add(heard('7', CRM, 'page'), null)).toBe(true);
    expect(await numbers()).toEqual(['2', '3', '4', '5', '7']);
  });

  it('does so for a worker that was stopped in between', async () => {
    await ringOften(CRM, 6);
    rings = startWorker();
    expect(await rings.add(heard('7'), null)).toBe(false);
  });

  it('keeps neither another page nor the rep from being heard', async () => {
    await ringOften(CRM, 100);
    expect(await rings.add(heard('1', 'https://phone.example', 'page'), null)).toBe(true);
    for (let i = 0; i < 10; i++) expect(await rings.add(heard(`t${i}`, '', 'typed'), null)).toBe(true);
    expect(await numbers()).toContain('1');
  });

  it('leaves the rep one search at a time', async () => {
    await rings.add(heard('1'), null);
    for (const number of ['2', '3']) await rings.add(heard(number, '', 'typed'), null);
    expect(await numbers()).toEqual(['1', '3']);
  });
});

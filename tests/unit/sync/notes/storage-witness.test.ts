import { beforeEach, expect, it } from 'vitest';
import { createStorageWitness } from '@/lib/sync/notes/storage-witness';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const AT = '2026-11-22T09:00:00.000Z';

let area: ReturnType<typeof createMemoryArea>;
let database: string;

/** What the next worker over the same storage says, when so many notes wait in the database that there is. */
const look = (unsent: number) => witness().look(unsent);
const witness = () =>
  createStorageWitness({
    ...{ area, exclusive: createExclusive(), clock: { now: () => new Date(AT) } },
    clientId: async () => database,
  });

beforeEach(() => {
  area = createMemoryArea();
  database = 'first';
});

it('misses nothing at first, nor when notes came and went', async () => {
  for (const unsent of [0, 2, 5, 0]) expect(await look(unsent)).toBeNull();
});

it('says that the notes were deleted, and how many had waited, until a person has read it', async () => {
  await look(3);
  database = 'second';
  expect(await look(0)).toEqual({ at: AT, unsent: 3 });
  expect(await look(1)).toEqual({ at: AT, unsent: 3 });
  await witness().wasRead();
  expect(await look(1)).toBeNull();
});

it('adds up what was lost twice', async () => {
  await look(3);
  database = 'second';
  await look(0);
  await look(2);
  database = 'third';
  expect(await look(0)).toEqual({ at: AT, unsent: 5 });
});

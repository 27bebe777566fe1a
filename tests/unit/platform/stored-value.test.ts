import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createStoredValue } from '@/lib/platform/stored-value';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const area = createMemoryArea();
const open = () =>
  createStoredValue({
    ...{ area, exclusive: createExclusive(), key: 'count' },
    ...{ schema: z.object({ n: z.int() }), fallback: { n: 0 } },
  });

describe('a stored value', () => {
  it('loses no change of many at once', async () => {
    const value = open();
    await Promise.all(Array.from({ length: 50 }, () => value.update(({ n }) => ({ n: n + 1 }))));
    expect(await value.read()).toEqual({ n: 50 });
  });

  it('is what another worker wrote', async () => {
    await open().write({ n: 7 });
    expect(await open().read()).toEqual({ n: 7 });
  });

  it('is the fallback when there is nothing, or what an older version wrote', async () => {
    await area.set('count', { count: 7 });
    expect(await open().read()).toEqual({ n: 0 });
    await open().clear();
    expect(await open().read()).toEqual({ n: 0 });
  });
});

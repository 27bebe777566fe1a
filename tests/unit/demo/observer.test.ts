import { describe, expect, it } from 'vitest';
import { createObserver, NotSeen } from '@/demo/tour/observer';

describe('reading from a page', () => {
  it('waits until what is there fits, and prints what was read', async () => {
    const printed: string[] = [];
    const values = ['', 'Watch', 'At risk'];
    const { see } = createObserver((line) => printed.push(line));
    await see('badge', async () => values.shift() ?? 'At risk', 'At risk');
    expect(printed).toEqual(['badge: "At risk"']);
  });

  it.each([
    ['text', 'OK', 'At risk', '"At risk"', '"OK"'],
    ['a pattern', 'OK', /risk$/, '/risk$/', '"OK"'],
    ['a rule', ['a'], { that: 'nothing', holds: (l: string[]) => l.length === 0 }, 'nothing', '["a"]'],
  ])('fails with what was expected and what was there: %s', async (_name, value, wanted, expected, seen) => {
    const { see } = createObserver(() => {});
    const failing = see<unknown>('badge', async () => value, wanted as string, 0);
    await expect(failing).rejects.toEqual(new NotSeen('badge', expected, seen));
  });

  it('says so when nothing could be read', async () => {
    const { see } = createObserver(() => {});
    const failing = see('badge', () => Promise.reject(new Error('no sidebar\nat line 3')), 'OK', 0);
    await expect(failing).rejects.toThrow('badge: expected "OK", saw nothing (no sidebar)');
  });
});

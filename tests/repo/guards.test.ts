import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { occurrences } from '@/tests/guards/guard';
import { guards } from '@/tests/guards/guards';

/** `npm run test:guards` takes each of these out and waits for a red test; here only that they are still what they say. */
describe('the guards', () => {
  it('stand exactly once in their files, word for word', () => {
    const faults = guards.flatMap((guard) => {
      const found = existsSync(guard.file) ? occurrences(guard, readFileSync(guard.file, 'utf8')) : 0;
      return found === 1 ? [] : [`${guard.guard}: ${found} times in ${guard.file}`];
    });
    expect(faults).toEqual([]);
  });

  it('are watched by tests that there are', () => {
    expect(guards.flatMap((g) => g.tests).filter((path) => !existsSync(path))).toEqual([]);
    const unknown = guards.filter(({ tests, named = '' }) => {
      // The kind of database is put before a test's own name when it runs.
      const own = new RegExp(named.replace(/^\^|^on \w+\.\*/, ''));
      return !tests.some((path) => own.test(readFileSync(path, 'utf8')));
    });
    expect(unknown.map((g) => `${g.guard}: ${g.named}`)).toEqual([]);
  });

  it('have a sentence each', () => {
    expect(new Set(guards.map((g) => g.guard)).size).toBe(guards.length);
  });
});

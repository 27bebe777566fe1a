import { describe, expect, it } from 'vitest';
import { outcomeError } from '@/lib/sync/network/outcome-error';
import { isUnreached, storeRefuses } from '@/lib/sync/network/store-said';
import type { Outcome } from '@/lib/sync/network/transport';

const refused = (status: number, code: 'not-allowed' | 'not-found' | null): Outcome<never> => ({
  ...{ kind: 'refused', status, code },
});

describe('whose word it is', () => {
  it.each<[string, Outcome<unknown>, 'store' | 'nobody' | 'other']>([
    ['the store’s 403', refused(403, 'not-allowed'), 'store'],
    ['the store’s 404', refused(404, 'not-found'), 'store'],
    ['a proxy’s 403', refused(403, null), 'nobody'],
    ['a portal’s 404', refused(404, null), 'nobody'],
    ['no network', { kind: 'offline' }, 'nobody'],
    ['a broken answer', { kind: 'server-error' }, 'nobody'],
    ['a store that is busy', { kind: 'retry-later', afterMs: null }, 'nobody'],
    ['a sign-in that ran out', { kind: 'signed-out' }, 'other'],
    ['an answer', { kind: 'ok', value: 1 }, 'other'],
  ])('%s', (_what, outcome, whose) => {
    expect([storeRefuses(outcome), isUnreached(outcome)]).toEqual([whose === 'store', whose === 'nobody']);
  });

  it.each([
    [refused(403, 'not-allowed'), 'not-allowed'],
    [refused(403, null), 'server-error'],
    [refused(404, null), 'server-error'],
  ] as const)('%j is told as %s', (outcome, code) => {
    if (outcome.kind !== 'ok') expect(outcomeError(outcome).code).toBe(code);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Drafts } from '@/lib/cache/drafts';
import { createApprovals } from '@/lib/sync/approvals/ask-approval';
import { createTakeBacks } from '@/lib/sync/approvals/take-backs';
import type { Outcome } from '@/lib/sync/network/transport';
import { makeApproval } from '@/tests/components/support/make-approval';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const noteId = '019ab000-0000-7000-8000-000000000001';
const first = '019ab000-0000-7000-8000-0000000000a1';
const second = '019ab000-0000-7000-8000-0000000000a2';
const question = { noteId, actionCode: 'old-price', amountMinor: 6000, why: 'Three months wrong' };

/** A store that lets one question of a note wait, behind a way that may be cut. */
function desk() {
  const world = { isCut: false, user: 'rosa', waiting: new Set<string>() };
  const refused = (status: number, code: string) => ({ kind: 'refused', status, code }) as const;
  function answer(path: string, body: unknown): Outcome<unknown> {
    if (world.isCut) return { kind: 'offline' };
    const [, withdrawn] = /approvals\/(.+)\/withdraw$/.exec(path) ?? [];
    if (withdrawn) {
      if (!world.waiting.delete(withdrawn)) return refused(404, 'not-found') as Outcome<unknown>;
      return { kind: 'ok', value: makeApproval({ id: withdrawn, state: 'withdrawn' }) };
    }
    const { id } = body as { id: string };
    if (world.waiting.size > 0 && !world.waiting.has(id))
      return refused(409, 'too-many-requests') as Outcome<unknown>;
    world.waiting.add(id);
    return { kind: 'ok', value: makeApproval({ id, noteId }) };
  }
  const account = {
    author: async () => ({ id: world.user, storeUserId: world.user, name: world.user }),
    request: async <T>({ path, body }: { path: string; body?: unknown }) => answer(path, body) as Outcome<T>,
  };
  const drafts = { get: async () => ({ draft: { customer: {} } }) } as unknown as Pick<Drafts, 'get'>;
  const where = { area: createMemoryArea(), exclusive: createExclusive() };
  const takeBacks = createTakeBacks({ ...where, account });
  const clock = { now: () => new Date('2026-11-22T13:05:00.000Z') };
  const approvals = createApprovals({ ...where, clock, account, drafts, takeBacks });
  return { world, approvals, takeBacks };
}

describe('a question that was put away while the store was out of reach', () => {
  let at: ReturnType<typeof desk>;
  beforeEach(async () => {
    at = desk();
    await at.approvals.ask({ ...question, approvalId: first });
    at.world.isCut = true;
    await at.approvals.putAway(noteId);
    at.world.isCut = false;
    expect([...at.world.waiting]).toEqual([first]);
  });

  it('is taken back before the next one of that call is asked', async () => {
    const asked = await at.approvals.ask({ ...question, approvalId: second });
    expect(asked?.approval).toMatchObject({ id: second, state: 'waiting' });
    expect([...at.world.waiting]).toEqual([second]);
  });

  it('is taken back by itself once the store can be reached, and once only', async () => {
    await at.takeBacks.settle();
    expect([...at.world.waiting]).toEqual([]);
    at.world.waiting.add(first);
    await at.takeBacks.settle();
    expect([...at.world.waiting]).toEqual([first]);
  });

  it('is never taken back in the name of the next one who signs in', async () => {
    at.world.user = 'tom';
    await at.takeBacks.settle();
    expect([...at.world.waiting]).toEqual([first]);
  });
});

it('a question whose answer was lost is taken back for the next one of its call', async () => {
  const { world, approvals } = desk();
  world.isCut = true;
  await approvals.ask({ ...question, approvalId: first });
  world.isCut = false;
  world.waiting.add(first);
  const asked = await approvals.ask({ ...question, approvalId: second });
  expect(asked?.approval?.id).toBe(second);
  expect([...world.waiting]).toEqual([second]);
});

it('the same question sent again is not taken back', async () => {
  const { world, approvals } = desk();
  for (const _ of [1, 2]) await approvals.ask({ ...question, approvalId: first });
  expect([...world.waiting]).toEqual([first]);
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Drafts } from '@/lib/cache/drafts';
import type { ApprovalState } from '@/lib/domain/approval';
import { AppError } from '@/lib/platform/app-error';
import { MINUTE } from '@/lib/platform/clock';
import { createApprovals } from '@/lib/sync/approvals/ask-approval';
import { createTakeBacks } from '@/lib/sync/approvals/take-backs';
import type { Outcome } from '@/lib/sync/network/transport';
import { makeApproval } from '@/tests/components/support/make-approval';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const noteId = '019ab000-0000-7000-8000-000000000001';
const first = '019ab000-0000-7000-8000-0000000000a1';
const otherNote = '019ab000-0000-7000-8000-000000000002';
const second = '019ab000-0000-7000-8000-0000000000a2';
const question = { noteId, actionCode: 'old-price', amountMinor: 6000, why: 'Three months wrong' };

type World = { isCut: boolean; user: string; waiting: Set<string>; state: ApprovalState; now: number };

/** A store that lets one question wait, behind a way that may be cut. */
function desk() {
  const world: World = {
    ...{ isCut: false, user: 'rosa', waiting: new Set(), state: 'waiting' },
    now: new Date('2026-11-22T13:05:00.000Z').getTime(),
  };
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
    return { kind: 'ok', value: makeApproval({ id, noteId, state: world.state }) };
  }
  const account = {
    author: async () => ({ id: world.user, storeUserId: world.user, name: world.user }),
    request: async <T>({ path, body }: { path: string; body?: unknown }) => answer(path, body) as Outcome<T>,
  };
  const drafts = { get: async () => ({ draft: { customer: {} } }) } as unknown as Pick<Drafts, 'get'>;
  const where = { area: createMemoryArea(), exclusive: createExclusive() };
  const clock = { now: () => new Date(world.now) };
  const takeBacks = createTakeBacks({ ...where, clock, account });
  const approvals = createApprovals({ ...where, clock, account, drafts, takeBacks });
  return { world, approvals, takeBacks, area: where.area };
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

it('a question of another call that was put away is taken back before the next one is asked', async () => {
  const { world, approvals } = desk();
  await approvals.ask({ ...question, noteId: otherNote, approvalId: first });
  world.isCut = true;
  await approvals.putAway(otherNote);
  world.isCut = false;
  const asked = await approvals.ask({ ...question, approvalId: second });
  expect(asked?.approval?.id).toBe(second);
  expect([...world.waiting]).toEqual([second]);
});

describe('what is owed to the store at a sign-out', () => {
  it('is a question that still waits: nobody would hear its answer', async () => {
    const { world, approvals, takeBacks } = desk();
    await approvals.ask({ ...question, approvalId: first });
    expect(await takeBacks.isOwing()).toBe(false);
    await approvals.clear();
    expect(await approvals.state(noteId)).toBeNull();
    expect(await takeBacks.isOwing()).toBe(true);
    await takeBacks.settle();
    expect([...world.waiting]).toEqual([]);
    expect(await takeBacks.isOwing()).toBe(false);
  });

  it('stays owed until the same person is signed in again, whatever the next one does meanwhile', async () => {
    const { world, approvals, takeBacks } = desk();
    await approvals.ask({ ...question, approvalId: first });
    world.isCut = true;
    await approvals.putAway(noteId);
    await approvals.clear();
    world.user = 'tom';
    for (let n = 0; n < 30; n += 1) await takeBacks.owe('tom', second.replace(/..$/, String(n + 10)));
    world.isCut = false;
    await takeBacks.settle();
    expect(await takeBacks.isOwing()).toBe(false);
    expect([...world.waiting]).toEqual([first]);
    world.user = 'rosa';
    await takeBacks.settle();
    expect([...world.waiting]).toEqual([]);
  });

  it.each([
    ['longer ago than any question waits', 30 * MINUTE + 1],
    ['by a clock that was set back since', -30 * MINUTE - 1],
  ])('leaves nothing on the disk of who was here %s, whoever comes next', async (_, later) => {
    const { world, takeBacks, area } = desk();
    world.isCut = true;
    await takeBacks.owe('rosa', first);
    world.now += later / 2;
    world.user = 'tom';
    await takeBacks.settle();
    expect(JSON.stringify(await area.get('takeBacks'))).toContain('rosa');
    world.now += later / 2;
    await takeBacks.settle();
    expect(await area.get('takeBacks')).toEqual([]);
  });

  it('drops what is over where another question is written down, and what was written down without its moment', async () => {
    const { takeBacks, area } = desk();
    await area.set('takeBacks', [{ userId: 'rosa', approvalId: first }]);
    await takeBacks.writeDown('tom', second);
    expect(await area.get('takeBacks')).toMatchObject([{ userId: 'tom', approvalId: second }]);
  });

  it('is not what has its answer', async () => {
    const { world, approvals, takeBacks } = desk();
    world.state = 'granted';
    await approvals.ask({ ...question, approvalId: first });
    await approvals.clear();
    expect(await takeBacks.isOwing()).toBe(false);
  });

  it('keeps no question here when the disk can’t take it', async () => {
    const { approvals, takeBacks } = desk();
    await approvals.ask({ ...question, approvalId: first });
    Object.assign(takeBacks, { writeDown: () => Promise.reject(new AppError('storage-failed')) });
    await expect(approvals.clear()).rejects.toThrow(AppError);
    expect(await approvals.state(noteId)).toBeNull();
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

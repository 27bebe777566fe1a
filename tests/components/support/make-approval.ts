import type { Asked } from '@/lib/messaging/approval-methods';
import type { Approval, ApprovalFacts, WaitingApproval } from '@/lib/protocol/approval';

const ID = '019ab000-0000-7000-8000-0000000000d1';
const NOTE = '019ab000-0000-7000-8000-000000000001';

/** Asked so many seconds ago, on the store's clock, which isn't this computer's. */
export function makeApproval(part: Partial<Approval> = {}, secondsAgo = 0): Approval {
  const now = new Date('2026-11-22T13:05:00.000Z');
  return {
    ...{ id: ID, noteId: NOTE, actionCode: 'old-price', amountMinor: 6000, why: 'Three months wrong' },
    askedAt: new Date(now.getTime() - secondsAgo * 1000).toISOString(),
    ...{ now: now.toISOString(), turnSeconds: 60, people: ['Sunita Sharma', 'Zoe Lund'] },
    ...{ state: 'waiting', answeredBy: null, answeredAt: null, answer: '' },
    ...part,
  };
}

export function makeAsked(approval: Approval | null, part: Partial<Asked> = {}): Asked {
  const { id, noteId, actionCode, amountMinor, why } = approval ?? makeApproval();
  return {
    ...{ approvalId: id, noteId, actionCode, amountMinor, why, approval },
    ...{ at: new Date().toISOString(), reached: true },
    ...part,
  };
}

export const makeFacts = (part: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  ...{ level: 'critical', tier: 'Gold', complaintOpen: true, promises: { due: 1, broken: 2, late: [] } },
  caseOverdueSince: null,
  given: {
    ...{ minor: 1800, days: 90 },
    last: [{ actionCode: 'refund-charge', amountMinor: 1800, at: '2026-11-14T10:00:00.000Z' }],
  },
  room: { left: 3500, of: 5000, by: 'call' },
  ...part,
});

export function makeWaiting(part: Partial<WaitingApproval> = {}, secondsAgo = 0): WaitingApproval {
  return {
    ...makeApproval({}, secondsAgo),
    ...{ askedBy: { name: 'Rosa Lind', team: 'North' }, customerName: 'Marta Kowalczyk', cardNumber: 202 },
    facts: makeFacts(),
    ...part,
  };
}

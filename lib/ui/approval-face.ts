import { approvalTurn } from '@/lib/domain/approval-turn';
import type { Asked } from '@/lib/messaging/approval-methods';
import type { Approval } from '@/lib/protocol/approval';

/** What the rep sees of their question. */
export type ApprovalFace =
  | { state: 'sending' }
  /** it never reached the store, as far as anyone knows */
  | { state: 'offline' }
  | { state: 'waiting'; name: string; next: string | null; secondsLeft: number; reached: boolean }
  | { state: 'granted' | 'refused'; name: string; line: string }
  | { state: 'nobody'; wasAnyone: boolean };

/** The store's clock, when the computer's says `now`. */
function storeNow(approval: Approval, at: string, now: Date): Date {
  return new Date(Date.parse(approval.now) + (now.getTime() - Date.parse(at)));
}

function waiting(approval: Approval, { at, reached }: Asked, now: Date): ApprovalFace {
  const { people, turnSeconds } = approval;
  const asked = { askedAt: new Date(approval.askedAt), turnSeconds, people: people.length };
  const turn = approvalTurn(asked, storeNow(approval, at, now));
  if (turn.state === 'with') {
    const next = people[turn.index + 1] ?? null;
    return { state: 'waiting', name: people[turn.index] ?? '', next, secondsLeft: turn.secondsLeft, reached };
  }
  // An answer may have come in the last moment: while the store can be reached, it has the last word.
  if (!reached || people.length === 0) return { state: 'nobody', wasAnyone: people.length > 0 };
  return { state: 'waiting', name: people.at(-1) ?? '', next: null, secondsLeft: 0, reached };
}

/** @param now the computer's clock. @returns null where nothing was asked, or it was taken back */
export function approvalFace(asked: Asked | null, now: Date): ApprovalFace | null {
  if (!asked) return null;
  const { approval } = asked;
  if (!approval) return { state: 'offline' };
  switch (approval.state) {
    case 'waiting':
      return waiting(approval, asked, now);
    case 'granted':
    case 'refused':
      return { state: approval.state, name: approval.answeredBy ?? '', line: approval.answer };
    case 'unanswered':
      return { state: 'nobody', wasAnyone: approval.people.length > 0 };
    case 'withdrawn':
      return null;
  }
}

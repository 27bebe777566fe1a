import type { Offer } from './note';
import type { Playbook } from './playbook';

/** `unanswered` is never stored: it is `waiting` with everybody's time over. */
export const approvalStates = ['waiting', 'granted', 'refused', 'withdrawn', 'unanswered'] as const;
export type ApprovalState = (typeof approvalStates)[number];
export const approvalAnswers = ['granted', 'refused'] as const;
export type ApprovalAnswer = (typeof approvalAnswers)[number];

export const LONGEST_WHY = 200;
/** How many supervisors are asked one after the other: a customer waits on the line. */
export const MOST_ASKED = 3;

type Approved = { state: ApprovalState; actionCode: string; amountMinor: number };

/**
 * Does this approval let its rep give this? A granted one covers its action up to its amount. One that nobody answered
 * covers what was approved beforehand, at its own cost.
 */
export function approvalCovers(
  { actions }: Pick<Playbook, 'actions'>,
  approval: Approved,
  { actionCode, amountMinor }: Pick<Offer, 'actionCode' | 'amountMinor'>,
): boolean {
  const amount = amountMinor ?? 0;
  if (approval.state === 'granted')
    return approval.actionCode === actionCode && amount <= approval.amountMinor;
  const action = actions.find(({ code }) => code === actionCode);
  return approval.state === 'unanswered' && action?.fallback === true && amount <= (action.costMinor ?? 0);
}

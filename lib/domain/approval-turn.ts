import { SECOND } from '@/lib/platform/clock';

/** Whom a question waits with, and for how long yet. */
export type ApprovalTurn =
  | { state: 'with'; index: number; secondsLeft: number; hasNext: boolean }
  /** everybody was asked, and nobody answered */
  | { state: 'nobody' };

type Asked = { askedAt: Date; turnSeconds: number; people: number };

/** When the last one's time is over. */
export function turnsEnd({ askedAt, turnSeconds, people }: Asked): Date {
  return new Date(askedAt.getTime() + people * turnSeconds * SECOND);
}

/**
 * Whose turn it is to answer. Nothing has to happen for a question to go on to the next one: it follows from when it was
 * asked.
 * @param now on the clock that `askedAt` is of
 */
export function approvalTurn(asked: Asked, now: Date): ApprovalTurn {
  const { askedAt, turnSeconds, people } = asked;
  // A clock that runs a little behind the one that asked.
  const passed = Math.max(now.getTime() - askedAt.getTime(), 0);
  const index = Math.floor(passed / (turnSeconds * SECOND));
  if (index >= people) return { state: 'nobody' };
  const over = (index + 1) * turnSeconds * SECOND;
  return {
    state: 'with',
    index,
    secondsLeft: Math.ceil((over - passed) / SECOND),
    hasNext: index + 1 < people,
  };
}

/**
 * Who may answer by now: whoever it waits with, and those before them, who may still come to it.
 * @returns how many of the list, from its beginning; 0 when it is over
 */
export function mayAnswerBy(asked: Asked, now: Date): number {
  const turn = approvalTurn(asked, now);
  return turn.state === 'with' ? turn.index + 1 : 0;
}

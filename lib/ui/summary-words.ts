import type { SummaryWords } from '@/lib/domain/assemble-summary';
import type { Caller, Direction } from '@/lib/domain/note';
import type { CodeLabels } from './code-labels';
import { formatFullDay, formatMoney } from './format';
import { words } from './words';

const called: Record<Direction, Record<Caller, string>> = {
  inbound: {
    customer: 'The customer called',
    authorised: 'Somebody authorised by the customer called',
    other: 'Somebody else called',
    unverified: 'A caller who was not verified called',
  },
  outreach: {
    customer: 'We called the customer',
    authorised: 'We spoke to somebody authorised by the customer',
    other: 'We spoke to somebody else',
    unverified: 'We called; whoever answered was not verified',
  },
};

const bad = { low: 'not too bad', medium: 'bad', high: 'very bad' } as const;

/** A summary's sentences in English. Dates stand in full: it is read on another day. */
export function summaryWords(labels: CodeLabels, currency: string): SummaryWords {
  return {
    reason: labels.reason,
    contact: ({ caller, direction, about }) =>
      `${called[direction][caller]}${about ? ` about: ${about}` : ''}.`,
    unhappy: (reasons, severity) =>
      `Unhappy with: ${reasons.join(', ')}${severity ? ` (${bad[severity]})` : ''}.`,
    root: (reason) => `Behind it: ${reason}.`,
    lossOf: {
      customer: 'The loss is theirs.',
      others: 'The loss is theirs and others’.',
      nobody: 'Nobody lost by it.',
    },
    offer: ({ actionCode, amountMinor, state, reference, taskOwner }) => {
      const money = amountMinor === null ? '' : ` ${formatMoney(amountMinor, currency)}`;
      const by = state === 'accepted' && taskOwner !== '' && `by ${taskOwner}`;
      const said = [words.offers.states[state], by, reference && `ref. ${reference}`].filter(Boolean);
      return `${labels.action(actionCode)}${money}: ${said.join(', ')}.`;
    },
    complaint: 'They complain.',
    dispute: 'They dispute what we say is owed or agreed.',
    promise: ({ what, dueOn, by }) => `Promised for ${formatFullDay(dueOn)}: ${what}${by ? ` (${by})` : ''}.`,
    followUp: (day) => `Follow-up on ${formatFullDay(day)}.`,
    outcome: {
      resolved: 'Resolved.',
      'follow-up': 'To be followed up.',
      'not-resolved': 'Not resolved.',
    },
  };
}

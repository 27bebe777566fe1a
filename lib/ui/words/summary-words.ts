import type { SummaryWords } from '@/lib/domain/assemble-summary';
import { inLanguage } from '@/lib/platform/language';
import type { CodeLabels } from '../code-labels';
import { formatFullDay, formatMoney } from '../format';
import { sentenceEs } from './es/note-words';
import { words } from './words';

/** What a summary's sentences are made of. */
export const sentenceEn = {
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
  about: (who: string, about: string) => `${who} about: ${about}.`,
  bad: { low: 'not too bad', medium: 'bad', high: 'very bad' },
  unhappy: (reasons: string) => `Unhappy with: ${reasons}.`,
  root: (reason: string) => `Behind it: ${reason}.`,
  lossOf: {
    customer: 'The loss is theirs.',
    others: 'The loss is theirs and others’.',
    nobody: 'Nobody lost by it.',
  },
  by: (who: string) => `by ${who}`,
  complaint: 'They complain.',
  dispute: 'They dispute what we say is owed or agreed.',
  promise: (day: string, what: string) => `Promised for ${day}: ${what}`,
  followUp: (day: string) => `Follow-up on ${day}.`,
  outcome: { resolved: 'Resolved.', 'follow-up': 'To be followed up.', 'not-resolved': 'Not resolved.' },
} as const;

const s = inLanguage(sentenceEn, sentenceEs);

/** A summary's sentences, with the organisation's own labels. Dates stand in full: it is read on another day. */
export function summaryWords(labels: CodeLabels, currency: string): SummaryWords {
  return {
    reason: labels.reason,
    contact: ({ caller, direction, about }) => {
      const who = s[direction][caller];
      return about === null ? `${who}.` : s.about(who, about);
    },
    unhappy: (reasons, severity) =>
      s.unhappy(`${reasons.join(', ')}${severity ? ` (${s.bad[severity]})` : ''}`),
    root: s.root,
    lossOf: s.lossOf,
    offer: ({ actionCode, amountMinor, state, reference, taskOwner }) => {
      const money = amountMinor === null ? '' : ` ${formatMoney(amountMinor, currency)}`;
      const by = state === 'accepted' && taskOwner !== '' && s.by(taskOwner);
      const said = [words.offers.states[state], by, reference && `ref. ${reference}`].filter(Boolean);
      return `${labels.action(actionCode)}${money}: ${said.join(', ')}.`;
    },
    complaint: s.complaint,
    dispute: s.dispute,
    promise: ({ what, dueOn, by }) => `${s.promise(formatFullDay(dueOn), what)}${by ? ` (${by})` : ''}.`,
    followUp: (day) => s.followUp(formatFullDay(day)),
    outcome: s.outcome,
  };
}

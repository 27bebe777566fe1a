import { chooseRound, mixChoices } from '@/lib/domain/practice/choose-round';
import { openings } from '@/lib/domain/practice/openings';
import type {
  Hearable,
  Opening,
  PracticeItem,
  PracticeLanguage,
  PracticeLevel,
} from '@/lib/domain/practice/practice-item';
import { practiceItems } from '@/lib/domain/practice/practice-items';

/** What was answered of one customer, as far as it was. */
export type Answers = { level?: PracticeLevel; heard?: readonly Hearable[]; opening?: string };
export type Question = 'level' | 'heard' | 'opening';

/** One customer with the choices in the order in which they are shown. */
export type PracticeCase = {
  item: PracticeItem;
  hearables: readonly Hearable[];
  openings: readonly Opening[];
  answers: Answers;
};

/** A round, kept in the page's memory alone. `at` is beyond the last case when it is over. */
export type Round = { cases: readonly PracticeCase[]; at: number; met: ReadonlySet<string> };

function openingsOf({ good, poor }: PracticeItem): Opening[] {
  return openings.filter(({ id }) => id === good || poor.includes(id));
}

/** @param met ids of those of earlier rounds */
export function beginRound(
  language: PracticeLanguage,
  met: ReadonlySet<string>,
  random: () => number,
): Round {
  const spoken = practiceItems.filter((item) => item.language === language);
  const items = chooseRound(spoken, met, random);
  const cases = items.map((item) => ({
    item,
    hearables: mixChoices([...item.heard, ...item.notHeard], random),
    openings: mixChoices(openingsOf(item), random),
    answers: {},
  }));
  // Whoever has met all of them begins again with all.
  const known = new Set([...met, ...items.map(({ id }) => id)]);
  return { cases, at: 0, met: known.size >= spoken.length ? new Set() : known };
}

/** The question that is open; null where all three were answered. */
export function openQuestion({ answers }: PracticeCase): Question | null {
  if (answers.level === undefined) return 'level';
  if (answers.heard === undefined) return 'heard';
  return answers.opening === undefined ? 'opening' : null;
}

/** An answer stays: what was heard first is what one learns from. */
export function answered(round: Round, given: Answers): Round {
  const cases = round.cases.map((one, i) =>
    i === round.at ? { ...one, answers: { ...given, ...one.answers } } : one,
  );
  return { ...round, cases };
}

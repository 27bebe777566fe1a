import { type PracticeItem, practiceLevels } from './practice-item';

export const IN_A_ROUND = 5;

/** @param random a number from 0 up to 1, another at each call */
function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const mixed = [...all];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [mixed[at], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[at], mixed[other]] = [b, a];
  }
  return mixed;
}

/**
 * Five different customers: one of each level, so that nobody learns to say “at risk” to all, and one more. Those who
 * weren’t met yet come first.
 * @param met ids of those of earlier rounds
 */
export function chooseRound(
  items: readonly PracticeItem[],
  met: ReadonlySet<string>,
  random: () => number,
): PracticeItem[] {
  const mixed = shuffled(items, random);
  const newFirst = [...mixed.filter(({ id }) => !met.has(id)), ...mixed.filter(({ id }) => met.has(id))];
  const each = practiceLevels.flatMap((level) => newFirst.find((item) => item.level === level) ?? []);
  const left = newFirst.filter((item) => !each.includes(item));
  const isNew = ({ id }: PracticeItem) => !met.has(id);
  // Of the level with most left, so that no level runs out before the others.
  const room = ({ level }: PracticeItem) => left.filter((o) => isNew(o) && o.level === level).length;
  const more = left.toSorted((a, b) => Number(isNew(b)) - Number(isNew(a)) || room(b) - room(a));
  return shuffled([...each, ...more].slice(0, IN_A_ROUND), random);
}

/** The choices in an order that tells nothing, and that stays while they are looked at. */
export function mixChoices<T>(choices: readonly T[], random: () => number): T[] {
  return shuffled(choices, random);
}

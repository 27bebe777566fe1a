import type { Hearable, PracticeItem } from './practice-item';

/** What was taken from a customer’s words: in words, and never a number. */
export type Heard = { heard: Hearable[]; missed: Hearable[]; notSaid: Hearable[] };

/** @param chosen what somebody says they hear */
export function judgeHeard({ heard }: Pick<PracticeItem, 'heard'>, chosen: readonly Hearable[]): Heard {
  return {
    heard: heard.filter((one) => chosen.includes(one)),
    missed: heard.filter((one) => !chosen.includes(one)),
    notSaid: chosen.filter((one) => !heard.includes(one)),
  };
}

/** Over a round: whatever was missed once is worth listening for, also where it was heard another time. */
export function joinHeard(all: readonly Heard[]): Heard {
  const join = (of: keyof Heard) => [...new Set(all.flatMap((one) => one[of]))];
  return { heard: join('heard'), missed: join('missed'), notSaid: join('notSaid') };
}

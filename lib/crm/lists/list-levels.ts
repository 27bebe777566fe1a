import type { RawIdentifier } from '@/lib/domain/identifier';

/** What a list may say of a customer. All else (OK, unknown, not known which) is nothing, to the page's script too. */
export type ListLevel = 'at-risk' | 'watch';

/**
 * What the background says of the persons in a list, in their order.
 * `levels` may be fewer than were asked for; the rest may be asked for after `wait` milliseconds.
 */
export type LevelsAnswer =
  | { state: 'off' }
  | { state: 'levels'; levels: (ListLevel | null)[]; wait: number | null };

/** Bound of `page.levels`. */
const MOST_PERSONS = 200;
/** An answer older than that is asked for anew (ms). */
const FRESH = 5 * 60_000;
/** After an answer that didn't come (ms). */
const PAUSE = 5000;

type Person = { key: string; identifiers: RawIdentifier[] };

type ListLevelsOptions = {
  ask: (people: RawIdentifier[][]) => Promise<LevelsAnswer>;
  /** milliseconds, only ever forwards */
  now: () => number;
  /** something can be shown, or asked for again, after so many milliseconds */
  ready: (after: number) => void;
};

/** What is known of the customers in lists, asked for in batches: one message underway at a time. */
export function createListLevels({ ask, now, ready }: ListLevelsOptions) {
  const known = new Map<string, { level: ListLevel | null; at: number }>();
  let underway = false;
  let off = false;
  let quietUntil = 0;
  /** counts up when all answers are void, also those on their way */
  let turn = 0;

  function take(people: readonly Person[], answer: LevelsAnswer): void {
    if (answer.state === 'off') {
      off = true;
      known.clear();
      ready(0);
      return;
    }
    answer.levels.forEach((level, i) => {
      const person = people[i];
      if (person) known.set(person.key, { level, at: now() });
    });
    if (answer.wait !== null) quietUntil = now() + answer.wait;
    ready(0);
    if (answer.wait !== null) ready(answer.wait);
  }

  async function send(people: readonly Person[]): Promise<void> {
    underway = true;
    const asked = turn;
    try {
      const answer = await ask(people.map(({ identifiers }) => identifiers));
      underway = false;
      if (asked === turn) take(people, answer);
      else ready(0);
    } catch {
      underway = false;
      quietUntil = now() + PAUSE;
      ready(PAUSE);
    }
  }

  return {
    isOff: () => off,

    /** undefined while it isn't known */
    of(key: string): ListLevel | null | undefined {
      return known.get(key)?.level;
    },

    /** Asks for those of whom nothing fresh is known. */
    want(people: readonly Person[]): void {
      if (off || underway || now() < quietUntil) return;
      const isFresh = ({ key }: Person) => now() - (known.get(key)?.at ?? Number.NEGATIVE_INFINITY) < FRESH;
      const unknown = new Map(people.filter((person) => !isFresh(person)).map((p) => [p.key, p]));
      if (unknown.size > 0) void send([...unknown.values()].slice(0, MOST_PERSONS));
    },

    /** Levels have changed, or someone signed in or out: nothing that was said holds any more. */
    forget(): void {
      turn += 1;
      off = false;
      known.clear();
      ready(0);
    },
  };
}

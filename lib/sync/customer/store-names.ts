import type { Draft } from '@/lib/cache/drafts';
import { mayDisclose } from '@/lib/domain/may-disclose';
import type { NoteContent } from '@/lib/domain/note';
import { shownName } from '@/lib/domain/stand-in-name';
import { type Clock, MINUTE } from '@/lib/platform/clock';
import { customerNamesSchema, MOST_NAMES } from '@/lib/protocol/customer-names';
import type { Account } from '@/lib/sync/account/account';

type StoreNamesDeps = {
  account: Pick<Account, 'request' | 'state'>;
  clock: Clock;
  /** names have come that weren't here */
  told(): void;
};

type About = Pick<Draft, 'name' | 'called' | 'customer'> & { content: Pick<NoteContent, 'caller'> };
/**
 * `accountEnd` is how their account number ends, null while the store hasn't answered who they are told apart from; either
 * is empty where the store doesn't say.
 */
export type Called = { name: string; accountEnd: string | null };
/** By number; and, by who was asked about together, when that was and whether the store had an answer. */
type Known = {
  userId: string;
  called: Map<number, { name: string; accountEnd: string }>;
  askedAt: Map<string, number>;
  hasAnswered: Map<string, boolean>;
};

const nobody = { name: '', accountEnd: '' };
const together = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b).join();

/** What the store doesn't know, or couldn't say, is asked again after that long. */
const AGAIN_AFTER = MINUTE;

/**
 * What the store calls customers whom no page has named: those who share a line, and whoever was chosen among them. In
 * memory alone, under the sign-in that asked.
 */
export function createStoreNames({ account, clock, told: onTold }: StoreNamesDeps) {
  let known: Known | null = null;

  function knownTo(userId: string): Known {
    if (known?.userId !== userId)
      known = { userId, called: new Map(), askedAt: new Map(), hasAnswered: new Map() };
    return known;
  }

  async function ask(here: Known, numbers: readonly number[]): Promise<void> {
    const path = `/v1/customer-names?numbers=${numbers.join(',')}`;
    const answer = await account.request({ path, schema: customerNamesSchema }, here.userId);
    if (known !== here) return;
    const { names, accounts } = answer.kind === 'ok' ? answer.value : { names: [], accounts: [] };
    const nameOf = new Map(names.map(({ number, name }) => [number, name]));
    const endOf = new Map(accounts.map(({ number, end }) => [number, end]));
    let isNews = !here.hasAnswered.has(together(numbers));
    here.hasAnswered.set(together(numbers), answer.kind === 'ok');
    for (const n of new Set([...nameOf.keys(), ...endOf.keys()])) {
      const { name, accountEnd } = here.called.get(n) ?? nobody;
      const now = { name: nameOf.get(n) ?? name, accountEnd: endOf.get(n) ?? accountEnd };
      isNews ||= now.name !== name || now.accountEnd !== accountEnd;
      here.called.set(n, now);
    }
    if (isNews) onTold();
  }

  /** All of them at once: the store tells account numbers only of those who are called like another who is asked about. */
  function isWanted({ called, askedAt, hasAnswered }: Known, numbers: readonly number[]): boolean {
    const asked = askedAt.get(together(numbers)) ?? Number.NEGATIVE_INFINITY;
    const isMissing = numbers.some((n) => !called.has(n));
    const isUntold = numbers.length > 1 && hasAnswered.get(together(numbers)) !== true;
    return (isMissing || isUntold) && clock.now().getTime() - asked >= AGAIN_AFTER;
  }

  /** Those that are here already; the others are asked for, and told of as they come. Nothing waits for the store. */
  async function of(asked: readonly number[]): Promise<ReadonlyMap<number, Called>> {
    const who = await account.state();
    if (who.state !== 'signed-in') return new Map();
    const here = knownTo(who.user.id);
    const numbers = [...new Set(asked)].slice(0, MOST_NAMES);
    if (isWanted(here, numbers)) {
      here.askedAt.set(together(numbers), clock.now().getTime());
      // Without an answer their numbers stand for them.
      ask(here, numbers).catch(() => undefined);
    }
    const hasAnswered = here.hasAnswered.has(together(numbers));
    return new Map(
      numbers.flatMap((n) => {
        const one = here.called.get(n) ?? (hasAnswered ? nobody : null);
        return one ? [[n, hasAnswered ? one : { ...one, accountEnd: null }]] : [];
      }),
    );
  }

  return {
    of,

    /**
     * What to call whom a note is about: as a page does; else as the store did when they were chosen among others by it;
     * else as the store does, once the caller is verified: a number can be faked, and no name is put into a rep's mouth;
     * else by what stands for them.
     */
    async callOf({ name, called = '', customer, content }: About): Promise<string> {
      const { cardNumber } = customer;
      const known = name || called;
      if (known !== '' || cardNumber === null || !mayDisclose(content.caller))
        return shownName({ name: known, customer });
      return (await of([cardNumber])).get(cardNumber)?.name || shownName({ name, customer });
    },

    forget(): void {
      known = null;
    },
  };
}

export type StoreNames = ReturnType<typeof createStoreNames>;

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
/** `accountEnd` is how their account number ends; either is empty where the store doesn't say. */
export type Called = { name: string; accountEnd: string };
type Known = { userId: string; called: Map<number, Called>; askedAt: Map<number, number> };

/** What the store doesn't know, or couldn't say, is asked again after that long. */
const AGAIN_AFTER = MINUTE;

/**
 * What the store calls customers whom no page has named: those who share a line, and whoever was chosen among them. In
 * memory alone, under the sign-in that asked.
 */
export function createStoreNames({ account, clock, told: onTold }: StoreNamesDeps) {
  let known: Known | null = null;

  function knownTo(userId: string): Known {
    if (known?.userId !== userId) known = { userId, called: new Map(), askedAt: new Map() };
    return known;
  }

  async function ask(here: Known, numbers: readonly number[]): Promise<void> {
    const path = `/v1/customer-names?numbers=${numbers.join(',')}`;
    const answer = await account.request({ path, schema: customerNamesSchema }, here.userId);
    if (answer.kind !== 'ok' || known !== here) return;
    const { names, accounts } = answer.value;
    const nameOf = new Map(names.map(({ number, name }) => [number, name]));
    const endOf = new Map(accounts.map(({ number, end }) => [number, end]));
    const told = new Set([...nameOf.keys(), ...endOf.keys()]);
    for (const n of told) here.called.set(n, { name: nameOf.get(n) ?? '', accountEnd: endOf.get(n) ?? '' });
    if (told.size > 0) onTold();
  }

  function wantedOf({ called, askedAt }: Known, numbers: readonly number[]): number[] {
    const now = clock.now().getTime();
    const isDue = (n: number) => now - (askedAt.get(n) ?? Number.NEGATIVE_INFINITY) >= AGAIN_AFTER;
    return [...new Set(numbers)].filter((n) => !called.has(n) && isDue(n)).slice(0, MOST_NAMES);
  }

  /** Those that are here already; the others are asked for, and told of as they come. Nothing waits for the store. */
  async function of(numbers: readonly number[]): Promise<ReadonlyMap<number, Called>> {
    const who = await account.state();
    if (who.state !== 'signed-in') return new Map();
    const here = knownTo(who.user.id);
    const wanted = wantedOf(here, numbers);
    for (const number of wanted) here.askedAt.set(number, clock.now().getTime());
    // Without an answer their numbers stand for them.
    if (wanted.length > 0) ask(here, wanted).catch(() => undefined);
    return new Map(
      numbers.flatMap((n) => {
        const one = here.called.get(n);
        return one ? [[n, one]] : [];
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

import type { BookStore } from '@/lib/cache/book-store';
import type { RawIdentifier } from '@/lib/domain/identifier';
import { normaliseIdentifier } from '@/lib/domain/normalise-identifier';
import type { RingSlot } from '@/lib/messaging/sidebar-view';
import type { ExternalIdKind } from '@/lib/protocol/crm-adapter';
import type { Account } from '@/lib/sync/account/account';
import type { StoreNames } from '@/lib/sync/customer/store-names';
import type { About } from '@/lib/sync/notes/calls';
import { createFindCandidates } from '@/lib/sync/pages/find-candidates';
import {
  createPeopleLookup,
  noteCustomer,
  numbersOf,
  type PersonFound,
} from '@/lib/sync/pages/look-up-people';
import { resolveRing } from './resolve-ring';
import type { Ring, Said } from './rings';

type RingSlotDeps = {
  account: Pick<Account, 'organisation' | 'bookKeys'>;
  book: Pick<BookStore, 'lookup' | 'getAll'>;
  storeNames: Pick<StoreNames, 'of'>;
  /** what a number without a word beside it may be */
  accountKinds(): Promise<readonly ExternalIdKind[]>;
};

/** In the order in which they count. */
function rawOf({ number, account, email }: Said, kinds: readonly ExternalIdKind[]): RawIdentifier[] {
  return [
    ...(account ? kinds.map((kind) => ({ kind: 'externalId', ...kind, value: account }) as const) : []),
    ...(email ? [{ kind: 'email', value: email } as const] : []),
    ...(number ? [{ kind: 'phone', value: number } as const] : []),
  ];
}

const spoken = ({ account, number, email }: Said) =>
  [...new Set([account, number, email])].filter((text) => text !== '').join(' · ');

/** From what a ring says to whom it may mean. Nothing is remembered: cards may change any time. */
export function createRingSlots({ account, book, storeNames, accountKinds }: RingSlotDeps) {
  const lookUp = createPeopleLookup({ account, book });
  const findCandidates = createFindCandidates({ account, book, storeNames });
  const people = async (said: Said) => lookUp([rawOf(said, await accountKinds())]);

  /** What was keyed in beside a number that is another's may be anybody's: no names are told to that. */
  async function meant(found: readonly PersonFound[]) {
    const { why, candidates } = resolveRing(found.flatMap(numbersOf));
    return { why, candidates: await findCandidates(candidates, { apart: why === 'several' }) };
  }

  return {
    /** What it says, as one line. */
    spoken: ({ said }: Ring): string => spoken(said),

    async of({ id, via, from, at, said }: Ring): Promise<RingSlot> {
      const { people: found, damaged } = await people(said);
      const { why, candidates } = await meant(found);
      const shown = { id, via, from, at, said: spoken(said), candidates };
      if (!(await account.bookKeys())) return { ...shown, why: 'locked' };
      return { ...shown, why: damaged && candidates.length === 0 ? 'damaged' : why };
    },

    /** Only what can be read as a number, an address or an account number; null where nothing can. */
    async readable({ number, account: spelled, email }: Said): Promise<Said | null> {
      const region = (await account.organisation())?.session.organisation.defaultRegion ?? '';
      const isRead = (kind: 'phone' | 'email', value: string) =>
        normaliseIdentifier({ kind, value }, region).length > 0;
      const said = {
        number: isRead('phone', number) ? number : '',
        account: spelled,
        email: isRead('email', email) ? email : '',
      };
      return spoken(said) === '' ? null : said;
    },

    /**
     * Whom a note is about that begins with this ring. Someone new keeps the number only where it is nobody's: it would
     * lead the note to them.
     */
    async about({ said }: Ring, cardNumber: number | null): Promise<About['about']> {
      const { people: found } = await people(said);
      if (cardNumber !== null) {
        const chosen = (await meant(found)).candidates.find(({ card }) => card.number === cardNumber);
        const { storeName: called = '', accountEnd } = chosen ?? {};
        const customer = noteCustomer(found, cardNumber);
        return { name: '', called, accountEnd: accountEnd ?? '', customer };
      }
      const identifiers = noteCustomer(found, null).identifiers.filter(({ kind }) => kind !== 'externalId');
      return { name: identifiers.length === 0 ? spoken(said) : '', customer: { cardNumber, identifiers } };
    },
  };
}

export type RingSlots = ReturnType<typeof createRingSlots>;

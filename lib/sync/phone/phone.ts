import type { Drafts } from '@/lib/cache/drafts';
import { ACCOUNT_NUMBER, type RingReport } from '@/lib/crm/rings/ring-report';
import type { RingSlot } from '@/lib/messaging/sidebar-view';
import { AppError } from '@/lib/platform/app-error';
import type { Account } from '@/lib/sync/account/account';
import type { Place } from '@/lib/sync/notes/begin-note';
import type { Calls } from '@/lib/sync/notes/calls';
import type { RingSlots } from './ring-slots';
import { type Ring, type Rings, type Said, sameSaid } from './rings';

type PhoneDeps = {
  account: Pick<Account, 'state' | 'author'>;
  drafts: Pick<Drafts, 'active'>;
  rings: Rings;
  ringSlots: RingSlots;
  calls: Pick<Calls, 'beginFor' | 'moveTo'>;
};

type Chosen = { ringId: string; noteId: string; cardNumber: number | null };

/** What a rep typed: an e-mail address, or a number, which may also be that of an account. */
export function typedSaid(text: string): Said {
  const typed = text.trim();
  if (typed.includes('@')) return { number: '', account: '', email: typed };
  return { number: typed, account: ACCOUNT_NUMBER.test(typed) ? typed : '', email: '' };
}

/** The phone: who rings, before any record is open, and how that becomes this call. A ring never does so by itself. */
export function createPhone({ account, drafts, rings, ringSlots, calls }: PhoneDeps) {
  async function hear(
    heard: Pick<Ring, 'via' | 'from' | 'said' | 'document'> & { standing?: boolean },
  ): Promise<'rings' | 'known' | 'unreadable'> {
    const who = await account.state();
    if (who.state === 'signed-out') return 'unreadable';
    const said = await ringSlots.readable(heard.said);
    if (!said) return 'unreadable';
    const activeNote = await drafts.active(who.user.id);
    return (await rings.add({ ...heard, said }, activeNote)) ? 'rings' : 'known';
  }

  async function meant({ ringId, cardNumber }: Omit<Chosen, 'noteId'>): Promise<Ring> {
    const ring = (await rings.waiting()).find(({ id }) => id === ringId);
    if (!ring) throw new AppError('not-found', 'it rings no more');
    const { candidates } = await ringSlots.of(ring);
    if (cardNumber !== null && !candidates.some(({ card }) => card.number === cardNumber))
      throw new AppError('identity-changed');
    return ring;
  }

  return {
    /** @returns whether anything new rings */
    async ring(report: RingReport, from: string, document?: string | null): Promise<boolean> {
      const { via, number, account: spelled, standing = false } = report;
      const where = document ? { from, document } : { from };
      return (
        (await hear({ via, ...where, standing, said: { number, account: spelled, email: '' } })) === 'rings'
      );
    },

    /** @returns false where the text is none of what a customer can be found by */
    async find(text: string): Promise<boolean> {
      return (await hear({ via: 'typed', from: '', said: typedSaid(text) })) !== 'unreadable';
    },

    /** The same, for who goes on to choose. @returns the ring that it is, also one typed before; null where `find` is false */
    async findRing(text: string): Promise<string | null> {
      const said = typedSaid(text);
      if ((await hear({ via: 'typed', from: '', said })) === 'unreadable') return null;
      const read = await ringSlots.readable(said);
      return (await rings.waiting()).find((ring) => read && sameSaid(ring.said, read))?.id ?? null;
    },

    /** @throws {AppError} `not-found` when it rings no more; `identity-changed` when it doesn't mean this one */
    async choose(place: Place, { ringId, noteId, cardNumber }: Chosen): Promise<void> {
      const ring = await meant({ ringId, cardNumber });
      const line = ringSlots.spoken(ring);
      await calls.beginFor(place, { noteId, about: await ringSlots.about(ring, cardNumber), line });
      await rings.take(ringId, noteId);
    },

    /** The note that is on goes to one whom the rep has found. @throws {AppError} as `choose` */
    async move({ ringId, noteId, cardNumber }: Chosen): Promise<void> {
      const ring = await meant({ ringId, cardNumber });
      await calls.moveTo(noteId, await ringSlots.about(ring, cardNumber));
      await rings.take(ringId, noteId);
    },

    dismiss: rings.dismiss,
    clear: rings.clear,

    slots: async (): Promise<RingSlot[]> =>
      Promise.all((await rings.waiting()).map((ring) => ringSlots.of(ring))),
  };
}

export type Phone = ReturnType<typeof createPhone>;

import type { LookupAnswer } from '@/lib/messaging/lookup-methods';
import { AppError } from '@/lib/platform/app-error';
import type { Account } from '@/lib/sync/account/account';
import type { Place } from '@/lib/sync/notes/begin-note';
import type { LookupPace } from '@/lib/sync/pages/lookup-pace';
import { type Phone, typedSaid } from '@/lib/sync/phone/phone';
import type { RingSlots } from '@/lib/sync/phone/ring-slots';

type LookupDeps = {
  account: Pick<Account, 'state'>;
  phone: Pick<Phone, 'findRing' | 'choose'>;
  ringSlots: Pick<RingSlots, 'of' | 'readable'>;
  pace: Pick<LookupPace, 'admit'>;
};

type Begun = { text: string; noteId: string; cardNumber: number | null };

/** What is typed is counted together, wherever in this browser it is typed: no tab has this number. */
const TYPED = -1;
/** Nothing rings by asking. */
const NO_RING = { id: '', at: '', via: 'typed', from: '' } as const;

/**
 * Looking up by what a rep types outside the sidebar. Asking leaves nothing behind; beginning is a ring that the rep
 * has answered, with all that holds for one: the caller is not verified by it.
 */
export function createLookups({ account, phone, ringSlots, pace }: LookupDeps) {
  return {
    /** Whom it may mean. What can't be read costs nothing of the minute's allowance: a half-typed number is none. */
    async find(text: string): Promise<LookupAnswer> {
      if ((await account.state()).state === 'signed-out') return { state: 'signed-out' };
      const said = await ringSlots.readable(typedSaid(text));
      if (!said) return { state: 'unreadable' };
      const asked = [{ kind: said.email ? 'email' : 'phone', value: text.trim() }] as const;
      if ((await pace.admit(TYPED, [asked])).admitted === 0) return { state: 'paused' };
      const { id: _, at: __, ...shown } = await ringSlots.of({ ...NO_RING, said });
      return { state: 'read', ...shown };
    },

    /** @throws {AppError} `bad-input` where nothing can be read in it; else as a ring that is chosen from */
    async begin(place: Place, { text, noteId, cardNumber }: Begun): Promise<void> {
      const ringId = await phone.findRing(text);
      if (ringId === null) throw new AppError('bad-input', 'nothing to find anyone by');
      await phone.choose(place, { ringId, noteId, cardNumber });
    },
  };
}

export type Lookups = ReturnType<typeof createLookups>;

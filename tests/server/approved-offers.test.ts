import { describe, expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { Offer } from '@/lib/domain/note';
import { uuidv7 } from '@/lib/platform/ids';
import { offersTodaySchema } from '@/lib/protocol/approval';
import { mergeCustomers } from '@/server/customers/merge-customers';
import { addCustomer } from './support/add-customer';
import { useApprovalDesk } from './support/approval-desk';
import { describeEachDatabase } from './support/databases';
import { cardNumberOf } from './support/known-customer';
import { makeMutation } from './support/make-mutation';

describeEachDatabase('approvals', (kind) => {
  const { store, known, people, person, ask, state, answer } = useApprovalDesk(kind);
  const { rep, other, near } = people;

  describe('an offer in a note', () => {
    const offer = (more: Partial<Offer>): Offer => ({
      ...{ id: uuidv7(new Date()), actionCode: 'refund-charge', amountMinor: 9000, state: 'accepted' },
      ...{ reference: '', taskOwner: '', at: new Date().toISOString(), approvalId: null, ...more },
    });
    async function flags(noteId: string, offers: Offer[], by = rep, customer = known.cardNumber) {
      const mutation = makeMutation({
        ...{ userId: by.id, customer: { cardNumber: customer }, note: { noteId } },
        content: { ...emptyNoteContent, offers },
      });
      expect((await by.call('/v1/mutations', { mutations: [mutation] })).status).toBe(200);
      const rows = await store()
        .server.db.selectFrom('offers')
        .select(['offer_id', 'flag', 'approval_id'])
        .where('note_id', '=', noteId)
        .execute();
      return offers.map(({ id }) => {
        const row = rows.find((r) => r.offer_id === id);
        return row?.approval_id ? 'covered' : row?.flag;
      });
    }
    const granted = async (more: object = {}) => {
      const asked = await ask(more);
      await answer(near, asked.id);
      return asked;
    };

    it('is covered by the approval that was given for it, once', async () => {
      const { id: approvalId, noteId } = await granted();
      const offers = [offer({ approvalId }), offer({ approvalId }), offer({ amountMinor: 100 })];
      // The second one eats up what the rep may give themselves.
      expect(await flags(noteId, offers)).toEqual(['covered', 'over-limit', 'over-limit']);
    });

    it.each<[string, () => Promise<unknown>]>([
      [
        'for more than was approved',
        async () => {
          const { id: approvalId, noteId } = await granted();
          return flags(noteId, [offer({ approvalId, amountMinor: 9001 })]);
        },
      ],
      [
        'of something else',
        async () => {
          const { id: approvalId, noteId } = await granted({ actionCode: 'old-price-three-months' });
          return flags(noteId, [offer({ approvalId })]);
        },
      ],
      [
        'of another rep',
        async () => {
          const { id: approvalId, noteId } = await granted();
          return flags(noteId, [offer({ approvalId })], other);
        },
      ],
      [
        'in another call',
        async () => {
          const { id: approvalId } = await granted();
          return flags(uuidv7(new Date()), [offer({ approvalId })]);
        },
      ],
      [
        'for another customer',
        async () => {
          const { id: approvalId, noteId } = await granted();
          const someone = await addCustomer(store().server.db, {
            identifiers: [{ kind: 'email', value: `${noteId}@example.org` }],
          });
          await store().server.rescore();
          const theirs = await cardNumberOf(store().server.db, someone);
          return flags(noteId, [offer({ approvalId })], rep, theirs);
        },
      ],
      [
        'that was refused',
        async () => {
          const { id: approvalId, noteId } = await ask();
          await answer(near, approvalId, 'refused');
          return flags(noteId, [offer({ approvalId })]);
        },
      ],
      [
        'that still waits',
        async () => {
          const { id: approvalId, noteId } = await ask();
          return flags(noteId, [offer({ approvalId })]);
        },
      ],
    ])('is marked where the approval is one %s', async (_, made) => {
      expect(await made()).toEqual(['over-limit']);
    });

    it('goes with the customer when two turn out to be one', async () => {
      const email = { kind: 'email', value: 'twice@example.org' } as const;
      const from = await addCustomer(store().server.db, { identifiers: [email] });
      const { id: approvalId, noteId } = await granted({
        customer: { cardNumber: null, identifiers: [email] },
      });
      await mergeCustomers(store().server.db, { from, into: known.customerId }, new Date());
      expect(await state(approvalId)).toMatchObject({ state: 'granted' });
      expect(await flags(noteId, [offer({ approvalId })])).toEqual(['covered']);
    });

    it('counts for the rep’s day, once and not with what was approved', async () => {
      const giver = await person('Gil', 'rep', 'Blue');
      const today = async () =>
        offersTodaySchema.parse(await (await giver.call('/v1/offers/today')).json()).givenMinor;
      expect(await today()).toBe(0);
      const asked = await ask({}, giver);
      await answer(near, asked.id);
      const own = offer({ amountMinor: 700 });
      await flags(
        asked.noteId,
        [own, offer({ approvalId: asked.id }), offer({ amountMinor: 5, state: 'declined' })],
        giver,
      );
      expect(await today()).toBe(700);
    });
  });
});

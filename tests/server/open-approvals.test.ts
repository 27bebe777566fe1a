import { describe, expect, it } from 'vitest';
import { chooseOffers } from '@/lib/domain/choose-actions';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { Offer } from '@/lib/domain/note';
import { uuidv7 } from '@/lib/platform/ids';
import { offersTodaySchema } from '@/lib/protocol/approval';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { MOST_OPEN } from '@/server/approvals/few-open';
import { readPlaybook } from '@/server/db/read-playbook';
import { addCustomer } from './support/add-customer';
import { useApprovalDesk } from './support/approval-desk';
import { describeEachDatabase } from './support/databases';
import { cardNumberOf } from './support/known-customer';
import { makeMutation } from './support/make-mutation';

describeEachDatabase('approvals', (kind) => {
  const { store, known, people, person, request, ask, answer, age } = useApprovalDesk(kind);
  const { rep, other, near } = people;
  const askRaw = (more: object = {}, by = rep) => by.call('/v1/approvals', request(more));

  describe('that wait', () => {
    it('are one in a note: the next is refused until that one is answered, taken back or over', async () => {
      const noteId = uuidv7(new Date());
      const endings = [
        (id: string) => answer(near, id, 'refused'),
        (id: string) => rep.call(`/v1/approvals/${id}/withdraw`, {}),
        (id: string) => age(id, 181),
      ];
      for (const end of endings) {
        const { id } = await ask({ noteId });
        const refused = await askRaw({ noteId });
        expect(refused.status).toBe(409);
        expect(wireErrorSchema.parse(await refused.json()).error.code).toBe('too-many-requests');
        await end(id);
      }
      expect((await askRaw({ noteId })).status).toBe(200);
    });

    it('are five of one person, however many are sent at once; others ask all the same', async () => {
      const sent = await Promise.all(Array.from({ length: MOST_OPEN * 2 }, () => askRaw()));
      expect(sent.filter(({ status }) => status === 200)).toHaveLength(MOST_OPEN);
      expect(sent.filter(({ status }) => status === 409)).toHaveLength(MOST_OPEN);
      expect((await askRaw({}, other)).status).toBe(200);
    });

    it('sent again when five wait, is the one that is there', async () => {
      const questions = Array.from({ length: MOST_OPEN }, () => request());
      for (const question of [...questions, ...questions])
        expect((await rep.call('/v1/approvals', question)).status).toBe(200);
    });
  });

  /** A call in which nothing is said yet: what is left to give doesn't go by it. */
  const quiet = {
    ...({ level: 'unknown', phase: 'during', caller: 'customer', direction: 'inbound', card: null } as const),
    ...{
      reasons: [],
      contactReason: null,
      rootReason: null,
      emotion: null,
      handedOver: false,
      ...{ underWay: false, promisedAnew: false, notesHere: true },
      dismissed: [],
    },
    ...{ complaint: false, dispute: false, supportNeeded: false },
  };

  describe('what is given because nobody answered', () => {
    const offer = (more: Partial<Offer> = {}): Offer => ({
      ...{ id: uuidv7(new Date()), actionCode: 'voucher', amountMinor: 700, state: 'accepted' },
      ...{ reference: '', taskOwner: '', at: new Date().toISOString(), approvalId: null, ...more },
    });
    async function setLimits(limits: object): Promise<void> {
      const { db } = store().server;
      const playbook = await readPlaybook(db);
      const voucher = { code: 'voucher', label: 'Voucher', when: {}, kind: 'refund', macro: null } as const;
      const actions = [{ ...voucher, costMinor: 700, fallback: true }];
      const content = JSON.stringify({ ...playbook, ...limits, actions });
      await db.updateTable('playbooks').set({ content }).execute();
    }
    async function give(by: typeof rep, noteId: string, offers: Offer[], cardNumber = known.cardNumber) {
      const mutation = makeMutation({
        ...{ userId: by.id, customer: { cardNumber }, note: { noteId } },
        content: { ...emptyNoteContent, offers },
      });
      const sent = await by.call('/v1/mutations', { mutations: [mutation] });
      expect(await sent.json()).toMatchObject({ results: [{ status: 'applied' }] });
      const rows = await store()
        .server.db.selectFrom('offers')
        .select(['offer_id', 'flag'])
        .where('note_id', '=', noteId)
        .execute();
      return offers.map(({ id }) => rows.find((row) => row.offer_id === id)?.flag);
    }
    async function unanswered(by: typeof rep, more: object = {}) {
      const asked = { actionCode: 'voucher', amountMinor: 9000, ...more };
      const { id: approvalId, noteId } = await ask(asked, by);
      await age(approvalId, 181);
      return { approvalId, noteId };
    }

    it('is not marked, and fills the rep’s day and what the customer may get', async () => {
      const giver = await person('Uma', 'rep', 'Blue');
      await setLimits({ limitPerDayMinor: 1000, limitPerCustomerMinor: null });
      const { approvalId, noteId } = await unanswered(giver);
      expect(await give(giver, noteId, [offer({ approvalId }), offer()])).toEqual([null, 'over-limit']);
      expect(await give(giver, uuidv7(new Date()), [offer({ amountMinor: 301 })])).toEqual(['over-limit']);
      const today = await (await giver.call('/v1/offers/today')).json();
      expect(offersTodaySchema.parse(today).givenMinor).toBe(1701);
      await setLimits({ limitPerDayMinor: null, limitPerCustomerMinor: 2000 });
      expect(await give(other, uuidv7(new Date()), [offer({ amountMinor: 300 })])).toEqual(['over-limit']);
    });

    it.each<[string, object]>([
      ['the call', { limitMinor: 2000, limitPerDayMinor: null, limitPerCustomerMinor: null }],
      ['the rep’s day', { limitMinor: 9000, limitPerDayMinor: 2000, limitPerCustomerMinor: null }],
      ['the customer', { limitMinor: 9000, limitPerDayMinor: null, limitPerCustomerMinor: 2000 }],
    ])('leaves of the limit of %s what the sidebar shows, to the penny', async (_, limits) => {
      await setLimits(limits);
      for (const over of [0, 1]) {
        const id = await addCustomer(store().server.db);
        await store().server.rescore();
        const cardNumber = await cardNumberOf(store().server.db, id);
        const customer = { cardNumber, identifiers: [] };
        const elsewhere = await unanswered(other, { customer });
        await give(other, elsewhere.noteId, [offer({ approvalId: elsewhere.approvalId })], cardNumber);
        const giver = await person(`Room${cardNumber}`, 'rep', 'Blue');
        const { approvalId, noteId } = await unanswered(giver, { customer });
        const before = [offer({ approvalId, amountMinor: 700 }), offer({ amountMinor: 100 })];
        const playbook = await readPlaybook(store().server.db);
        const detail = await (await giver.call(`/v1/customers/${cardNumber}/detail`)).json();
        const earlier = customerDetailSchema.parse(detail).notes.flatMap((n) => n.content.offers);
        const { room } = chooseOffers(playbook, {
          ...quiet,
          offers: before,
          earlier,
          today: 0,
          now: new Date(),
        });
        const last = offer({ amountMinor: room.left + over });
        const flags = await give(giver, noteId, [...before, last], cardNumber);
        expect(flags).toEqual([null, null, over ? 'over-limit' : null]);
      }
    });
  });
});

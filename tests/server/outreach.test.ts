import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { DAY, HOUR, MINUTE } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { OutreachEntry, OutreachNext } from '@/lib/protocol/outreach';
import type { Role } from '@/lib/protocol/roles';
import { drawOutreach } from '@/server/outreach/draw-outreach';
import { nextOutreach } from '@/server/outreach/next-outreach';
import { beginOutreachCall, giveOutreachBack, recordOutreach } from '@/server/outreach/outreach-call';
import { publishCards } from '@/server/publish/publish-cards';
import { testSeed } from '@/tests/support/test-seed';
import { addCustomer, type CustomerSpec } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

/** A Friday noon. */
const NOON = new Date('2026-11-27T12:00:00Z');
const later = (ms: number) => new Date(NOON.getTime() + ms);

describeEachDatabase('the list of whom to call', (kind) => {
  let store: TestStore;
  let last = 0;

  beforeAll(async () => {
    store = await startTestStore(kind, { asOf: NOON });
  });
  afterAll(() => store.stop());
  afterEach(async () => {
    await store.server.db.deleteFrom('customers').execute();
    await store.server.db.updateTable('organisation').set({ calling_hours: null }).execute();
  });

  const db = () => store.server.db;
  const clock = { now: () => NOON };

  /** Somebody at risk who answered by name three days ago. */
  async function unhappy(spec: CustomerSpec = {}): Promise<{ id: string; number: number }> {
    last += 1;
    const id = await addCustomer(db(), {
      identifiers: [{ kind: 'phone', value: `+4416329601${String(last % 100).padStart(2, '0')}` }],
      responses: [{ score: 2, about: 'First payment', answered_at: later(-3 * DAY) }],
      ...spec,
      promises: [{ due_on: '2026-11-05' }],
      customer: { name: 'Marta Kowalczyk', contract: 'monthly', since: '2026-10-01', ...spec.customer },
    });
    await publishCards({ db: db(), clock });
    const card = db().selectFrom('published_cards').select(['number', 'level']).where('customer_id', '=', id);
    return { id, ...(await card.executeTakeFirstOrThrow()) };
  }

  const draw = () => drawOutreach({ db: db(), clock });
  const next = (userId = 'ana', now = NOON) => nextOutreach(db(), { userId, now });
  const one = (answer: OutreachNext): OutreachEntry => {
    if (answer.state !== 'one') throw new Error(`nobody: ${answer.why}`);
    return answer.entry;
  };
  const tell = (
    entry: OutreachEntry,
    outcome: 'reached' | 'refused' | 'not-reached' | 'call-back',
    by: { userId?: string; now?: Date; resultId?: string; callBackAt?: string } = {},
  ) => {
    const { userId = 'ana', now = NOON, resultId = uuidv7(NOON), callBackAt = null } = by;
    return recordOutreach(db(), { ...entry, resultId, outcome, callBackAt }, { userId, now });
  };

  describe('who comes on it', () => {
    it('somebody at risk by a recent answer, once, however often it is drawn', async () => {
      const { number } = await unhappy();
      expect([await draw(), await draw()]).toEqual([1, 0]);
      expect(one(await next())).toMatchObject({
        ...{ number, name: 'Marta Kowalczyk', attempts: 0, wished: false },
        why: { score: 2, about: 'First payment', at: later(-3 * DAY).toISOString() },
        phones: [{ value: expect.stringMatching(/^\+44/) }],
        callUntil: '2026-11-27T20:00:00.000Z',
      });
    });

    it.each<[string, CustomerSpec]>([
      [
        'whose answer is in confidence',
        { responses: [{ confidentiality: 'aggregate-only', answered_at: later(-DAY) }] },
      ],
      ['whose answer is old', { responses: [{ answered_at: later(-40 * DAY) }] }],
      ['who never answered', { responses: [] }],
    ])('nobody %s', async (_who, spec) => {
      await unhappy(spec);
      expect(await draw()).toBe(0);
    });

    it('nobody with whom somebody has spoken since', async () => {
      const { id } = await unhappy();
      const note = { customer_id: id, note_id: uuidv7(NOON), author_id: 'ben', generated: false };
      const times = { started_at: later(-DAY), ended_at: later(-DAY), received_at: later(-DAY) };
      const said = { content: JSON.stringify(emptyNoteContent), customer_ref: '{}', moves: '[]' };
      await db()
        .insertInto('notes')
        .values({ ...note, ...times, ...said })
        .execute();
      expect(await draw()).toBe(0);
    });
  });

  describe('who is offered', () => {
    it.each<[string, CustomerSpec]>([
      ['do not contact', { customer: { do_not_contact: true } }],
      ['support needed', { customer: { support_needed: true } }],
      ['no number', { identifiers: [] }],
    ])('nobody with “%s”, and the list says nothing of them', async (_rule, spec) => {
      await unhappy(spec);
      await draw();
      expect(await next()).toEqual({ state: 'none', why: 'empty', at: null });
    });

    it('nobody outside their hours, and it says when those begin', async () => {
      await unhappy();
      await draw();
      const sunday = new Date('2026-11-29T12:00:00Z');
      const none = { state: 'none', why: 'hours', at: '2026-11-30T09:00:00.000Z' };
      expect(await next('ana', sunday)).toEqual(none);
      expect(await next('ben', sunday)).toEqual(none);
      expect(one(await next('ben', new Date('2026-11-30T09:00:00Z'))).attempts).toBe(0);
    });

    it('somebody in another zone goes by their own clock', async () => {
      await unhappy({ identifiers: [{ kind: 'phone', value: '+81312345678' }] });
      await draw();
      expect(await next()).toMatchObject({ state: 'none', why: 'hours', at: '2026-11-28T00:00:00.000Z' });
    });

    it('nobody once they asked not to be contacted, though a rep has them in hand', async () => {
      const { id } = await unhappy();
      await draw();
      const entry = one(await next());
      await db()
        .updateTable('customers')
        .set({ do_not_contact: true })
        .where('customer_id', '=', id)
        .execute();
      expect(await beginOutreachCall(db(), entry, { userId: 'ana', now: NOON })).toEqual({
        state: 'not-now',
      });
      expect((await next()).state).toBe('none');
    });

    it('the same rep gets the same one again; another rep gets another', async () => {
      await unhappy();
      await unhappy();
      await draw();
      const first = one(await next('ana'));
      expect(one(await next('ana', later(MINUTE))).number).toBe(first.number);
      expect(one(await next('ben')).number).not.toBe(first.number);
      expect((await next('cem')).state).toBe('none');
    });

    it('whoever is left lying comes to another rep after ten minutes, and then a late result counts no more', async () => {
      await unhappy();
      await draw();
      const entry = one(await next('ana'));
      expect((await next('ben', later(9 * MINUTE))).state).toBe('none');
      expect(one(await next('ben', later(10 * MINUTE))).number).toBe(entry.number);
      expect(await tell(entry, 'reached', { userId: 'ana' })).toBeNull();
    });

    it('a call holds them for longer', async () => {
      await unhappy();
      await draw();
      const entry = one(await next('ana'));
      expect((await beginOutreachCall(db(), entry, { userId: 'ana', now: NOON })).state).toBe('call');
      expect((await next('ben', later(90 * MINUTE))).state).toBe('none');
    });

    it('given back, they are somebody else’s after a while', async () => {
      await unhappy();
      await draw();
      const entry = one(await next('ana'));
      await giveOutreachBack(db(), entry, { userId: 'ben', now: NOON });
      expect(one(await next('ana')).number).toBe(entry.number);
      await giveOutreachBack(db(), entry, { userId: 'ana', now: NOON });
      expect(await next('ana')).toMatchObject({ state: 'none', why: 'later' });
      expect(one(await next('ben', later(HOUR))).attempts).toBe(0);
    });

    it('two reps never have the same customer, however they come', async () => {
      for (let n = 0; n < 4; n += 1) await unhappy();
      await draw();
      const reps = ['ana', 'ben', 'cem', 'dia', 'eli', 'fay'];
      const steps = fc.array(fc.constantFrom(...reps), { minLength: 6, maxLength: 18 });
      const run = fc.asyncProperty(steps, async (asking) => {
        await db().updateTable('outreach').set({ claimed_by: null, claimed_until: null }).execute();
        const answers = await Promise.all(asking.map(async (rep) => ({ rep, answer: await next(rep) })));
        const hands = new Map<number, string>();
        for (const { rep, answer } of answers)
          if (answer.state === 'one') {
            expect(hands.get(answer.entry.number) ?? rep).toBe(rep);
            hands.set(answer.entry.number, rep);
          }
        expect(new Set(hands.values()).size).toBe(hands.size);
        expect(hands.size).toBe(Math.min(4, new Set(asking).size));
      });
      await fc.assert(run, { numRuns: 8, seed: testSeed() });
    });
  });

  describe('what a call came to', () => {
    it('three times unanswered on three days is “not reached”, and told twice it counts once', async () => {
      const { id } = await unhappy();
      await draw();
      const days = ['2026-11-27', '2026-11-28', '2026-11-30'].map((day) => new Date(`${day}T12:00:00Z`));
      const states: unknown[] = [];
      for (const now of days) {
        const entry = one(await next('ana', now));
        expect((await next('ben', now)).state).toBe('none');
        const resultId = uuidv7(now);
        const told = await tell(entry, 'not-reached', { now, resultId });
        expect(await tell(entry, 'not-reached', { now, resultId })).toEqual(told);
        states.push(told);
        expect((await next('ana', new Date(now.getTime() + HOUR))).state).toBe('none');
      }
      expect(states).toEqual([
        { state: 'waiting', nextAt: '2026-11-28T09:00:00.000Z' },
        { state: 'waiting', nextAt: '2026-11-30T09:00:00.000Z' },
        { state: 'not-reached', nextAt: null },
      ]);
      const row = await db()
        .selectFrom('outreach')
        .selectAll()
        .where('customer_id', '=', id)
        .executeTakeFirst();
      expect(row).toMatchObject({ state: 'not-reached', attempts: 3, claimed_by: null });
    });

    it('after they were reached nobody calls them for a quarter of a year, and no answer of theirs moved', async () => {
      const { id } = await unhappy();
      await draw();
      const answers = () => db().selectFrom('responses').selectAll().where('customer_id', '=', id).execute();
      const before = await answers();
      expect(await tell(one(await next()), 'reached')).toEqual({ state: 'reached', nextAt: null });
      expect(await answers()).toEqual(before);
      expect(await draw()).toBe(0);
      expect((await next()).state).toBe('none');
    });

    it('who wants to be called back comes first, when they said', async () => {
      await unhappy();
      await unhappy();
      await draw();
      const entry = one(await next());
      const callBackAt = later(3 * HOUR).toISOString();
      expect(await tell(entry, 'call-back', { callBackAt })).toEqual({
        state: 'waiting',
        nextAt: callBackAt,
      });
      expect(one(await next()).number).not.toBe(entry.number);
      expect(one(await next('ben', later(3 * HOUR)))).toMatchObject({ number: entry.number, wished: true });
    });

    it('a merge takes the entry along', async () => {
      const { mergeCustomers } = await import('@/server/customers/merge-customers');
      const { id: from } = await unhappy();
      const { id: into } = await unhappy({ responses: [] });
      await draw();
      await mergeCustomers(db(), { from, into }, NOON);
      const rows = await db().selectFrom('outreach').select('customer_id').execute();
      expect(rows).toEqual([{ customer_id: into }]);
    });
  });

  describe('calling hours', () => {
    it('an administrator says when people may be called, and whoever waited for the old hours is seen anew', async () => {
      await unhappy();
      await draw();
      const never = { zones: ['Europe/London'], from: 9, to: 20, days: [], holidays: [] };
      const say = (role: Role, GB: object) => store.as(role, '/v1/calling-hours', { regions: { GB } });
      expect((await say('supervisor', never)).status).toBe(403);
      expect((await say('administrator', { ...never, zones: ['Nowhere'] })).status).toBe(400);
      expect((await say('administrator', never)).status).toBe(200);
      expect((await next()).state).toBe('none');
      expect((await say('administrator', { ...never, days: [5] })).status).toBe(200);
      expect((await next('ana', later(MINUTE))).state).toBe('one');
    });
  });
});

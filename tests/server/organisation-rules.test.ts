import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '@/lib/protocol/roles';
import { sessionSchema } from '@/lib/protocol/session';
import { rulesOf, zoneOfRegion } from '@/server/organisation-rules';
import { createTopContactReasons } from '@/server/read-top-contact-reasons';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

it.each([
  ['GB', 'Europe/London'],
  ['US', 'UTC'],
  ['ZZ', 'UTC'],
])('the clock of %s is %s', (region, zone) => {
  expect(zoneOfRegion(region)).toBe(zone);
});

it('what somebody said stands, and the rest is what one starts with', () => {
  const rules = rulesOf({ calendar: { weekdays: [1, 2, 3, 4, 5, 6] } }, 'GB');
  expect(rules.calendar).toEqual({ zone: 'Europe/London', weekdays: [1, 2, 3, 4, 5, 6], holidays: [] });
  expect(rules.jurisdictions.every(({ unchecked }) => unchecked)).toBe(true);
  expect(rules.required).toEqual({ fields: [], of: 'at-risk' });
});

describeEachDatabase('what holds for notes', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  const session = async () => sessionSchema.parse(await (await store.as('rep', '/v1/session')).json());
  const say = async (rules: object, role: Role = 'administrator') =>
    (await store.as(role, '/v1/organisation-rules', rules)).status;
  const rules = {
    calendar: { zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4], holidays: ['2026-12-25'] },
    jurisdictions: [
      { code: 'ofcom', name: 'UK telecom', steps: [{ name: 'Final answer', count: 6, unit: 'weeks' }] },
    ],
    jurisdiction: 'ofcom',
    required: { fields: ['outcome'], of: 'all' },
    desk: { sampleShare: 0.1, publishAfterHours: 48 },
  };

  it('is what one starts with, by the clock of the store’s region', async () => {
    const { rules: first } = await session();
    expect(first.calendar.zone).toBe('Europe/London');
    expect(first.jurisdictions.map(({ code }) => code)).toEqual(['general', 'uk-fca']);
  });

  it.each<Role>(['rep', 'supervisor', 'executive'])('is no matter for a %s', async (role) => {
    expect(await say(rules, role)).toBe(403);
    expect((await session()).rules.calendar.zone).toBe('Europe/London');
  });

  it('is what the administrator says', async () => {
    expect(await say(rules)).toBe(200);
    const jurisdictions = rules.jurisdictions.map((one) => ({ ...one, unchecked: false }));
    expect((await session()).rules).toEqual({ ...rules, jurisdictions });
  });

  it.each([
    ['a zone that is none', { calendar: { zone: 'Middle/Earth' } }],
    ['a week in which nobody works', { calendar: { weekdays: [] } }],
    ['a jurisdiction of its own that it hasn’t', { jurisdiction: 'mars' }],
    ['a field that no note has', { required: { fields: ['diagnosis'] } }],
    ['more than all notes drawn for a look', { desk: { sampleShare: 1.1 } }],
  ])('is not %s', async (_, wrong) => {
    expect(await say(wrong)).toBe(400);
  });

  it('names what calls were about most, of the last months alone', async () => {
    const { db } = store.server;
    const now = new Date('2026-11-27T12:00:00Z');
    const customer = '00000000-0000-7000-8000-000000000001';
    await db
      .insertInto('customers')
      .values({
        ...{ customer_id: customer, name: '', tier: null, since: null, contract: null },
        ...{ monthly_value_minor: null, status: 'active', support_needed: false, do_not_contact: false },
        ...{ generated: false, created_at: now, updated_at: now },
      })
      .execute();
    const note = (n: number, contactReason: string | null, at: string) => ({
      ...{ customer_id: customer, note_id: `00000000-0000-7000-8000-00000000010${n}`, generated: false },
      ...{ author_id: store.users.rep, content: JSON.stringify({ contactReason }), moves: '[]' },
      ...{ customer_ref: JSON.stringify({ cardNumber: null, identifiers: [] }), imported_by: null },
      ...{ started_at: new Date(at), ended_at: new Date(at), received_at: now, claimed_author: null },
      ...{ edited_by: null, edited_at: null },
    });
    await db
      .insertInto('notes')
      .values([
        note(1, 'moving-house', '2026-11-01T12:00:00Z'),
        note(2, 'billed-twice', '2026-11-02T12:00:00Z'),
        note(3, 'billed-twice', '2026-11-03T12:00:00Z'),
        note(4, null, '2026-11-03T12:00:00Z'),
        note(5, 'no-connection', '2026-05-03T12:00:00Z'),
      ])
      .execute();
    expect(await createTopContactReasons(db)(now)).toEqual(['billed-twice', 'moving-house']);
  });
});

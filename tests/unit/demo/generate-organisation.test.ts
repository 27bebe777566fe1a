import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURED_NUMBER } from '@/demo/organisation/featured-customer';
import { generateOrganisation } from '@/demo/organisation/generate-organisation';
import type { GeneratedCustomer } from '@/demo/organisation/generated';
import { noteContentSchema } from '@/lib/domain/note';
import { DAY } from '@/lib/platform/clock';
import { defaultReasons } from '@/server/seed/default-reasons';

const start = new Date('2026-11-22T15:30:00Z');
const midnight = new Date('2026-11-22T00:00:00Z');
const organisation = generateOrganisation({ start });
const { customers } = organisation;
const contactsBefore = (c: GeneratedCustomer, at: Date, days: number) =>
  c.notes.filter((n) => n.startedAt <= at && at.getTime() - n.startedAt.getTime() < days * DAY).length;
const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

describe('the generated organisation', () => {
  it('is the same to the last id for the same start and seed, whatever the hour', () => {
    const again = generateOrganisation({ start: new Date('2026-11-22T01:00:00Z') });
    expect(again).toEqual(organisation);
  });

  it('is another one for another seed', () => {
    const small = { start, customers: 20 };
    expect(generateOrganisation({ ...small, seed: 1 })).not.toEqual(
      generateOrganisation({ ...small, seed: 2 }),
    );
  });

  it('moves with its start', () => {
    const later = generateOrganisation({ start: new Date(start.getTime() + 10 * DAY), customers: 300 });
    const earlier = generateOrganisation({ start, customers: 300 });
    const instants = (o: typeof later) => o.customers.flatMap((c) => c.responses.map((r) => r.at.getTime()));
    expect(instants(later)).toEqual(instants(earlier).map((at) => at + 10 * DAY));
  });

  it('says of itself that it is generated, and holds 5,000 customers with two years of answers and notes', () => {
    expect(organisation.generated).toBe(true);
    expect(customers).toHaveLength(5000);
    const instants = customers.flatMap((c) => [
      ...c.responses.map((r) => r.at),
      ...c.notes.map((n) => n.endedAt),
    ]);
    expect(instants.length).toBeGreaterThan(10_000);
    const times = instants.map((at) => at.getTime());
    expect(Math.max(...times)).toBeLessThan(midnight.getTime());
    expect(Math.min(...times)).toBeLessThan(midnight.getTime() - 600 * DAY);
    expect(Math.min(...times)).toBeGreaterThan(midnight.getTime() - 732 * DAY);
  });

  it('never reaches a real person: example domains and numbers kept free for fiction', () => {
    const fiction =
      /^(\+44|0)(1\d\d4960|2079460|7700900)\d{3}$|^(\+|00)49(3023125|8999998)\d{3}$|^\+1\d{3}55501\d\d(12)?$/;
    for (const { email, phone } of customers) {
      if (email) expect(email.toLowerCase()).toMatch(/@([a-z0-9]+\.)?example\.(com|org|net)$/);
      if (phone) expect(phone.replace(/[^+\d]/g, '')).toMatch(fiction);
    }
  });

  it('gives nobody another’s number, id or address; some share a phone', () => {
    const count = <T>(values: T[]) => new Set(values).size;
    expect(count(customers.map((c) => c.number))).toBe(5000);
    expect(count(customers.map((c) => c.id))).toBe(5000);
    const addresses = customers.flatMap((c) => (c.email ? [c.email.toLowerCase()] : []));
    expect(count(addresses)).toBe(addresses.length);
    const phones = customers.flatMap((c) => (c.phone ? [c.phone] : []));
    expect(phones.length - count(phones)).toBeGreaterThan(20);
  });

  it('has names with accents, of great length, and from right to left', () => {
    const names = customers.map((c) => c.name);
    expect(names.some((n) => /[łøñçğ]/.test(n))).toBe(true);
    expect(names.some((n) => n.length > 45)).toBe(true);
    expect(names.some((n) => /\p{Script=Arabic}/u.test(n))).toBe(true);
    expect(names.some((n) => /\p{Script=Han}/u.test(n))).toBe(true);
  });

  it('scores lower where people had to call again and again, and where promises were broken', () => {
    const scored = customers.flatMap((c) =>
      c.responses.flatMap((r) =>
        r.score === null ? [] : [{ score: r.score, contacts: contactsBefore(c, r.at, 90) }],
      ),
    );
    const of = (test: (contacts: number) => boolean) =>
      mean(scored.filter((s) => test(s.contacts)).map((s) => s.score));
    expect(of((n) => n === 0)).toBeGreaterThan(of((n) => n === 1) + 0.4);
    expect(of((n) => n === 1)).toBeGreaterThan(of((n) => n >= 3) + 1);
  });

  it('asks nobody twice within a quarter, and keeps a few answers for totals only', () => {
    for (const { responses } of customers) {
      for (const [i, r] of responses.entries()) {
        const before = responses[i - 1];
        if (before) expect(r.at.getTime() - before.at.getTime()).toBeGreaterThanOrEqual(90 * DAY);
      }
    }
    const share = mean(
      customers.flatMap((c) => c.responses.map((r) => Number(r.confidentiality === 'aggregate-only'))),
    );
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.08);
  });

  it('writes notes that the store takes', () => {
    const reasons = new Set(defaultReasons.map((r) => r.code));
    const calledAbout = new Set(defaultReasons.flatMap((r) => (r.contactReason ? [r.code] : [])));
    for (const { content } of customers.flatMap((c) => c.notes)) {
      noteContentSchema.parse(content);
      expect(calledAbout).toContain(content.contactReason);
      for (const reason of content.reasons) expect(reasons).toContain(reason);
    }
  });

  it('fills every slot of its texts', () => {
    const texts = customers.flatMap((c) => [
      ...c.responses.map((r) => r.verbatim),
      ...c.notes.flatMap((n) => [n.content.summary, n.promise?.what ?? '']),
    ]);
    expect(texts.filter((t) => /[{}]/.test(t))).toEqual([]);
  });

  it('holds for any size and day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (n, day) => {
          const small = generateOrganisation({ start: day, customers: n });
          expect(small.customers).toHaveLength(n);
          for (const c of small.customers) for (const r of c.responses) expect(r.at < small.start).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the featured customer', () => {
  const featured = customers.find((c) => c.number === FEATURED_NUMBER);

  it('called three times in 40 days, was promised a refund that did not come, and gave a 4 twelve days ago', () => {
    expect(featured?.name).toBe('Marta Kowalczyk');
    expect(featured && contactsBefore(featured, midnight, 40)).toBe(3);
    const promise = featured?.notes.find((n) => n.promise)?.promise;
    expect(promise?.state).toBe('due');
    expect(promise && promise.dueOn < '2026-11-22').toBe(true);
    const last = featured?.responses.at(-1);
    expect(last?.score).toBe(4);
    expect(last && Math.floor((start.getTime() - last.at.getTime()) / DAY)).toBeOneOf([11, 12]);
  });
});

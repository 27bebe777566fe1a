import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownAdapterId } from '@/lib/crm/teach/own-id';

describe('the id of what was taught on a host', () => {
  it.each([
    ['crm.acme.example', 'own-crm-acme-example'],
    ['crm-acme.example', 'own-crmq-acme-example'],
    ['q.example', 'own-qq-example'],
    ['CRM.example', 'own-crm-example'],
  ])('of %s is %s', (hostname, id) => expect(ownAdapterId(hostname)).toBe(id));

  it('is never that of another host, and always one that an adapter may have', () => {
    const letter = fc.constantFrom(...'.-qa0');
    const host = fc.array(letter, { minLength: 1, maxLength: 80 }).map((all) => all.join(''));
    fc.assert(
      fc.property(host, host, (one, other) => {
        expect(ownAdapterId(one)).toMatch(/^[a-z][a-z0-9-]{0,63}$/);
        expect(ownAdapterId(one) === ownAdapterId(other)).toBe(one === other);
      }),
    );
  });

  it('tells hosts too long for an id apart by their ends', () => {
    const long = (end: string) => `internal-a-rather-long-name.of-a-load-balancer.eu-west-1.${end}.example`;
    expect(ownAdapterId(long('a'))).not.toBe(ownAdapterId(long('b')));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts } from '@/lib/crm/read-facts';
import { rawIdentifierSchema } from '@/lib/domain/identifier';
import type { ReadAs } from '@/lib/protocol/crm-adapter';

const email = (value: string) => ({ kind: 'email', value });
const id = { system: 'crm', recordType: 'contact' };

describe('what a text says of a person', () => {
  it.each([
    ['Vera Lind <vera@x.example>', 'nameAndAddress', 'Vera Lind', email('vera@x.example')],
    ['"Lind, Vera" <vera@x.example>', 'nameAndAddress', 'Lind, Vera', email('vera@x.example')],
    ['<vera@x.example>', 'nameAndAddress', null, email('vera@x.example')],
    ['vera@x.example', 'nameAndAddress', null, email('vera@x.example')],
    ['Vera Lind', 'nameAndAddress', 'Vera Lind', null],
    ['Vera <a@x.example> <b@x.example>', 'nameAndAddress', 'Vera <a@x.example>', email('b@x.example')],
    ['Vera <no address>', 'nameAndAddress', 'Vera <no address>', null],
    ['vera@x.example', 'email', null, email('vera@x.example')],
    ['a@x.example, b@x.example', 'email', null, null],
    ['a@b@x.example', 'email', null, null],
    ['no address', 'email', null, null],
    [`${'x'.repeat(400)}@x.example`, 'email', null, null],
    ['+46 8 555 01', 'phone', null, { kind: 'phone', value: '+46 8 555 01' }],
    ['–', 'phone', null, null],
    ['12'.repeat(60), 'phone', null, null],
    ['27', id, null, { kind: 'externalId', ...id, value: '27' }],
    ['KD 4711 08', id, null, { kind: 'externalId', ...id, value: 'KD 4711 08' }],
    ['x'.repeat(65), id, null, null],
    ['my password is swordfish', id, null, null],
    ['Vera', 'name', 'Vera', null],
  ] as [string, ReadAs, string | null, unknown][])('%s as %o', (text, as, name, identifier) => {
    expect(readFacts(text, as)).toEqual({ name, identifier });
  });

  it('never gives what the background would refuse, whatever stands on the page', () => {
    const ways: ReadAs[] = ['name', 'email', 'phone', 'nameAndAddress', id];
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }),
      fc
        .tuple(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }))
        .map(([n, a]) => `${n} <${a}@x.example>`),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...ways), (line, as) => {
        const { name, identifier } = readFacts(line, as);
        expect(name?.length ?? 0).toBeLessThanOrEqual(300);
        if (identifier) expect(rawIdentifierSchema.safeParse(identifier).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});

import { expect, it } from 'vitest';
import type { Identifier } from '@/lib/domain/identifier';
import { importLookupSecret, lookupKey } from '@/lib/protocol/lookup-key';
import { hashUnder } from '@/server/publish/hash-identifier';

const base64 = btoa('0123456789abcdef0123456789abcdef');

it.each<Identifier>([
  { kind: 'email', value: 'marta.kowalczyk@example.org' },
  { kind: 'email', value: 'zoë@exämple.org' },
  { kind: 'phone', value: '+4420555010' },
  { kind: 'externalId', system: 'demo', recordType: 'customer', value: 'C-00202' },
])('the store gives $value the key that the extension looks up', async (id) => {
  expect(hashUnder(base64)(id).key).toBe(await lookupKey(await importLookupSecret(base64), id));
});

it('cuts key and check from HMAC-SHA-256 over kind, a zero byte and value', () => {
  const { key, check } = hashUnder(base64)({ kind: 'email', value: 'a@example.org' });
  // `hmac.new(b'0123456789abcdef0123456789abcdef', b'email\0a@example.org', 'sha256')` in Python
  expect([key, check]).toEqual([0x63ff953c94595692n, 0x07007179]);
});

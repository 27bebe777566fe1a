import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Identifier } from '@/lib/domain/identifier';
import { importLookupSecret, lookupKey } from '@/lib/protocol/lookup-key';

const raw = 'k'.repeat(32);
const secret = await importLookupSecret(btoa(raw));
const external = { kind: 'externalId', system: 'crm', recordType: 'contact', value: '17' } as const;

describe('what stands for an identifier', () => {
  it.each<[Identifier, string]>([
    [{ kind: 'email', value: 'märta@example.com' }, 'email\0märta@example.com'],
    [{ kind: 'phone', value: '+442079460202' }, 'phone\0+442079460202'],
    [external, 'externalId\0crm:contact:17'],
  ])('%j is the first 64 bits of an HMAC', async (id, text) => {
    const mac = createHmac('sha256', raw).update(text).digest('hex');
    expect((await lookupKey(secret, id)).toString(16).padStart(16, '0')).toBe(mac.slice(0, 16));
  });

  it('is another for another kind, another value and another organisation', async () => {
    const other = await importLookupSecret(btoa('x'.repeat(32)));
    const keys = [
      await lookupKey(secret, { kind: 'email', value: '17' }),
      await lookupKey(secret, { kind: 'phone', value: '17' }),
      await lookupKey(secret, { kind: 'phone', value: '18' }),
      await lookupKey(secret, external),
      await lookupKey(secret, { ...external, recordType: 'account' }),
      await lookupKey(other, external),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

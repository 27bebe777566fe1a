import { expect, it } from 'vitest';
import { identifierSchema, rawIdentifierSchema } from '@/lib/domain/identifier';
import { customerIdKind } from '@/server/cli/id-kind';

const terminal = { ask: null } as Parameters<typeof customerIdKind>[1];

it.each(['a:b', '', ' rt', '.rt', 'r/t', 'x'.repeat(65)])(
  '“%s” is no word of an external id',
  async (word) => {
    const id = { kind: 'externalId', system: 'rt', recordType: 'user', value: 'a:1' };
    for (const schema of [identifierSchema, rawIdentifierSchema]) {
      expect(schema.safeParse(id).success).toBe(true);
      expect(schema.safeParse({ ...id, system: word }).success).toBe(false);
      expect(schema.safeParse({ ...id, recordType: word }).success).toBe(false);
    }
    const given = (idSystem: string, idType: string) => customerIdKind({ idSystem, idType }, terminal);
    await expect(given(word, 'user')).rejects.toThrow('--id-system');
    await expect(given('rt', word)).rejects.toThrow(/^--id-type/);
  },
);

it('takes no numbers of tickets for those of customers', async () => {
  const given = customerIdKind({ idSystem: 'zendesk', idType: 'ticket' }, terminal);
  await expect(given).rejects.toThrow('is a case and no customer');
});

it.each(['rt', 'Demo', 'sf_org-1.2', '7'])('“%s” is a word of an external id', async (word) => {
  const kind = await customerIdKind({ idSystem: word, idType: 'user' }, terminal);
  expect(kind).toEqual({ system: word, recordType: 'user' });
});

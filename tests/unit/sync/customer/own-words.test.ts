import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identifier } from '@/lib/domain/identifier';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { importLookupSecret, lookupKey } from '@/lib/protocol/lookup-key';
import { ownWords } from '@/lib/sync/customer/own-words';

const secret = await importLookupSecret(btoa('k'.repeat(32)));
const email = (value: string): Identifier => ({ kind: 'email', value });
const keyOf = async (value: string) => (await lookupKey(secret, email(value))).toString(16);

const answer = (respondent?: string): CustomerDetail['responses'][number] => ({
  ...{ score: 4, at: '2026-11-10T09:00:00.000Z', verbatim: 'Billed twice.' },
  ...{ kind: 'relational', mode: 'web', about: null },
  ...(respondent !== undefined && { respondent }),
});
const detail = (...responses: CustomerDetail['responses']): CustomerDetail => ({
  ...{ number: 7, responses, notes: [], promises: [], openCase: null, complaint: null },
});

describe('an answer of an account', () => {
  it('keeps its words for whoever gave it', async () => {
    const known = detail(answer(await keyOf('ana@firm.example')), answer());
    expect(await ownWords(known, { identifiers: [email('ana@firm.example')] }, secret)).toEqual(known);
  });

  it('has none for another contact, who sees that it is another’s, and its score', async () => {
    const known = detail(answer(await keyOf('ana@firm.example')));
    const { responses } = await ownWords(known, { identifiers: [email('ben@firm.example')] }, secret);
    expect(responses).toMatchObject([{ score: 4, verbatim: '', byAnother: true }]);
  });

  it('keeps them where the page shows no address, or nobody knows whose answer it is', async () => {
    const known = detail(answer(await keyOf('ana@firm.example')));
    const phone: Identifier = { kind: 'phone', value: '+497115550202' };
    expect(await ownWords(known, { identifiers: [phone] }, secret)).toEqual(known);
    expect(await ownWords(detail(answer()), { identifiers: [email('ben@firm.example')] }, secret)).toEqual(
      detail(answer()),
    );
  });

  it('has none where nobody is signed in any more', async () => {
    const known = detail(answer(await keyOf('ana@firm.example')));
    const { responses } = await ownWords(known, { identifiers: [email('ana@firm.example')] }, null);
    expect(responses).toMatchObject([{ verbatim: '' }]);
  });

  it('never has words that another address than one on the page gave', async () => {
    const address = fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example');
    await fc.assert(
      fc.asyncProperty(fc.array(address), fc.array(address, { minLength: 1 }), async (gave, here) => {
        const known = detail(...(await Promise.all(gave.map(async (who) => answer(await keyOf(who))))));
        const { responses } = await ownWords(known, { identifiers: here.map(email) }, secret);
        gave.forEach((who, i) => {
          expect(responses[i]?.verbatim === '').toBe(!here.includes(who));
        });
      }),
    );
  });
});

import type { NoteCustomer } from '@/lib/domain/note';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { lookupKey } from '@/lib/protocol/lookup-key';

/**
 * Takes the words out of answers that another contact of the account gave: what one of them told us is not the next
 * one's to hear. Told by the addresses that stand on the page; where none does, nobody can tell.
 * @param secret hashes addresses, as the store did; null where nobody is signed in any more
 */
export async function ownWords(
  detail: CustomerDetail,
  { identifiers }: Pick<NoteCustomer, 'identifiers'>,
  secret: CryptoKey | null,
): Promise<CustomerDetail> {
  const addresses = identifiers.filter(({ kind }) => kind === 'email');
  if (addresses.length === 0) return detail;
  const keys = secret ? await Promise.all(addresses.map((id) => lookupKey(secret, id))) : [];
  const own = new Set(keys.map((key) => key.toString(16)));
  const responses = detail.responses.map((response) => {
    const { respondent } = response;
    if (respondent === undefined || own.has(respondent)) return response;
    return { ...response, verbatim: '', byAnother: true };
  });
  return { ...detail, responses };
}

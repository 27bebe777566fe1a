import type { Detection } from '../detect';
import type { ListRow } from './list-rows';

/**
 * The open record as a list of one, whose badge stands beside the customer's name. Null where a badge could be another
 * person's: several people, or a reading that a person has yet to confirm.
 */
export function recordRow(found: Detection): ListRow | null {
  if (found.state !== 'customer' || found.anchor === null || found.identity.trust !== 'proven') return null;
  const [identifiers, ...others] = found.identity.people;
  if (!identifiers || others.length > 0) return null;
  const { anchor } = found;
  return { row: anchor.parentElement ?? anchor, anchor, identifiers, key: JSON.stringify(identifiers) };
}

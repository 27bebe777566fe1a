import type { RawIdentifier } from '@/lib/domain/identifier';
import type { ReadAs } from '@/lib/protocol/crm-adapter';
import type { PickAs } from './lesson';

/** A value as it is compared, whoever spelled it: `(555) 010-0199` is what `tel:5550100199` says. */
export const plain = (as: PickAs, value: string): string =>
  as === 'phone' ? value.replace(/[^\d+]/g, '') : value.toLowerCase();

/** As what a person would point at what is read so. */
export function pickedAs(as: ReadAs): PickAs {
  if (typeof as === 'object') return 'number';
  return as === 'nameAndAddress' ? 'email' : as;
}

export const pickedKind = ({ kind }: RawIdentifier): PickAs => (kind === 'externalId' ? 'number' : kind);

/** The same for the same identifier. */
export const samenessOf = (identifier: RawIdentifier): string => {
  const as = pickedKind(identifier);
  return `${as} ${plain(as, identifier.value)}`;
};

import type { Identifier } from '@/lib/domain/identifier';

/** The text under which `identifier_owners` knows an identifier: `email:…`, `phone:+…`, `externalId:system:type:value`. */
export function identifierLookup(id: Identifier): string {
  const value = id.kind === 'externalId' ? `${id.system}:${id.recordType}:${id.value}` : id.value;
  return `${id.kind}:${value}`;
}

type IdentifierColumns = Pick<
  { kind: Identifier['kind']; system: string; record_type: string; value: string },
  'kind' | 'system' | 'record_type' | 'value'
>;

/** An identifier as the columns of the table `identifiers`. */
export function identifierColumns(id: Identifier): IdentifierColumns {
  const external = id.kind === 'externalId';
  return {
    kind: id.kind,
    system: external ? id.system : '',
    record_type: external ? id.recordType : '',
    value: id.value,
  };
}

/** The other way round. */
export function identifierOf(row: IdentifierColumns): Identifier {
  if (row.kind !== 'externalId') return { kind: row.kind, value: row.value };
  return { kind: 'externalId', system: row.system, recordType: row.record_type, value: row.value };
}

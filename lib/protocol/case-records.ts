import type { ExternalIdKind } from './crm-adapter';

/**
 * Of the CRMs that Heed knows, the types of record that are a case: a ticket, a conversation, a deal. One person has
 * many, so its number is nobody's: neither whom a page has open nor whom a note is about.
 */
export const caseRecords = {
  chatwoot: ['conversation'],
  'dynamics-365': ['case'],
  espocrm: ['case'],
  freshdesk: ['ticket'],
  front: ['conversation'],
  gorgias: ['ticket'],
  'help-scout': ['conversation'],
  hubspot: ['ticket'],
  intercom: ['ticket', 'conversation'],
  odoo: ['lead', 'ticket'],
  pipedrive: ['lead'],
  salesforce: ['case'],
  servicenow: ['case'],
  suitecrm: ['case'],
  zammad: ['ticket'],
  zendesk: ['ticket'],
  'zoho-crm': ['case'],
  'zoho-desk': ['ticket'],
} as const;

export type CaseSystem = keyof typeof caseRecords;
export type CaseRecord<System extends CaseSystem> = (typeof caseRecords)[System][number];

const known: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(caseRecords));

/** Is a number of this kind a case's, and so nobody's? */
export function isCaseRecord({ system, recordType }: ExternalIdKind): boolean {
  return known.get(system.toLowerCase())?.includes(recordType.toLowerCase()) ?? false;
}

import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { CallingHours } from '@/lib/domain/calling-hours';
import type { RiskLevel } from '@/lib/domain/card';
import type { Direction, NoteContent, NoteCustomer, NoteMove } from '@/lib/domain/note';
import type { Playbook } from '@/lib/domain/playbook';
import type { Confidentiality, SurveyKind, SurveyMode } from '@/lib/domain/response';
import type { RiskThresholds } from '@/lib/domain/risk';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import type { Manifest } from '@/lib/protocol/manifest';
import type { ApprovalTables } from './approval-tables';
import type { AuthTables } from './auth-schema';
import type { DeskTables } from './desk-tables';
import type { DoubtTables } from './doubt-tables';
import type { HandoverTables } from './handover-tables';
import type { OfferTables } from './offer-tables';
import type { OutreachTables } from './outreach-tables';
import type { PaceTables } from './pace-tables';
import type { PlaybookLogTables } from './playbook-log-tables';
import type { ReasonTables } from './reason-tables';
import type { SignalTables } from './signal-tables';
import type { TeamTables } from './team-tables';

/** `YYYY-MM-DD`, in and out; never a Date, which would shift with the machine's zone. */
type Day = string;
type Json<T extends object | null> = JSONColumnType<T, string, string>;
/** Nobody says it at first. */
type LaterText = ColumnType<string | null, string | null | undefined, string | null>;
type NullableJson<T extends object> = ColumnType<T | null, string | null, string | null>;

type Organisation = {
  /** always 1 */
  id: number;
  name: string;
  default_region: string;
  currency: string;
  generated: boolean;
  at_risk_share: number;
  /** null until the first re-scoring */
  risk_thresholds: NullableJson<RiskThresholds>;
  /** the lookup secret: base64 of 32 bytes */
  lookup_key: string;
  /** with the next: which CRM's numbers callers are asked for; null until somebody says it */
  account_system: LaterText;
  account_record_type: LaterText;
  /** calendar, complaint clocks, required fields: as far as somebody has said; see `organisationRulesSchema` */
  rules: ColumnType<Record<string, unknown>, string | undefined, string>;
  /** with a note's id it says whether chance picks the note for a look; told to nobody, who could else pick ids by it */
  sample_seed: Generated<string>;
  /** when people may be called, by the region their numbers are of; what isn't said here is `defaultHours` */
  calling_hours: ColumnType<CallingHoursByRegion | null, string | null | undefined, string | null>;
};

export type CallingHoursByRegion = Record<string, CallingHours>;

type Reasons = {
  code: string;
  category: string;
  label: string;
  contact_reason: boolean;
  position: number;
};

type Playbooks = { playbook_id: string; version: number; content: Json<Playbook> };

type Customers = {
  customer_id: string;
  /** as the organisation's own file spells it; empty where only identifiers are known */
  name: string;
  tier: string | null;
  since: Day | null;
  contract: 'monthly' | 'yearly' | 'longer' | null;
  monthly_value_minor: number | null;
  status: 'active' | 'lost';
  support_needed: boolean;
  do_not_contact: boolean;
  generated: boolean;
  created_at: Date;
  updated_at: Date;
};

/** `system` and `record_type` are empty for e-mails and phones. */
type Identifiers = {
  customer_id: string;
  kind: 'email' | 'phone' | 'externalId';
  system: string;
  record_type: string;
  /** canonical */
  value: string;
  /** as it was spelled where it came from */
  shown: string;
};

type Responses = {
  customer_id: string;
  response_id: string;
  /** the id the answer has in the file it came from, or one made from its row: a second import finds it again */
  source_id: string;
  score: number | null;
  verbatim: string;
  answered_at: Date;
  kind: SurveyKind;
  mode: SurveyMode;
  confidentiality: Confidentiality;
  /** journey stage or touchpoint */
  about: string | null;
  /** the address by which it was known whose answer this is: which contact of an account gave it; null where nobody knows */
  respondent: LaterText;
  generated: boolean;
};

type Notes = {
  customer_id: string;
  note_id: string;
  author_id: string;
  content: Json<NoteContent>;
  /** whom the author said it was about */
  customer_ref: Json<NoteCustomer>;
  moves: Json<NoteMove[]>;
  started_at: Date;
  ended_at: Date;
  received_at: Date;
  generated: boolean;
  /** who rang whom: only what comes in is a contact of theirs */
  direction: Generated<Direction>;
  /** who imported it from a file; null for what its author sent */
  imported_by: string | null;
  /** whom that file names: their name where no such user is known here any more */
  claimed_author: string | null;
  /** of `content`; rises by one with every edit */
  version: Generated<number>;
  /** who wrote this version, and when; null for the first, which is the author's own */
  edited_by: string | null;
  edited_at: Date | null;
  /** who handed it over half-written; null where its author began it */
  begun_by: LaterText;
  /** reasons that were suggested while it was written; null where nobody knows */
  suggested: ColumnType<string[] | null, string | null | undefined, string | null>;
};

/** What a note said before it was edited: nothing said is ever lost. The newest version is in `notes` alone. */
type NoteVersions = {
  customer_id: string;
  note_id: string;
  version: number;
  content: Json<NoteContent>;
  written_by: string;
  written_at: Date;
};

/** "Broken" is never stored: it is `due` with the day gone by. */
type Promises = {
  customer_id: string;
  promise_id: string;
  note_id: string | null;
  what: string;
  due_on: Day;
  by: string;
  state: 'due' | 'kept';
};

type Cases = {
  customer_id: string;
  case_id: string;
  opened_at: Date;
  due_at: Date;
  closed_at: Date | null;
};

/** `imported_digest` is null for what came from its author's own computer, under their sign-in. */
type AppliedMutations = {
  customer_id: string;
  mutation_id: string;
  applied_at: Date;
  imported_digest: string | null;
};

/** `mark` changes with every marking, so that the publisher takes away only what it has seen. */
type DirtyCustomers = { customer_id: string; mark: string; marked_at: Date };

/** From an identifier's lookup text (`identifier-lookup.ts`) to who is known by it; an external id has one owner. */
type IdentifierOwners = { lookup: string; customer_id: string; is_external_id: boolean };

/** Permanent: a row is never deleted, a number never given twice. */
type CardNumbers = { number: number; customer_id: string };

type NoteOwners = { note_id: string; customer_id: string };

/** Who gave an answer that was imported: a file can say later that it was somebody else. */
type ResponseOwners = { source_id: string; customer_id: string };

type PublisherState = {
  /** always 1 */
  id: number;
  last_version: number;
  last_number: number;
  rescored_at: Date | null;
  /** a UUID: another one means that nothing published before may be believed */
  book: string;
  /** cards there are */
  customers: number;
};

/** What every number says now, which is what blocks are made of. */
type PublishedCards = {
  number: number;
  customer_id: string;
  version: number;
  /** `gone` is in no block: it keeps the number for its customer */
  kind: 'card' | 'merged' | 'gone';
  /** of a card: what its body says as well, so that the database can count it */
  level: RiskLevel | null;
  scored_at: Date | null;
  /** a card as `encodeCard` makes it; the number that a merged one points on to; nothing */
  body: Uint8Array;
  /** 8 bytes each, ascending */
  keys: Uint8Array;
};

/** From a key, as 8 bytes, to a card; `checked` tells two identifiers with one key apart. */
type PublishedKeys = { key: Uint8Array; number: number; checked: number };

/** Keys that were left out of a card, since another identifier's text has them already. */
type RefusedKeys = { number: number; key: Uint8Array };

type BlockDigests = { kind: 'cards' | 'keys'; n: number; a: number; b: number };

/** Pages as they are sent. */
type DeltaPages = {
  page: number;
  is_full: boolean;
  bytes: Uint8Array;
};

type Snapshots = {
  snapshot_id: string;
  /** the manifest's */
  version: number;
  /** how far the book was when the snapshot was begun */
  built_at_version: number;
  manifest: Json<Manifest>;
  created_at: Date;
  superseded_at: Date | null;
};

/** How extensions read CRMs; without content it only switches off what they know themselves. */
type CrmAdapters = {
  adapter_id: string;
  content: NullableJson<CrmAdapter>;
  off: boolean;
  changed_by: string;
  changed_at: Date;
};

export type Database = AuthTables &
  ApprovalTables &
  DeskTables &
  OfferTables &
  DoubtTables &
  HandoverTables &
  PaceTables &
  OutreachTables &
  PlaybookLogTables &
  ReasonTables &
  SignalTables &
  TeamTables & {
    organisation: Organisation;
    reasons: Reasons;
    playbooks: Playbooks;
    customers: Customers;
    identifiers: Identifiers;
    responses: Responses;
    notes: Notes;
    note_versions: NoteVersions;
    promises: Promises;
    cases: Cases;
    applied_mutations: AppliedMutations;
    dirty_customers: DirtyCustomers;
    identifier_owners: IdentifierOwners;
    card_numbers: CardNumbers;
    note_owners: NoteOwners;
    response_owners: ResponseOwners;
    publisher_state: PublisherState;
    published_cards: PublishedCards;
    published_keys: PublishedKeys;
    refused_keys: RefusedKeys;
    block_digests: BlockDigests;
    delta_pages: DeltaPages;
    snapshots: Snapshots;
    crm_adapters: CrmAdapters;
  };

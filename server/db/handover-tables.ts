import type { JSONColumnType } from 'kysely';
import type { Direction, NoteContent, NoteCustomer, NoteMove } from '@/lib/domain/note';

type Json<T extends object> = JSONColumnType<T, string, string>;

/** A half-written note that its giver put into other hands. The note that becomes of it has its id. */
type Handovers = {
  customer_id: string;
  handover_id: string;
  given_by: string;
  /** either a team or one user */
  to_team: string | null;
  to_user: string | null;
  ask: string;
  on_line: boolean;
  direction: Direction;
  content: Json<NoteContent>;
  customer_ref: Json<NoteCustomer>;
  moves: Json<NoteMove[]>;
  started_at: Date;
  given_at: Date;
  expires_at: Date;
  state: 'waiting' | 'taken' | 'withdrawn';
  taken_by: string | null;
  taken_at: Date | null;
};

/** On whom a handover lies; `open` until its giver has read what became of it. */
type HandoverOwners = { handover_id: string; customer_id: string; given_by: string; open: boolean };

export type HandoverTables = { handovers: Handovers; handover_owners: HandoverOwners };

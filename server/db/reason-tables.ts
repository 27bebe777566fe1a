import type { JSONColumnType } from 'kysely';
import type { PackedModel } from '@/lib/protocol/reason-model';

/** What the notes taught: one row. `learned_from` is how many there were. */
type ReasonModels = {
  /** always 1 */
  id: number;
  version: string;
  learned_from: number;
  learned_at: Date;
  content: JSONColumnType<PackedModel, string, string>;
};

export type ReasonTables = { reason_models: ReasonModels };

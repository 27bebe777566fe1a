import { createHash } from 'node:crypto';
import type { Identifier } from '@/lib/domain/identifier';
import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';
import { normaliseIdentifier } from '@/lib/domain/normalise-identifier';
import type { ReadCell } from './customer-row';
import type { Issue } from './issue';
import type { ResponseMapping } from './mapping';
import { parseScore } from './parse-cell';
import { type DateOrder, parseInstant } from './parse-time';
import type { ZonedTime } from './zoned-time';

export type ResponseRow = {
  row: number;
  sourceId: string;
  /** who answered; a phone may be read as two numbers */
  customer: Identifier[];
  /** for the report, if nobody is known by it */
  customerCell: { column: string; value: string };
  score: number | null;
  answeredAt: Date;
  verbatim: string;
  about: string | null;
};

export type ResponseContext = {
  mapping: ResponseMapping;
  region: string;
  zone: ZonedTime;
  dateOrder: DateOrder;
  /** answers dated later can't have been given yet */
  latest: Date;
};

/** An answer without an id is itself: who, when, how much, in which words. */
function sourceIdOf(parts: readonly string[]): string {
  return `row-${createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32)}`;
}

/** What a row says of one answer, or why it can't be kept: an answer with a wrong score or time is worse than none. */
export function readResponseRow(
  row: number,
  cell: ReadCell,
  context: ResponseContext,
): { response: ResponseRow | null; issues: Issue[] } {
  const { mapping: m, region, zone, dateOrder, latest } = context;
  const issues: Issue[] = [];
  const refuse = (column: string, reason: string) =>
    issues.push({ row, column, value: cell(column), reason, refused: 'row' });
  const { column } = m.customer;
  const value = cell(column);
  const raw =
    m.customer.by === 'externalId'
      ? { kind: m.customer.by, system: m.customer.system, recordType: m.customer.recordType, value }
      : { kind: m.customer.by, value };
  const customer = normaliseIdentifier(raw, region);
  if (customer.length === 0) refuse(column, value === '' ? 'no customer' : 'not a customer’s id or address');
  const score = parseScore(cell(m.score));
  if ('fault' in score) refuse(m.score, score.fault);
  const at = parseInstant(cell(m.answeredAt), zone, dateOrder);
  if ('fault' in at) refuse(m.answeredAt, at.fault);
  else if (at.value > latest) refuse(m.answeredAt, 'still to come');
  if (issues.length > 0 || 'fault' in score || 'fault' in at) return { response: null, issues };
  const verbatim = m.verbatim ? cell(m.verbatim) : '';
  const id = m.responseId ? cell(m.responseId) : '';
  const sourceId = id || sourceIdOf([value, cell(m.answeredAt), cell(m.score), verbatim]);
  return {
    response: {
      row,
      sourceId,
      customer,
      customerCell: { column, value },
      score: score.value,
      answeredAt: at.value,
      verbatim: maskCardNumbers(verbatim),
      about: (m.about && cell(m.about)) || null,
    },
    issues,
  };
}

import { createHash } from 'node:crypto';
import type { Playbook } from '@/lib/domain/playbook';

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Tells whether anybody has changed a playbook. Its currency is the organisation's, and JSON in a database has no order. */
export function playbookDigest({
  id: _id,
  version: _version,
  currency: _currency,
  ...said
}: Playbook): string {
  return createHash('sha256').update(JSON.stringify(said, sorted)).digest('hex');
}

import { MINUTE } from '@/lib/platform/clock';
import { mayDisclose } from './may-disclose';
import type { Caller } from './note';

/** A call is put through within minutes; after that nobody holds the line. */
const LIVE_FOR = 10 * MINUTE;

type Given = { verified: boolean; onLine: boolean; givenAt: string };

/**
 * May what was handed over be read aloud now? For a caller whom the reader has verified: yes. For one who is being put
 * through: the giver verified them and holds the line, so that the words are there at once, and nothing else of the account
 * is: the reader still asks who it is. For somebody else: never.
 */
export function mayReadHandover(given: Given, { caller, now }: { caller: Caller; now: Date }): boolean {
  if (mayDisclose(caller)) return true;
  const age = now.getTime() - Date.parse(given.givenAt);
  return caller === 'unverified' && given.verified && given.onLine && age < LIVE_FOR;
}

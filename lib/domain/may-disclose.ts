import type { Caller } from './note';

/** Customer and authorised callers may hear account facts; other and unverified may not. */
export function mayDisclose(caller: Caller): boolean {
  return caller === 'customer' || caller === 'authorised';
}

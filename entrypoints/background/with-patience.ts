import { SECOND } from '@/lib/platform/clock';

/**
 * What a tab answers; undefined where it takes too long. One that is frozen, under an open `alert()` or in a debugger
 * answers nothing, not even an error, until it goes on.
 */
export function withPatience<T>(answer: Promise<T>, patience = SECOND): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  return Promise.race([answer, late]);
}

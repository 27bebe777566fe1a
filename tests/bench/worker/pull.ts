import { createSync } from '@/tests/e2e/background/sync-in-page';
import { timed } from '../timed';
import { openedBook } from './opened-book';

/** A first sync, or the changes since; ms. */
export async function pull(): Promise<number> {
  const run = createSync(openedBook());
  let kind = '';
  const ms = await timed(async () => {
    kind = (await run()).outcome.kind;
  });
  if (kind !== 'ok') throw new Error(`The pull ended with ${kind}`);
  return ms;
}

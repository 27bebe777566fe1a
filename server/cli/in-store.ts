import type { Command } from 'commander';
import type { GlobalOptions, Store } from './with-store';

/** What commands do is loaded by the one that is given: a database and sign-in take a second and more to load. */
export async function inStore<T>(command: Command, work: (store: Store) => Promise<T>): Promise<T> {
  const { withStore } = await import('./with-store');
  return withStore(command.optsWithGlobals<GlobalOptions>(), work);
}

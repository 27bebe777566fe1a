import { createApprovalServices } from './services/create-approvals';
import { createNetwork } from './services/create-network';
import { createNotes } from './services/create-notes';
import { createPages } from './services/create-pages';
import { createStorage } from './services/create-storage';
import { createSync } from './services/create-sync';
import { logError } from './services/shared';

/** Everything the background is made of. Opens nothing and calls nothing yet: listeners come first. */
export function createServices() {
  const storage = createStorage();
  const network = createNetwork(storage);
  const pages = createPages(storage, network);
  const sync = createSync(storage, network, pages);
  const notes = createNotes(storage, network, { pages, sync });
  const asking = createApprovalServices(storage, network, { pages, sync });
  return { ...asking, ...storage, ...network, ...pages, ...sync, ...notes, logError };
}

export type Services = ReturnType<typeof createServices>;

import { createDesk } from '@/lib/sync/desk/desk';
import { createTeams } from '@/lib/sync/teams/teams';
import { createApprovalServices } from './services/create-approvals';
import { createDoubts } from './services/create-doubts';
import { createHandovers } from './services/create-handovers';
import { createLookingUp } from './services/create-lookups';
import { createNetwork } from './services/create-network';
import { createNotes } from './services/create-notes';
import { createOutreachServices } from './services/create-outreach';
import { createPages } from './services/create-pages';
import { createPrompts } from './services/create-prompts';
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
  const handovers = createHandovers({ storage, network, pages, sync, notes: notes.parts });
  const outreach = createOutreachServices(storage, network, { ...pages, calls: notes.calls });
  const doubts = createDoubts(storage, network, pages);
  const prompts = createPrompts(network);
  const lookingUp = createLookingUp(storage, network, { pages, notes, sync });
  const asking = createApprovalServices(storage, network, { pages, sync });
  const desk = createDesk(network);
  const teams = createTeams(network);
  const onDemand = { desk, teams, ...asking, ...handovers, ...outreach, ...doubts, ...prompts, ...lookingUp };
  return { ...storage, ...network, ...pages, ...sync, ...notes, ...onDemand, logError };
}

export type Services = ReturnType<typeof createServices>;

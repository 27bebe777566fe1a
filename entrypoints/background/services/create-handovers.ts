import { createCallSubject } from '@/lib/sync/handover/call-subject';
import { createColleagues } from '@/lib/sync/handover/colleagues';
import { createGiveNote } from '@/lib/sync/handover/give-note';
import { createGivenHandovers } from '@/lib/sync/handover/given-handovers';
import { createGivenNames } from '@/lib/sync/handover/given-names';
import { createTakeHandover } from '@/lib/sync/handover/take-handover';
import type { NoteBegin } from '@/lib/sync/notes/begin-note';
import type { DraftWords } from '@/lib/sync/notes/draft-words';
import type { SeenRevisions } from '@/lib/sync/notes/seen-revisions';
import { exclusive } from '../browser-storage';
import type { Network } from './create-network';
import type { Pages } from './create-pages';
import type { Storage } from './create-storage';
import type { Sync } from './create-sync';
import { clock, session } from './shared';

type Notes = { begin: NoteBegin; words: DraftWords; seen: SeenRevisions };
type Around = { storage: Storage; network: Network; pages: Pages; sync: Sync; notes: Notes };

/** Half-written notes from rep to rep. */
export function createHandovers({ storage, network, pages, sync, notes }: Around) {
  const { drafts, outbox, meta, handBack } = storage;
  const { account } = network;
  const { slots, storeNames } = pages;
  const names = createGivenNames(session);
  const base = { account, drafts, outbox, exclusive, clock, names, storeNames, ...notes };
  const push = () => sync.loop.run('asked');
  return {
    give: createGiveNote({ ...base, clientId: meta.clientId }),
    handovers: createTakeHandover({ ...base, subject: createCallSubject({ ...base, slots }) }),
    given: createGivenHandovers({ ...base, ...session, handBack, push }),
    colleagues: createColleagues({ account, ...session }),
  };
}

import { browser } from 'wxt/browser';
import { z } from 'zod';
import { BookDb } from '@/lib/cache/book-db';
import { createBookStore } from '@/lib/cache/book-store';
import { createConflicts } from '@/lib/cache/conflicts';
import { createDetails } from '@/lib/cache/details';
import { DetailsDb } from '@/lib/cache/details-db';
import { createDrafts } from '@/lib/cache/drafts';
import { NotesDb } from '@/lib/cache/notes-db';
import { createNotesMeta } from '@/lib/cache/notes-meta';
import { createOutbox } from '@/lib/cache/outbox';
import { createOutboxRows } from '@/lib/cache/outbox-rows';
import { createUserKeys } from '@/lib/cache/user-key';
import { adapters as builtInAdapters } from '@/lib/crm/registry';
import { createPairing } from '@/lib/messaging/pairing';
import { type Classified, classifySender, type SenderFacts } from '@/lib/messaging/sender';
import { createViewPorts } from '@/lib/messaging/view-ports';
import { systemClock } from '@/lib/platform/clock';
import { createErrorLog } from '@/lib/platform/error-log';
import { createStoredValue } from '@/lib/platform/stored-value';
import { createAccount } from '@/lib/sync/account';
import { createAccountKinds } from '@/lib/sync/account-kinds';
import { createAdapterNews } from '@/lib/sync/adapter-news';
import { createAllHere } from '@/lib/sync/all-here';
import { createNoteBegin } from '@/lib/sync/begin-note';
import { createBookProgress } from '@/lib/sync/book-progress';
import { createCalls } from '@/lib/sync/calls';
import { createCrmAdapters } from '@/lib/sync/crm-adapters';
import { createCustomerDetail } from '@/lib/sync/customer-detail';
import { createDraftWords } from '@/lib/sync/draft-words';
import { createDraftWrites } from '@/lib/sync/draft-writes';
import { createOutboxExport } from '@/lib/sync/export-outbox';
import { createGetBook } from '@/lib/sync/get-book';
import { createNotesImport } from '@/lib/sync/import-notes';
import { createKeptDetails } from '@/lib/sync/kept-details';
import { createLearnedSites } from '@/lib/sync/learned-sites';
import { createPeopleLookup } from '@/lib/sync/look-up-people';
import { createLookupPace } from '@/lib/sync/lookup-pace';
import { createMendBlocks } from '@/lib/sync/mend-blocks';
import { createNoteEdits } from '@/lib/sync/note-edits';
import { createOAuth } from '@/lib/sync/oauth';
import { createPageChoices } from '@/lib/sync/page-choices';
import { createPageLevels, type ListSettings } from '@/lib/sync/page-levels';
import { createPageReports } from '@/lib/sync/page-reports';
import { createPageSlots } from '@/lib/sync/page-slots';
import { createPhone } from '@/lib/sync/phone';
import { createPolicy } from '@/lib/sync/policy';
import { createPull } from '@/lib/sync/pull';
import { createPush } from '@/lib/sync/push';
import { createRingSlots } from '@/lib/sync/ring-slots';
import { createRings } from '@/lib/sync/rings';
import { createSaveNote } from '@/lib/sync/save-note';
import { createSeenRevisions } from '@/lib/sync/seen-revisions';
import { DEFAULT_SERVER } from '@/lib/sync/server-address';
import { createSidebarView } from '@/lib/sync/sidebar-view';
import { createSilentSignIn } from '@/lib/sync/silent-sign-in';
import { createSiteAnswers } from '@/lib/sync/site-answers';
import { createStorageWitness } from '@/lib/sync/storage-witness';
import { createSyncLoop } from '@/lib/sync/sync-loop';
import { createSyncStatus } from '@/lib/sync/sync-status';
import { createTabStates } from '@/lib/sync/tab-state';
import { createTeachSessions } from '@/lib/sync/teach-sessions';
import { createTransport } from '@/lib/sync/transport';
import { createUnsentNotes } from '@/lib/sync/unsent-notes';
import { forgetAllChoices, repaintTabs } from './all-tabs';
import { askPage } from './ask-page';
import { exclusive, localArea, managedArea, sessionArea } from './browser-storage';
import { lookToLearn } from './look-to-learn';
import { createSites } from './sites';
import { adaptersChanged } from './tell-pages';
import { createToolbar } from './toolbar';

const clock = systemClock;
const session = { area: sessionArea, exclusive };
const logError = createErrorLog((text) => console.error(text));

function createStorage() {
  const notesDb = new NotesDb();
  const userKeys = createUserKeys(notesDb);
  const rows = createOutboxRows(notesDb, userKeys);
  const meta = createNotesMeta(notesDb, userKeys);
  const serverUrl = {
    area: localArea,
    exclusive,
    key: 'serverUrl',
    schema: z.url(),
    fallback: DEFAULT_SERVER,
  };
  return {
    policy: createPolicy({ managed: managedArea, area: localArea, exclusive }),
    details: createDetails(new DetailsDb()),
    book: createBookStore(new BookDb()),
    meta,
    witness: createStorageWitness({ area: localArea, exclusive, clock, clientId: meta.clientId }),
    drafts: createDrafts(notesDb, userKeys),
    outbox: createOutbox(notesDb, rows),
    conflicts: createConflicts(notesDb, rows),
    server: createStoredValue<string>(serverUrl),
    lists: createStoredValue<ListSettings>({
      ...{ area: localArea, exclusive, key: 'lists' },
      schema: z.object({ shown: z.boolean(), pausedAt: z.string().nullable() }),
      fallback: { shown: true, pausedAt: null },
    }),
  };
}

type Storage = ReturnType<typeof createStorage>;

function createNetwork({ details, meta, server }: Storage) {
  const serverUrl = server.read;
  const transport = createTransport({ fetch: (...args) => fetch(...args), serverUrl, now: clock.now });
  const oauth = createOAuth({
    transport,
    serverUrl,
    launch: (url, interactive) => browser.identity.launchWebAuthFlow({ url, interactive }),
    redirectUrl: browser.identity.getRedirectURL(),
    now: () => clock.now().getTime(),
  });
  const account = createAccount({ ...session, local: localArea, clock, transport, oauth, meta, serverUrl });
  const silentSignIn = createSilentSignIn({ ...session, clock, account });
  const kept = createKeptDetails({ account, details, exclusive, clock, logError });
  return { account, transport, silentSignIn, kept };
}

type Network = ReturnType<typeof createNetwork>;

/** On which sites Heed may stand, who may ask from there, and how their pages are read. */
function createKnownSites({ book, server }: Storage, { account }: Network) {
  const adapters = createCrmAdapters({ area: localArea, exclusive, account, builtIn: builtInAdapters });
  const adapterNews = createAdapterNews({ ...session, account, tell: adaptersChanged });
  const siteAnswers = createSiteAnswers({ area: localArea, exclusive, adapters });
  const lookUp = createPeopleLookup({ account, book });
  const learnedSites = createLearnedSites({ ...session, adapters, lookUp, look: lookToLearn });
  const sites = createSites({ storeOrigin: server.read, exclusive, ask: askPage });
  const classify = async (sender: SenderFacts): Promise<Classified> => {
    const isGranted = await sites.checker();
    return classifySender(sender, { id: browser.runtime.id, origin: location.origin, isGranted });
  };
  const isTop = async (tabId: number, documentId: string | null) =>
    (await askPage(tabId, documentId)) !== undefined;
  const pairing = createPairing({ ...session, clock, isTop });
  const views = createViewPorts({ classify, isPaired: pairing.isPaired });
  return { adapters, adapterNews, siteAnswers, learnedSites, sites, classify, pairing, views };
}

type KnownSites = ReturnType<typeof createKnownSites>;

/** Who a tab shows, by the customers who are here. */
function createShown({ book }: Storage, { account }: Network, { siteAnswers, sites, views }: KnownSites) {
  const paces = { ...session, now: () => clock.now().getTime() };
  const listPace = createLookupPace({ ...paces, what: 'lists' });
  const recordPace = createLookupPace({ ...paces, what: 'records' });
  const tabs = createTabStates({ ...session, ask: askPage });
  const progress = createBookProgress({ ...session, clock, onChange: () => views.changed() });
  const isAllHere = createAllHere({ account, book, progress });
  const isGranted = async (origin: string) => (await sites.checker())(origin);
  const slots = createPageSlots({
    ...{ account, book, tabs, siteAnswers, isAllHere, isGranted },
    pace: recordPace,
  });
  const choices = createPageChoices({ tabs, slots, isAllHere });
  const forgetChoices = () => forgetAllChoices(tabs);
  return { tabs, progress, slots, choices, forgetChoices, listPace, recordPace };
}

function createPages(storage: Storage, network: Network) {
  const known = createKnownSites(storage, network);
  const shown = createShown(storage, network, known);
  const { book, drafts, lists, policy } = storage;
  const { account } = network;
  const { views } = known;
  const { tabs, slots, listPace, recordPace } = shown;
  const reports = createPageReports({
    account,
    drafts,
    tabs,
    slots,
    pace: recordPace,
    now: () => performance.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    taken: (tabId) => views.changed(tabId),
    resumed: (tabId) => {
      views.changed(tabId);
      reports
        .badge(tabId)
        .then((badge) => toolbar.show(tabId, badge))
        .catch((error) => logError('badges', error));
    },
  });
  const now = () => clock.now().toISOString();
  const levels = createPageLevels({ account, book, pace: listPace, settings: lists, policy, now });
  const rings = createRings({ ...session, clock });
  const toolbar = createToolbar(async () => (await rings.waiting()).length > 0);
  return { ...known, ...shown, reports, levels, rings, toolbar, teaching: createTeachSessions(session) };
}

type Pages = ReturnType<typeof createPages>;

function createSync(
  { book, drafts, outbox, witness }: Storage,
  { account, transport }: Network,
  pages: Pages,
) {
  const repaintBadges = () => repaintTabs({ ...pages, logError });
  const { progress } = pages;
  const loop = createSyncLoop({
    ...session,
    clock,
    random: Math.random,
    account,
    push: createPush({ account, outbox, exclusive, clock, onFewer: () => pages.views.counted() }),
    pull: createPull({
      ...{ account, book, exclusive, clock },
      getBook: createGetBook({ account, transport, book, progress, clock }),
      mendBlocks: createMendBlocks({ account, book }),
    }),
    onOrganisation: pages.adapterNews,
    onChange: ({ cards: changed }) => {
      pages.views.changed();
      if (changed) repaintBadges().catch((error) => logError('badges', error));
    },
  });
  book.whenDamaged(() => {
    // In its turn: were it urgent, a block that the store can't mend would be asked for without a pause.
    loop.run('port').catch((error) => logError('sync', error));
  });
  return {
    loop,
    repaintBadges,
    status: createSyncStatus({ account, book, progress, drafts, outbox, loop, witness }),
  };
}

type Sync = ReturnType<typeof createSync>;

function createNotes(
  storage: Storage,
  { account, kept }: Network,
  { pages, sync }: { pages: Pages; sync: Sync },
) {
  const { book, drafts, outbox, conflicts, meta } = storage;
  const { slots, tabs, rings } = pages;
  const words = createDraftWords({ ...session, drafts });
  const seen = createSeenRevisions(session);
  const begin = createNoteBegin({ account, drafts, words, exclusive, clock });
  const base = { account, begin, drafts, words, seen, slots, exclusive, clock };
  const calls = createCalls(base);
  const ringSlots = createRingSlots({
    ...{ account, book, accountKinds: createAccountKinds({ account, adapters: pages.adapters }) },
  });
  const phone = createPhone({ account, drafts, rings, ringSlots, calls });
  return {
    calls,
    phone,
    writeDraft: createDraftWrites(base),
    save: createSaveNote({ ...base, clientId: meta.clientId, outbox, tabs, ask: askPage }),
    view: createSidebarView({ ...base, phone, status: sync.status }),
    detail: createCustomerDetail({ ...base, kept }),
    edits: createNoteEdits({ ...base, outbox, conflicts }),
    unsent: createUnsentNotes({ account, outbox, conflicts }),
    exportOutbox: createOutboxExport({ account, outbox, clock }),
    importNotes: createNotesImport({ account }),
  };
}

/** Everything the background is made of. Opens nothing and calls nothing yet: listeners come first. */
export function createServices() {
  const storage = createStorage();
  const network = createNetwork(storage);
  const pages = createPages(storage, network);
  const sync = createSync(storage, network, pages);
  const notes = createNotes(storage, network, { pages, sync });
  return { ...storage, ...network, ...pages, ...sync, ...notes, logError };
}

export type Services = ReturnType<typeof createServices>;

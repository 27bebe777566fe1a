import { parseArgs } from 'node:util';
import buildExtension, { builds } from '../e2e/support/build-extension';
import { measureBadge } from './badge';
import { type BookSession, openBookSession } from './book-session';
import { measureContent } from './content';
import { measureDelta } from './delta';
import { type Figure, printFigures } from './figure';
import { measureHerd } from './herd';
import { measureLookup } from './lookup';
import { measureOutbox } from './outbox';
import { measureReasons, readCodedNotes, readTelco } from './reasons';
import { measureServer } from './server';
import { measureSizes } from './size';
import { openStoreSession, type StoreSession } from './store-session';
import { measureSync } from './sync';
import { measureTyping } from './typing';

const USAGE =
  'npm run bench -- [size|badge|content|typing|sync|lookup|delta|outbox|server|herd|reasons]… [--customers N] [--against N] [--notes N] [--train FILE --test FILE] [--profile] [--json]';

type Run = {
  customers: number;
  /** what was asked for; null where nothing was */
  asked: number | null;
  book(): Promise<BookSession>;
  store(): Promise<StoreSession>;
  against: number | null;
  notes: number;
  train: string | undefined;
  test: string | undefined;
  profile: boolean;
};

const benches = {
  size: async () => {
    buildExtension();
    return measureSizes(builds.store);
  },
  badge: async ({ profile }: Run) => {
    buildExtension();
    return measureBadge(profile);
  },
  content: async () => {
    buildExtension();
    return measureContent();
  },
  typing: async ({ asked, profile }: Run) => {
    buildExtension();
    return measureTyping(asked ?? 1_000_000, profile);
  },
  sync: async (run: Run) => measureSync(await run.book()),
  lookup: async (run: Run) => measureLookup(await run.book()),
  delta: async (run: Run) => measureDelta(await run.book(), run.against, run.profile),
  outbox: async (run: Run) => measureOutbox(await run.store(), run.notes),
  server: async (run: Run) => measureServer(await run.store(), run.customers),
  herd: async (run: Run) => measureHerd(await run.store()),
  reasons: async ({ train, test }: Run) => {
    const coded = train === undefined && test === undefined ? readTelco() : null;
    if (coded) return measureReasons(coded.train, coded.test);
    if (train === undefined || test === undefined)
      throw new Error(
        `reasons takes --train and --test: CSV files with the columns text and label.\n${USAGE}`,
      );
    return measureReasons(readCodedNotes(train), readCodedNotes(test));
  },
} satisfies Record<string, (run: Run) => Promise<Figure[]>>;

type Name = keyof typeof benches;
/** What is measured when nothing is named: all that needs no file. */
const withoutFiles = (Object.keys(benches) as Name[]).filter((name) => name !== 'reasons');
const isName = (text: string): text is Name => text in benches;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    /** where the browser's worker spent its time */
    profile: { type: 'boolean', default: false },
    /** size of the book: 100,000 where nothing is said, a million for typing */
    customers: { type: 'string' },
    /** size of the book that changes are compared on */
    against: { type: 'string' },
    /** length of the queue that is sent */
    notes: { type: 'string', default: '2000' },
    /** coded notes to learn from, and those to suggest reasons for */
    train: { type: 'string' },
    test: { type: 'string' },
  },
});

function countOf(option: 'customers' | 'against' | 'notes'): number | null {
  const text = values[option];
  if (text === undefined) return null;
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`--${option} takes a whole number above 0, not “${text}”.\n${USAGE}`);
}

async function main(): Promise<void> {
  const unknown = positionals.filter((name) => !isName(name));
  if (unknown.length > 0) throw new Error(`No benchmark ${unknown.join(', ')}.\n${USAGE}`);
  const asked = countOf('customers');
  const customers = asked ?? 100_000;
  // One book for all that are measured on one, in the order of a rep's day: it arrives, it is asked, it changes.
  let session: Promise<BookSession> | undefined;
  let opened: Promise<StoreSession> | undefined;
  const book = () => {
    session ??= openBookSession(customers, values.profile);
    return session;
  };
  const store = () => {
    opened ??= openStoreSession();
    return opened;
  };
  const run = {
    ...{ customers, asked, book, store, against: countOf('against'), notes: countOf('notes') ?? 0 },
    ...{ train: values.train, test: values.test, profile: values.profile },
  };
  try {
    for (const name of positionals.length > 0 ? positionals.filter(isName) : withoutFiles)
      printFigures(await benches[name](run), values.json);
  } finally {
    await (await session)?.close();
    await (await opened)?.close();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

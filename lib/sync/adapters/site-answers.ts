import { z } from 'zod';
import { GENERIC } from '@/lib/crm/generic/generic-reader';
import { mayBeSite } from '@/lib/crm/match-page';
import type { PageIdentity } from '@/lib/crm/page-report';
import { sha256 } from '@/lib/platform/hex';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { CrmAdapter, Evidence } from '@/lib/protocol/crm-adapter';
import { type CrmAdapters, FROM_ELSEWHERE, type KnownAdapter } from './crm-adapters';

type AnswersDeps = {
  area: StorageArea;
  exclusive: Exclusive;
  adapters: Pick<CrmAdapters, 'list' | 'isProven' | 'isOff'>;
};

/** `of`: whose the adapter was and all that it said, see {@link markOf} */
const answerSchema = z.object({ of: z.string(), right: z.boolean() });
const answersSchema = z.record(z.string(), z.record(z.string(), answerSchema));
type Answers = z.infer<typeof answersSchema>;
type SiteAnswer = { origin: string; adapter: string; right: boolean };

/**
 * What is to be made of who a page is read to show. `ask`: shown, with the question whether that is right; `choose`: a
 * person says who it is, each time.
 */
export type SiteTrust = 'take' | 'ask' | 'choose' | 'refuse';

function without(said: Answers[string] | undefined, adapter: string): Answers[string] {
  const { [adapter]: _, ...others } = said ?? {};
  return others;
}

const markOf = ({ adapter, from }: KnownAdapter): Promise<string> =>
  sha256(new TextEncoder().encode(JSON.stringify([from, adapter])));

/** Nobody here has seen these at work before they read a page; so a person who says that one is wrong ends it there. */
const MAY_BE_WRONG: ReadonlySet<Evidence['kind']> = new Set(['documented', 'learned']);

/**
 * How an adapter may read a site of which a person said that it is right or wrong there, or nothing yet (null). Not at
 * all where it was found wrong: such a site is read as one that no adapter knows. What comes from elsewhere marks
 * nobody in lists before somebody said that it is right: there is no question beside each row.
 */
export function readingAfter(right: boolean | null, { adapter, from, off }: KnownAdapter): CrmAdapter | null {
  // It names nobody as it is, and keeps its pages from being read in another way.
  if (off) return adapter;
  const isElsewheres = FROM_ELSEWHERE.has(from);
  if (right === false && (isElsewheres || MAY_BE_WRONG.has(adapter.evidence.kind))) return null;
  return isElsewheres && right !== true ? { ...adapter, lists: [] } : adapter;
}

/** Where somebody taught the site its other pages are read in another way: see `onUntaughtPage`. */
const genericMark = (isTaught: boolean) => `${GENERIC.version}${isTaught ? ' beside what was taught' : ''}`;

type Said = { answers: SiteAnswer[]; isTaught(origin: string | null): boolean };

/** Did a person point at customers on this site, and nobody find that wrong? By its name alone. */
function isTaughtOn(
  origin: string | null,
  known: readonly KnownAdapter[],
  said: readonly SiteAnswer[],
): boolean {
  if (origin === null) return false;
  const { hostname } = new URL(origin);
  const rightOf = (id: string) =>
    said.find((one) => one.origin === origin && one.adapter === id)?.right ?? null;
  return known
    .filter(({ adapter }) => adapter.evidence.kind === 'taught')
    .filter(({ adapter: { site } }) => mayBeSite({ ...site, signature: null }, hostname))
    .some((one) => readingAfter(rightOf(one.adapter.id), one) !== null);
}

/**
 * What people said when asked whether Heed reads a site rightly: once per site and adapter. A reading that was seen to
 * be right elsewhere needs no answer.
 */
export function createSiteAnswers({ area, exclusive, adapters }: AnswersDeps) {
  const stored = createStoredValue<Answers>({
    ...{ area, exclusive, key: 'site-answers', schema: answersSchema, fallback: {} },
  });

  /** What tells each of these, as it is now, from all others of its name: what was said of those says nothing of it. */
  async function marks(
    known: readonly KnownAdapter[],
    ids: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, string>> {
    const meant = known.filter(({ adapter }) => ids.has(adapter.id));
    return new Map(await Promise.all(meant.map(async (one) => [one.adapter.id, await markOf(one)] as const)));
  }

  /** What counts of all that was said, and which sites were taught. */
  async function look(): Promise<Said> {
    const [all, known] = await Promise.all([stored.read(), adapters.list()]);
    const said = Object.entries(all).flatMap(([origin, of]) =>
      Object.entries(of).map(([adapter, answer]) => ({ origin, adapter, ...answer })),
    );
    const current = await marks(known, new Set(said.map(({ adapter }) => adapter)));
    const ofAdapters = said.filter(({ adapter, of }) => current.get(adapter) === of);
    const isTaught = (origin: string | null) => isTaughtOn(origin, known, ofAdapters);
    const ofGeneric = said.filter(
      ({ adapter, of, origin }) => adapter === GENERIC.id && of === genericMark(isTaught(origin)),
    );
    const answers = [...ofAdapters, ...ofGeneric].map(({ of: _, ...answer }) => answer);
    return { answers, isTaught };
  }

  return {
    /** For each adapter, the sites where a person said that it is right, or wrong, as it is now. */
    list: async (): Promise<SiteAnswer[]> => (await look()).answers,

    async trustIn(origin: string | null, { adapter, trust }: PageIdentity): Promise<SiteTrust> {
      // Those that come from elsewhere say themselves how well they are known.
      if (trust === 'proven' && (await adapters.isProven(adapter))) return 'take';
      if (adapter === GENERIC.id && (await adapters.isOff(GENERIC.id))) return 'refuse';
      if (trust === 'doubtful') return 'choose';
      const { answers, isTaught } = await look();
      const said = answers.find((answer) => answer.origin === origin && answer.adapter === adapter);
      if (!said) return 'ask';
      if (said.right) return 'take';
      // An adapter is wrong for a whole site; who reads each page anew was wrong on one. But whoever taught the site has
      // said where its customers stand: on its other pages nobody has to choose.
      return adapter === GENERIC.id && !isTaught(origin) ? 'choose' : 'refuse';
    },

    /** @param right null takes the answer back: it will be asked again */
    async answer(origin: string, adapter: string, right: boolean | null): Promise<void> {
      const mark =
        adapter === GENERIC.id
          ? genericMark((await look()).isTaught(origin))
          : (await marks(await adapters.list(), new Set([adapter]))).get(adapter);
      await stored.update((all) => {
        const others = without(all[origin], adapter);
        const isTakenBack = right === null || mark === undefined;
        return { ...all, [origin]: isTakenBack ? others : { ...others, [adapter]: { of: mark, right } } };
      });
    },

    /** All that was said of an adapter that is no more, on any site: one that comes back is asked about. */
    async forget(adapter: string): Promise<void> {
      await stored.update((all) =>
        Object.fromEntries(Object.entries(all).map(([origin, said]) => [origin, without(said, adapter)])),
      );
    },
  };
}

export type SiteAnswers = ReturnType<typeof createSiteAnswers>;

import { z } from 'zod';
import { GENERIC } from '@/lib/crm/generic/generic-reader';
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

/**
 * What people said when asked whether Heed reads a site rightly: once per site and adapter. A reading that was seen to
 * be right elsewhere needs no answer.
 */
export function createSiteAnswers({ area, exclusive, adapters }: AnswersDeps) {
  const stored = createStoredValue<Answers>({
    ...{ area, exclusive, key: 'site-answers', schema: answersSchema, fallback: {} },
  });

  /** What tells each of these, as it is now, from all others of its name: what was said of those says nothing of it. */
  async function marks(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const generic = [GENERIC.id, String(GENERIC.version)] as const;
    if ([...ids].every((id) => id === GENERIC.id)) return new Map([generic]);
    const known = (await adapters.list()).filter(({ adapter }) => ids.has(adapter.id));
    const marked = known.map(async (one) => [one.adapter.id, await markOf(one)] as const);
    return new Map([...(await Promise.all(marked)), generic]);
  }

  async function list(): Promise<SiteAnswer[]> {
    const all = Object.entries(await stored.read());
    const current = await marks(new Set(all.flatMap(([, said]) => Object.keys(said))));
    return all.flatMap(([origin, said]) =>
      Object.entries(said).flatMap(([adapter, { of, right }]) =>
        current.get(adapter) === of ? [{ origin, adapter, right }] : [],
      ),
    );
  }

  return {
    /** For each adapter, the sites where a person said that it is right, or wrong, as it is now. */
    list,

    async trustIn(origin: string | null, { adapter, trust }: PageIdentity): Promise<SiteTrust> {
      // Those that come from elsewhere say themselves how well they are known.
      if (trust === 'proven' && (await adapters.isProven(adapter))) return 'take';
      if (adapter === GENERIC.id && (await adapters.isOff(GENERIC.id))) return 'refuse';
      if (trust === 'doubtful') return 'choose';
      const said = (await list()).find((answer) => answer.origin === origin && answer.adapter === adapter);
      if (!said) return 'ask';
      if (said.right) return 'take';
      // An adapter is wrong for a whole site; who reads each page anew was wrong on one.
      return adapter === GENERIC.id ? 'choose' : 'refuse';
    },

    /** @param right null takes the answer back: it will be asked again */
    async answer(origin: string, adapter: string, right: boolean | null): Promise<void> {
      const mark = (await marks(new Set([adapter]))).get(adapter);
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

import { z } from 'zod';
import { GENERIC } from '@/lib/crm/generic/generic-reader';
import type { PageIdentity } from '@/lib/crm/page-report';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { CrmAdapters } from './crm-adapters';

type AnswersDeps = {
  area: StorageArea;
  exclusive: Exclusive;
  adapters: Pick<CrmAdapters, 'list' | 'isProven' | 'isOff'>;
};

const answerSchema = z.object({ version: z.int(), right: z.boolean() });
const answersSchema = z.record(z.string(), z.record(z.string(), answerSchema));
type Answers = z.infer<typeof answersSchema>;
type SiteAnswer = { origin: string; adapter: string; right: boolean };

/**
 * What is to be made of who a page is read to show. `ask`: shown, with the question whether that is right; `choose`: a
 * person says who it is, each time.
 */
export type SiteTrust = 'take' | 'ask' | 'choose' | 'refuse';

/**
 * What people said when asked whether Heed reads a site rightly: once per site and adapter. A reading that was seen to
 * be right elsewhere needs no answer.
 */
export function createSiteAnswers({ area, exclusive, adapters }: AnswersDeps) {
  const stored = createStoredValue<Answers>({
    ...{ area, exclusive, key: 'site-answers', schema: answersSchema, fallback: {} },
  });

  /** Of all that reads pages now: what was said of another version was said of another adapter. */
  async function versions(): Promise<ReadonlyMap<string, number>> {
    const known = (await adapters.list()).map(({ adapter: { id, version } }) => [id, version] as const);
    return new Map([...known, [GENERIC.id, GENERIC.version]]);
  }

  async function list(): Promise<SiteAnswer[]> {
    const [all, current] = await Promise.all([stored.read(), versions()]);
    return Object.entries(all).flatMap(([origin, said]) =>
      Object.entries(said).flatMap(([adapter, { version, right }]) =>
        current.get(adapter) === version ? [{ origin, adapter, right }] : [],
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
      const version = (await versions()).get(adapter);
      await stored.update((all) => {
        const { [adapter]: _, ...others } = all[origin] ?? {};
        const isTakenBack = right === null || version === undefined;
        return { ...all, [origin]: isTakenBack ? others : { ...others, [adapter]: { version, right } } };
      });
    },
  };
}

export type SiteAnswers = ReturnType<typeof createSiteAnswers>;

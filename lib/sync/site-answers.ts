import { z } from 'zod';
import type { PageIdentity } from '@/lib/crm/page-report';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';

type AnswersDeps = { area: StorageArea; exclusive: Exclusive };

const answersSchema = z.record(z.string(), z.record(z.string(), z.boolean()));
type Answers = z.infer<typeof answersSchema>;

/** What is to be made of who an adapter says is open. `ask`: shown, with the question whether that is right. */
export type SiteTrust = 'take' | 'ask' | 'refuse';

/**
 * What people said when asked whether Heed reads a site rightly: once per site and adapter. A reading that was seen to
 * be right elsewhere needs no answer.
 */
export function createSiteAnswers({ area, exclusive }: AnswersDeps) {
  const stored = createStoredValue<Answers>({
    ...{ area, exclusive, key: 'site-answers', schema: answersSchema, fallback: {} },
  });

  return {
    async trustIn(origin: string | null, { adapter, trust }: PageIdentity): Promise<SiteTrust> {
      if (trust === 'proven') return 'take';
      const said = origin === null ? undefined : (await stored.read())[origin]?.[adapter];
      if (said === undefined) return 'ask';
      return said ? 'take' : 'refuse';
    },

    /** @param right null takes the answer back: it will be asked again */
    async answer(origin: string, adapter: string, right: boolean | null): Promise<void> {
      await stored.update((all) => {
        const { [adapter]: _, ...others } = all[origin] ?? {};
        return { ...all, [origin]: right === null ? others : { ...others, [adapter]: right } };
      });
    },

    /** For each adapter, the sites where a person said that it is right, or wrong. */
    async list(): Promise<{ origin: string; adapter: string; right: boolean }[]> {
      return Object.entries(await stored.read()).flatMap(([origin, said]) =>
        Object.entries(said).map(([adapter, right]) => ({ origin, adapter, right })),
      );
    },
  };
}

export type SiteAnswers = ReturnType<typeof createSiteAnswers>;

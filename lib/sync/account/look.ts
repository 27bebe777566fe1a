import { z } from 'zod';
import { type FramePlace, usualPlace } from '@/lib/crm/frame/frame-place';
import { placeSchema } from '@/lib/messaging/look-methods';
import { type LanguageChoice, languageChoices } from '@/lib/platform/language';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';

/** A rep works with a few CRMs; more are remembered no longer, the oldest first. */
const MOST_PLACES = 50;

const lookSchema = z.object({
  language: z.enum(languageChoices),
  isPrivate: z.boolean(),
  /** by origin, the latest last */
  places: z.array(z.tuple([z.string(), placeSchema])),
});

/** How Heed looks on this computer, whoever is signed in. */
export function createLook(where: { area: StorageArea; exclusive: Exclusive }) {
  const stored = createStoredValue<z.infer<typeof lookSchema>>({
    ...{ ...where, key: 'look', schema: lookSchema },
    fallback: { language: 'browser', isPrivate: false, places: [] },
  });

  return {
    /** @param origin of the CRM; null where there is none around the one that asks */
    async of(origin: string | null) {
      const { language, isPrivate, places } = await stored.read();
      const place = places.find(([of]) => of === origin)?.[1] ?? usualPlace;
      return { language, isPrivate, place };
    },
    language: async (): Promise<LanguageChoice> => (await stored.read()).language,
    setLanguage: (language: LanguageChoice) => stored.update((before) => ({ ...before, language })),
    setPrivate: (isPrivate: boolean) => stored.update((before) => ({ ...before, isPrivate })),
    setPlace: (origin: string, place: FramePlace) =>
      stored.update((before) => {
        const others = before.places.filter(([of]) => of !== origin).slice(1 - MOST_PLACES);
        return { ...before, places: [...others, [origin, place]] };
      }),
  };
}

export type Look = ReturnType<typeof createLook>;

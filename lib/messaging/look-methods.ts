import { z } from 'zod';
import { NARROWEST, WIDEST } from '@/lib/crm/frame/frame-place';
import { languageChoices } from '@/lib/platform/language';
import { anyPage, sidebar } from './callers';
import { method, ok } from './rpc-method';

export const placeSchema = z.object({
  side: z.enum(['left', 'right']),
  width: z.int().min(NARROWEST).max(WIDEST),
  room: z.enum(['push', 'over']),
  opens: z.enum(['itself', 'asked']),
});

const languageSchema = z.enum(languageChoices);

/** How Heed looks on this computer: its language, how much of it strangers may read, where it stands. */
export const lookMethods = {
  'look.get': method({
    from: anyPage,
    input: z.object({}),
    output: z.object({
      language: languageSchema,
      /** strangers can see this screen: no score, no words of customers, no level in words */
      isPrivate: z.boolean(),
      /** in the CRM around the caller; the usual one where there is none */
      place: placeSchema,
    }),
  }),
  'look.setLanguage': method({ from: ['page'], input: z.object({ language: languageSchema }), output: ok }),
  'look.setPrivate': method({ from: sidebar, input: z.object({ isPrivate: z.boolean() }), output: ok }),
  /** for the CRM that the frame stands in */
  'look.setPlace': method({ from: ['frame'], input: placeSchema, output: ok }),
  /** what a page's script has to know to put the frame where the rep wants it */
  'page.look': method({
    from: ['content'],
    input: z.object({}),
    output: z.object({ language: languageSchema, place: placeSchema }),
  }),
} as const;

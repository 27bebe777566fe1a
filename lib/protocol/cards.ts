import { z } from 'zod';
import { cardSchema } from '@/lib/domain/card';

/** `GET /v1/cards?after=CURSOR&limit=N`: cards that changed after the cursor, oldest change first. */
export const cardsQuerySchema = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(5000).default(2000),
});

export const keyedCardSchema = z.object({
  card: cardSchema,
  /** lookup keys of all identifiers that lead to this card: 16 hex digits each, see `lookup-key.ts` */
  keys: z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(200),
});
export type KeyedCard = z.infer<typeof keyedCardSchema>;

export const cardsPageSchema = z.object({
  cards: z.array(keyedCardSchema),
  /** numbers of cards that are no more */
  removed: z.array(z.int().positive()),
  cursor: z.int().nonnegative(),
  more: z.boolean(),
  /** cards the store has in all, so that a client can show how far it is */
  total: z.int().nonnegative(),
});
export type CardsPage = z.infer<typeof cardsPageSchema>;

import { z } from 'zod';

/** Nobody is asked to choose among more. */
export const MOST_NAMES = 20;

/** `GET /v1/customer-names?numbers=211,212` */
export const customerNamesQuery = z.object({
  numbers: z
    .string()
    .max(400)
    .transform((text) => text.split(',').map(Number))
    .pipe(z.array(z.int().positive()).min(1).max(MOST_NAMES)),
});

/** What the organisation's own file calls them; without those whom it names nothing, and those who aren't there. */
export const customerNamesSchema = z.object({
  names: z.array(z.object({ number: z.int().positive(), name: z.string().min(1) })).max(MOST_NAMES),
  /**
   * how the account numbers end of those whom their names don't tell apart, where the organisation says which numbers those
   * are; an older store says nothing
   */
  accounts: z
    .array(z.object({ number: z.int().positive(), end: z.string().min(1) }))
    .max(MOST_NAMES)
    .default([]),
});

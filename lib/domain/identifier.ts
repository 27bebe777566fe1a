import { z } from 'zod';

/** What a customer can be known by, in its one canonical spelling (see `normalise-identifier.ts`). */
export const identifierSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('email'), value: z.string().min(3).max(320) }),
  /** E.164, without an extension */
  z.object({ kind: z.literal('phone'), value: z.string().regex(/^\+\d{4,15}$/) }),
  z.object({
    kind: z.literal('externalId'),
    /** which CRM: `demo`, `rt`, or an organisation's own word for it */
    system: z.string().min(1).max(64),
    /** `contact`, `account`, `user` and so on, as that CRM calls it */
    recordType: z.string().min(1).max(64),
    value: z.string().min(1).max(200),
  }),
]);

export type Identifier = z.infer<typeof identifierSchema>;

/** An identifier as a page or a file spells it, before normalising. */
export const rawIdentifierSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('email'), value: z.string().max(400) }),
  z.object({ kind: z.literal('phone'), value: z.string().max(100) }),
  z.object({
    kind: z.literal('externalId'),
    system: z.string().min(1).max(64),
    recordType: z.string().min(1).max(64),
    value: z.string().max(200),
  }),
]);

export type RawIdentifier = z.infer<typeof rawIdentifierSchema>;

import { z } from 'zod';

/**
 * A word of an external id. No colon: ids are looked up as `system:type:value`, and two of them must not be spelled the
 * same.
 */
export const idWordSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9][a-z0-9._-]*$/i);

/** What a customer can be known by, in its one canonical spelling (see `normalise-identifier.ts`). */
export const identifierSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('email'), value: z.string().min(3).max(320) }),
  /** E.164, without an extension */
  z.object({ kind: z.literal('phone'), value: z.string().regex(/^\+\d{4,15}$/) }),
  z.object({
    kind: z.literal('externalId'),
    /** which CRM: `demo`, `rt`, or an organisation's own word for it */
    system: idWordSchema,
    /** `contact`, `account`, `user` and so on, as that CRM calls it */
    recordType: idWordSchema,
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
    system: idWordSchema,
    recordType: idWordSchema,
    value: z.string().max(200),
  }),
]);

export type RawIdentifier = z.infer<typeof rawIdentifierSchema>;

import { z } from 'zod';
import type { CrmAdapter } from './adapter';

/** Long enough for any selector a person would write, too short to make a page slow. */
const cssSchema = z
  .string()
  .min(1)
  .max(300)
  .refine((css) => !/password|hidden/i.test(css), 'a selector may not name password or hidden fields')
  .refine((css) => !/:has\s*\(/i.test(css), ':has() costs too much on a large page');

const partSchema = z.string().regex(/^[a-z][a-zA-Z]{0,30}$/);

const urlPatternSchema = z.strictObject({
  path: z
    .string()
    .max(300)
    .regex(/^(?:\/\*\*)?(?:\/(?::[a-z][a-zA-Z]{0,30}|[\w.~%-]+))*\/?$/),
  query: z.record(z.string().min(1).max(60), z.string().max(100)).readonly().exactOptional(),
});

const locatorSchema = z.strictObject({
  css: cssSchema,
  labelled: z.array(z.string().min(1).max(80)).min(1).max(20).readonly().exactOptional(),
  seen: z.iso.date(),
});
const locatorsSchema = z.array(locatorSchema).min(1).max(10).readonly();

const takeSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('text') }),
  z.strictObject({ from: z.literal('word'), after: z.string().max(40) }),
  z.strictObject({ from: z.literal('value') }),
  z.strictObject({ from: z.literal('attribute'), name: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/) }),
  z.strictObject({ from: z.enum(['mailto', 'tel']) }),
  z.strictObject({ from: z.literal('link'), to: urlPatternSchema, part: partSchema }),
]);

const externalIdSchema = z.strictObject({
  system: z.string().min(1).max(64),
  recordType: z.string().min(1).max(64),
});

const elementFieldSchema = z.strictObject({
  at: locatorsSchema,
  take: takeSchema,
  as: z.union([z.enum(['name', 'email', 'phone', 'nameAndAddress']), externalIdSchema]),
});

const confirmSchema = z.strictObject({
  part: partSchema,
  at: locatorsSchema,
  take: takeSchema,
  evenHidden: z.literal(true).exactOptional(),
});

const namedParts = (pattern: z.infer<typeof urlPatternSchema>): string[] =>
  [...pattern.path.split('/'), ...Object.values(pattern.query ?? {})]
    .filter((text) => text.startsWith(':'))
    .map((text) => text.slice(1));

const pageSchema = z
  .strictObject({
    kind: z.string().regex(/^[a-z][a-z-]{0,63}$/),
    url: urlPatternSchema,
    ready: cssSchema,
    confirm: z.tuple([confirmSchema], confirmSchema).readonly(),
    people: z.strictObject({
      each: locatorsSchema,
      fields: z
        .array(z.union([elementFieldSchema, z.strictObject({ part: partSchema, as: externalIdSchema })]))
        .min(1)
        .max(20)
        .readonly(),
    }),
  })
  .superRefine((page, issues) => {
    const named = namedParts(page.url);
    const proven = page.confirm.map(({ part }) => part);
    if (!proven.every((part) => named.includes(part)))
      issues.addIssue('confirm names a part the address has not');
    if (!named.every((part) => proven.includes(part)))
      issues.addIssue('a part of the address goes unconfirmed');
    const used = page.people.fields.flatMap((field) => ('part' in field ? [field.part] : []));
    if (!used.every((part) => proven.includes(part)))
      issues.addIssue('a field reads a part that nothing confirms');
  });

/**
 * An adapter from outside the package, checked: no code, no regular expression, bounded sizes, no secret fields, and
 * nothing read from an address that the page doesn't confirm. Too heavy for the content script; import it elsewhere.
 */
export const adapterSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  label: z.string().min(1).max(100),
  version: z.int().positive(),
  site: z.union([
    z.strictObject({
      hosts: z
        .array(z.string().regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/))
        .min(1)
        .max(50)
        .readonly(),
    }),
    z.strictObject({ signature: cssSchema }),
  ]),
  ignore: z.array(cssSchema).max(50).readonly(),
  agent: z.array(elementFieldSchema).max(10).readonly(),
  nobody: z.array(urlPatternSchema).max(100).readonly(),
  pages: z.array(pageSchema).min(1).max(100).readonly(),
}) satisfies z.ZodType<CrmAdapter>;

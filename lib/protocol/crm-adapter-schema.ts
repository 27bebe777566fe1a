import { z } from 'zod';
import { isCaseRecord } from './case-records';
import type { CrmAdapter } from './crm-adapter';
import { partName } from './named-part';
import { whyNoSelector } from './selector-rule';

const cssSchema = z.string().superRefine((css, issues) => {
  const why = whyNoSelector(css);
  if (why !== null) issues.addIssue(why);
});

/** Up from an element out of components and frames, at each step against the whole of it. */
const ignoreSchema = cssSchema.refine(
  (css) => !css.includes('>>>'),
  'what is ignored is looked for around an element, also outside of components and frames: without >>>',
);

const partSchema = z.string().regex(/^[a-z][a-zA-Z]{0,30}$/);

/** `:id`, `:id{digits}`, `:id{003+alnum12,15}` */
const NAMED = String.raw`:[a-z][a-zA-Z]{0,30}(?:\{(?:[\w-]{1,20}\+)?(?:digits|hex|alnum|uuid)(?:\d{1,3}(?:,\d{1,3}){0,4})?\})?`;

/** Literal segments, named parts, and segments that may be anything. */
const pathSchema = z
  .string()
  .max(300)
  .regex(new RegExp(String.raw`^(?:\/\*\*)?(?:\/(?:${NAMED}|\*|[\w.~%=,@+-]+))*\/?$`));

const querySchema = z
  .record(
    z.string().min(1).max(60),
    z
      .string()
      .max(100)
      .regex(new RegExp(`^(?:${NAMED}|[^:].*|)$`)),
  )
  .readonly();

const addressSchema = z.strictObject({
  path: pathSchema,
  hash: pathSchema.exactOptional(),
  query: querySchema.exactOptional(),
  hashQuery: querySchema.exactOptional(),
});

const partsOf = ({ path, hash = '', query = {}, hashQuery = {} }: z.infer<typeof addressSchema>): string[] =>
  [...path.split('/'), ...hash.split('/'), ...Object.values(query), ...Object.values(hashQuery)].flatMap(
    (text) => partName(text) ?? [],
  );

const urlPatternSchema = addressSchema
  .extend({ inner: z.record(partSchema, addressSchema).readonly().exactOptional() })
  .refine(
    ({ inner = {}, ...address }) => Object.keys(inner).every((part) => partsOf(address).includes(part)),
    'an inner address in a part that the address has not',
  );

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

const confirmOf = { part: partSchema, at: locatorsSchema };
const confirmSchema = z.union([
  z.strictObject({ ...confirmOf, take: takeSchema, evenHidden: z.literal(true).exactOptional() }),
  z.strictObject({ ...confirmOf, mark: takeSchema }),
  z.strictObject({ ...confirmOf, drawnAnew: z.literal(true) }),
]);

/** The parts of an address and of those inside it, less those that only hold an address. */
const namedParts = ({ inner = {}, ...address }: z.infer<typeof urlPatternSchema>): string[] => [
  ...partsOf(address).filter((part) => !Object.hasOwn(inner, part)),
  ...Object.values(inner).flatMap(partsOf),
];

const partFieldSchema = z.strictObject({ part: partSchema, as: externalIdSchema });

const pageOf = {
  kind: z.string().regex(/^[a-z][a-z-]{0,63}$/),
  url: urlPatternSchema,
  anchor: locatorsSchema.exactOptional(),
  noteField: locatorsSchema.exactOptional(),
};

const addressPageSchema = z
  .strictObject({ ...pageOf, fromAddress: z.array(partFieldSchema).min(1).max(5).readonly() })
  .refine(
    ({ url, fromAddress }) => fromAddress.every(({ part }) => namedParts(url).includes(part)),
    'a field names a part the address has not',
  );

const casePageSchema = z.strictObject({ ...pageOf, caseOf: externalIdSchema });

const renderedPageSchema = z
  .strictObject({
    ...pageOf,
    ready: cssSchema,
    confirm: z.array(confirmSchema).max(20).readonly(),
    people: z.strictObject({
      each: locatorsSchema,
      fields: z
        .array(z.union([elementFieldSchema, partFieldSchema]))
        .min(1)
        .max(20)
        .readonly(),
      one: z.literal(true).exactOptional(),
    }),
  })
  .superRefine((page, issues) => {
    const named = namedParts(page.url);
    const proven = page.confirm.flatMap((confirm) => ('drawnAnew' in confirm ? [] : [confirm.part]));
    if (!page.confirm.every(({ part }) => named.includes(part)))
      issues.addIssue('confirm names a part the address has not');
    if (!named.every((part) => proven.includes(part)))
      issues.addIssue('a part of the address goes unconfirmed');
    const used = page.people.fields.flatMap((field) => ('part' in field ? [field.part] : []));
    if (!used.every((part) => proven.includes(part)))
      issues.addIssue('a field reads a part that nothing confirms');
  });

const listSchema = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z-]{0,63}$/),
  url: urlPatternSchema,
  each: locatorsSchema,
  fields: z.array(elementFieldSchema).min(1).max(10).readonly(),
  anchor: locatorsSchema,
});

const ringSchema = z.strictObject({
  url: urlPatternSchema,
  at: locatorsSchema,
  take: takeSchema,
  as: z.enum(['phone', 'account']),
});

const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('live'), of: z.string().min(1).max(100), on: z.iso.date() }),
  z.strictObject({
    kind: z.literal('documented'),
    sources: z
      .array(z.url({ protocol: /^https$/ }))
      .min(1)
      .max(20)
      .readonly(),
    on: z.iso.date(),
  }),
  z.strictObject({ kind: z.enum(['taught', 'learned']), on: z.iso.date() }),
]);

type AnyPage = z.infer<typeof renderedPageSchema | typeof addressPageSchema | typeof casePageSchema>;
type Fields = readonly { as: string | z.infer<typeof externalIdSchema> }[];
type Reads = { pages: readonly AnyPage[]; lists: readonly { fields: Fields }[] };

function fieldsOf(page: AnyPage): Fields {
  if ('caseOf' in page) return [];
  return 'fromAddress' in page ? page.fromAddress : page.people.fields;
}

/** One whose page the adapter itself calls a case's, or that we know as one. */
function readsCaseAsPerson({ pages, lists }: Reads): boolean {
  const cases = pages.flatMap((page) => ('caseOf' in page ? [page.caseOf] : []));
  const kinds = [...pages.flatMap(fieldsOf), ...lists.flatMap(({ fields }) => fields)].map(({ as }) => as);
  return kinds.some(
    (kind) =>
      typeof kind === 'object' &&
      (isCaseRecord(kind) ||
        cases.some((one) => one.system === kind.system && one.recordType === kind.recordType)),
  );
}

/**
 * An adapter from outside the package, checked: no code, no regular expression, bounded sizes, no secret fields, and
 * nothing read from an address that the page doesn't confirm. Too heavy for the content script; import it elsewhere.
 */
export const adapterSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,63}$/)
      .refine((id) => id !== 'generic', 'this id stands for sites that no adapter knows'),
    label: z.string().min(1).max(100),
    version: z.int().positive(),
    evidence: evidenceSchema,
    site: z
      .strictObject({
        hosts: z
          .array(z.string().regex(/^(?:\*\.[a-z0-9-]+(?:\.[a-z0-9-]+)+|[a-z0-9-]+(?:\.[a-z0-9-]+)*)$/))
          .max(50)
          .readonly(),
        // A bare tag would be every site's.
        signature: cssSchema
          .refine((css) => /[#.[]/.test(css), 'a signature names an id, a class or an attribute')
          .nullable(),
      })
      .refine(({ hosts, signature }) => hosts.length > 0 || signature !== null, 'no page would be this CRM'),
    ignore: z.array(ignoreSchema).max(50).readonly(),
    agent: z.array(elementFieldSchema).max(10).readonly(),
    nobody: z.array(urlPatternSchema).max(100).readonly(),
    pages: z
      .array(z.union([renderedPageSchema, addressPageSchema, casePageSchema]))
      .min(1)
      .max(100)
      .readonly(),
    lists: z.array(listSchema).max(50).readonly(),
    rings: z.array(ringSchema).min(1).max(10).readonly().exactOptional(),
  })
  .refine(
    ({ evidence, pages }) =>
      pages.every((page) => 'caseOf' in page || 'fromAddress' in page === (evidence.kind === 'documented')),
    'an adapter that is documented only goes by addresses alone, and no other does',
  )
  .refine(
    (adapter) => !readsCaseAsPerson(adapter),
    'the number of a case is taken for a customer’s',
  ) satisfies z.ZodType<CrmAdapter>;

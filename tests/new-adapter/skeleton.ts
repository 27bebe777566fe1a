/** What `npm run new:adapter` was asked for. */
export type NewAdapter = {
  /** `acme-desk`: names its file, its fixtures and the identities it finds */
  id: string;
  /** as a person calls it; no quotes, no markup */
  label: string;
  /** where it runs; null where organisations host it themselves, and only its pages tell */
  host: string | null;
};

/** A path in the checkout, and what stands there. */
export type NewFile = { path: string; text: string };

const RECORD_TYPE = 'contact';
const EXAMPLE_ID = '42';

/** `acme-desk` to `acmeDesk`, `suitecrm-7` to `suitecrm7`. */
export const exportName = (id: string): string =>
  id.replace(/-+(.?)/g, (_, next: string) => next.toUpperCase());

const signature = (label: string) => `head > meta[name="application-name"][content="${label}"]`;

function adapterText({ id, label, host }: NewAdapter): string {
  const site =
    host === null
      ? `{ hosts: [], signature: '${signature(label)}' }`
      : `{ hosts: ['${host}'], signature: null }`;
  return `import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { recordPages } from '../record-pages';

export const ${exportName(id)} = {
  id: '${id}',
  label: '${label}',
  version: 1,
  evidence: {
    kind: 'documented',
    sources: ['https://docs.example/where-its-addresses-are-described'],
    on: '2000-01-01',
  },
  site: ${site},
  ignore: [],
  agent: [],
  nobody: [],
  pages: [...recordPages('${id}', '${RECORD_TYPE}', [{ path: '/${RECORD_TYPE}s/:id{digits}' }])],
  lists: [],
} satisfies CrmAdapter;
`;
}

function pageText({ label, host }: NewAdapter, address: string): string {
  const mark = host === null ? `\n    <meta name="application-name" content="${label}" />` : '';
  return `<!-- ${address} -->
<!doctype html>
<html lang="en">
  <head>
    <title>${label}</title>${mark}
  </head>
  <body>
    <main><a href="mailto:vera@pipe-works.example">Vera Lind</a></main>
  </body>
</html>
`;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** The files of an adapter that works, for a CRM that isn't there: each is to be made true. */
export function skeleton(asked: NewAdapter): NewFile[] {
  const { id, host } = asked;
  const origin = `https://${host?.replace('*.', 'acme.') ?? 'crm.example'}`;
  const record = `${origin}/${RECORD_TYPE}s/${EXAMPLE_ID}`;
  const nobody = ['', `${RECORD_TYPE}s`, `${RECORD_TYPE}s/new`, `${RECORD_TYPE}s/import`, 'search?q=vera'];
  const fixtures = `tests/fixtures/crm/${id}`;
  const identifier = { kind: 'externalId', system: id, recordType: RECORD_TYPE, value: EXAMPLE_ID };
  const expected = {
    state: 'customer',
    adapter: id,
    pageKind: RECORD_TYPE,
    trust: 'likely',
    name: '',
    people: [[identifier]],
  };
  return [
    { path: `lib/crm/adapters/${id}.ts`, text: adapterText(asked) },
    {
      path: `${fixtures}/addresses.json`,
      text: json({
        [record]: RECORD_TYPE,
        ...Object.fromEntries(nobody.map((path) => [`${origin}/${path}`, null])),
      }),
    },
    { path: `${fixtures}/record.html`, text: pageText(asked, record) },
    { path: `${fixtures}/record.expected.json`, text: json(expected) },
    { path: `${fixtures}/list.html`, text: pageText(asked, `${origin}/${RECORD_TYPE}s`) },
    { path: `${fixtures}/list.expected.json`, text: json({ state: 'nobody' }) },
  ];
}

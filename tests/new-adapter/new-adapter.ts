import { parseArgs } from 'node:util';
import { addAdapter } from './add-adapter';

const USAGE = 'npm run new:adapter -- ID [--label "Acme Desk"] [--host "*.acme.example"]';

const next = (id: string) => `
Next:
1. lib/crm/adapters/${id}.ts: where it runs, its addresses, and in \`evidence\` where you know them from and since when.
   Known by documentation alone, it goes by addresses; seen on a real installation, it may read pages
   (request-tracker.ts does).
2. tests/fixtures/crm/${id}/addresses.json: every address you know, and null for those where nobody is open: lists,
   dashboards, search, settings, forms for new records, other kinds of record.
3. tests/fixtures/crm/${id}/: pages with their .expected.json, anonymised.
4. npx vitest run --project repo --project unit tests/repo tests/unit/crm says what is missing, and the row for README's table.`;

/** `acme-desk` to `Acme Desk`. */
const labelOf = (id: string) =>
  id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { label: { type: 'string' }, host: { type: 'string' } },
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new Error(USAGE);
  const { label = labelOf(id), host = null } = values;
  console.log(addAdapter({ id, label, host }, process.cwd()).join('\n'));
  console.log(next(id));
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

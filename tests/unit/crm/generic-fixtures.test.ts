// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readGeneric } from '@/lib/crm/generic/read-generic';
import { fixtureUrl, showPage } from './show-page';

const folder = join('tests', 'fixtures', 'crm', 'generic');
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith('.html') ? [file.replace('.html', '')] : [],
);

/** What a fixture's `.expected.json` says, of what was found. */
function summary({ outcome, candidates }: ReturnType<typeof readGeneric>): unknown {
  const people = candidates.map(({ name, identifiers }) => ({
    name,
    identifiers: identifiers.map(({ identifier }) => identifier),
  }));
  return { outcome, people };
}

describe('who is open on a page that no adapter knows', () => {
  afterEach(() => showPage(''));

  it.each(names)('%s', (name) => {
    const html = readFileSync(join(folder, `${name}.html`), 'utf8');
    showPage(html);
    const before = document.documentElement.outerHTML;
    const found = readGeneric(fixtureUrl(html), document);
    expect(summary(found)).toEqual(JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')));
    expect(document.documentElement.outerHTML).toBe(before);
    const isSure = found.candidates.some(({ confidence }) => confidence >= 0.8);
    expect(isSure).toBe(found.outcome === 'customer');
  });
});

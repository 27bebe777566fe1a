// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import { adapters } from '@/lib/crm/registry';
import { fixtureUrl, showPage } from './show-page';

const root = join('tests', 'fixtures', 'crm');
const cases = adapters.flatMap(({ id }) =>
  readdirSync(join(root, id))
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ id, name: file.replace('.html', ''), path: join(root, id, file) })),
);

/** What a fixture's `.expected.json` says, of what was found. */
function summary(found: ReturnType<typeof detect>): unknown {
  if (found.state !== 'customer') return { state: found.state };
  const { key: _, ...identity } = found.identity;
  return { state: 'customer', ...identity };
}

describe('who is open on a page', () => {
  afterEach(() => showPage(''));

  it('every adapter has fixtures', () => {
    expect(new Set(cases.map(({ id }) => id))).toEqual(new Set(adapters.map(({ id }) => id)));
  });

  it.each(cases)('$id: $name', ({ path }) => {
    const expectation = path.replace('.html', '.expected.json');
    expect(existsSync(expectation), `${expectation} is missing: say what the page shows`).toBe(true);
    const html = readFileSync(path, 'utf8');
    showPage(html);
    const before = document.documentElement.outerHTML;
    const changes = new MutationObserver(() => {});
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

    const found = detect(fixtureUrl(html), document, adapters);

    expect(summary(found)).toEqual(JSON.parse(readFileSync(expectation, 'utf8')));
    expect(changes.takeRecords()).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

import axe from 'axe-core';

/**
 * What axe finds in what is on show, as `rule: where`. Contrast needs a real page, and is worked out from the tokens
 * (`tests/unit/ui/contrast.test.ts`).
 */
export async function axeFaults(root: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Runs an expression in a page, as `Frame.evaluate` does. */
export type Evaluate = (expression: string) => Promise<unknown>;

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Half-way through a transition a colour is neither of two.
const RUN = `(async () => {
  await Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined)));
  const { violations } = await axe.run({ rules: { 'target-size': { enabled: true } } });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((n) => id + ': ' + n.html.slice(0, 200) + ' ' + n.failureSummary));
})()`;

/** What axe finds on a page as it stands, all its rules and the sizes of targets of WCAG 2.2. */
export async function axeViolations(evaluate: Evaluate): Promise<string[]> {
  await evaluate(`${source};0`);
  return (await evaluate(RUN)) as string[];
}

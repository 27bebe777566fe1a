import { parseArgs } from 'node:util';
import { type CheckoutCopy, copyCheckout } from './checkout-copy';
import type { Guard } from './guard';
import { guards } from './guards';
import { type Ran, runVitest } from './run-vitest';

/*
 * Takes each guard out once, in a copy of the checkout, and looks whether a test goes red. A guard that can be taken
 * out in silence is no guard: sooner or later somebody does.
 */

/** @param project one kind of test, since all of them take an hour and more */
function selected({ only = '', project }: { only?: string; project?: string }): Guard[] {
  const has = ({ guard, file }: Guard) => `${guard} ${file}`.toLowerCase();
  return guards.filter(
    (g) => has(g).includes(only.toLowerCase()) && (project === undefined || g.project === project),
  );
}

/** The tests of all these guards in one run; by their names only if each guard names its own. */
function together(project: Guard['project'], of: readonly Guard[]) {
  const tests = [...new Set(of.flatMap((g) => g.tests))];
  const names = of.flatMap((g) => g.named ?? []);
  return { project, tests, ...(names.length === of.length && { named: `(?:${names.join('|')})` }) };
}

const isWatching = (guard: Guard, { results }: Ran) =>
  results.some(
    ({ file, name }) =>
      guard.tests.some((path) => file.endsWith(path)) && new RegExp(guard.named ?? '').test(name),
  );

/** A test that is red anyway, or isn't there, proves nothing. @returns what is wrong with the unedited copy */
async function checkWhole(copy: CheckoutCopy, all: readonly Guard[]): Promise<string[]> {
  const faults: string[] = [];
  for (const project of new Set(all.map((g) => g.project))) {
    const of = all.filter((g) => g.project === project);
    const ran = await runVitest(copy.folder, together(project, of), false);
    const red = ran.results.filter((r) => !r.passed);
    faults.push(...red.map((r) => `fails with every guard in place: ${r.name}`));
    faults.push(...of.filter((g) => !isWatching(g, ran)).map((g) => `no test ran for: ${g.guard}`));
    if (ran.results.length === 0) faults.push(ran.output);
    console.log(`whole ${project}: ${ran.results.length - red.length} passed, ${red.length} failed`);
  }
  return faults;
}

/** @returns whether a test went red */
async function tryWithout(copy: CheckoutCopy, guard: Guard): Promise<boolean> {
  const { results, output } = await copy.without(guard, () => runVitest(copy.folder, guard, true));
  const noticed = results.find((r) => !r.passed);
  if (noticed) console.log(`red   ${guard.guard} (${noticed.name})`);
  else if (results.length > 0) console.log(`GREEN ${guard.guard}: nothing noticed`);
  else console.log(`GREEN ${guard.guard}: no test ran\n${output}`);
  return noticed !== undefined;
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, project: { type: 'string' } } });
  const chosen = selected(values);
  if (chosen.length === 0) throw new Error(`No guard fits ${JSON.stringify(values)}`);
  const copy = copyCheckout(process.cwd(), chosen);
  try {
    const faults = await checkWhole(copy, chosen);
    if (faults.length > 0) {
      console.error(faults.join('\n'));
      return false;
    }
    let red = 0;
    for (const guard of chosen) if (await tryWithout(copy, guard)) red += 1;
    console.log(`${red} red, ${chosen.length - red} green`);
    return red === chosen.length;
  } finally {
    copy.remove();
  }
}

process.exitCode = (await main()) ? 0 : 1;

import buildExtension, { builds } from '../e2e/support/build-extension';
import { measureBadge } from './badge';
import { printFigures } from './figure';
import { measureSizes } from './size';

const benches = {
  size: () => measureSizes(builds.store),
  badge: measureBadge,
};
type Name = keyof typeof benches;
const isName = (text: string): text is Name => text in benches;

const args = process.argv.slice(2);
const json = args.includes('--json');
const asked = args.filter((arg) => !arg.startsWith('--'));
const unknown = asked.filter((name) => !isName(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

buildExtension();
const names = asked.length > 0 ? asked.filter(isName) : (Object.keys(benches) as Name[]);
for (const name of names) printFigures(await benches[name](), json);

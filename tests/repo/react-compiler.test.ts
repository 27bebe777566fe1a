import { readFileSync } from 'node:fs';
import { transformSync } from '@babel/core';
import { expect, it } from 'vitest';
import { sourceFiles } from './source-files';

/** Left as they are written, and why. One that is added here is painted anew at each keystroke. */
const left = [
  // writes the newest callback into a ref, for a timer or a listener that outlives the rendering
  'components/wrapped-line.tsx',
  'entrypoints/sidebar/use-keys.ts',
  'lib/ui/practice/use-number-keys.ts',
  'lib/ui/use-kept-scroll.ts',
  // remembers by hand what changes less often than what it is made of
  'entrypoints/sidebar/panels/calls-panel.tsx',
  // `finally`, which the compiler doesn't know
  'lib/ui/lookup/use-lookup.ts',
  'lib/ui/lookup/use-toolbar-click.ts',
];

/** What React's compiler says of a file: nothing where it took all of it. */
function refused(path: string): unknown[] {
  const said: unknown[] = [];
  const logger = {
    logEvent: (_: unknown, event: { kind: string }) => {
      if (event.kind !== 'CompileSuccess') said.push(event);
    },
  };
  transformSync(readFileSync(path, 'utf8'), {
    ...{ filename: path, babelrc: false, configFile: false },
    parserOpts: { plugins: ['typescript', 'jsx'] },
    plugins: [['babel-plugin-react-compiler', { panicThreshold: 'none', logger }]],
  });
  return said;
}

it('React’s compiler takes every component and hook but those named here', () => {
  const files = sourceFiles(/^(components|entrypoints|lib\/ui)\/.*\.tsx?$/).map(({ path }) => path);
  expect(files.filter((path) => refused(path).length > 0)).toEqual(left.toSorted());
}, 240_000);

import { describe, expect, it } from 'vitest';
import { type Cell, suppressSmallCells } from '@/server/suppress-small-cells';

type Named = Cell & { name: string };
const cell = (name: string, n: number, aggregateOnly: number): Named => ({
  name,
  promoters: n,
  passives: 0,
  detractors: 0,
  aggregateOnly,
});

type Sizes = readonly [n: number, aggregateOnly: number];
function hidden(all: Sizes, latest: Sizes, ...stages: Sizes[]): string[] {
  const byAbout = stages.map((sizes, i) => cell(`stage ${i + 1}`, ...sizes));
  const cells = { all: cell('all', ...all), latest: cell('latest', ...latest), byAbout };
  return [...suppressSmallCells(cells)].map(({ name }) => name).sort();
}

describe('small cells of a report', () => {
  it.each<[string, Sizes, Sizes, Sizes[], string[]]>([
    ['attributable answers, however few', [3, 0], [2, 0], [[1, 0]], []],
    ['confidential answers among few', [9, 9], [9, 9], [], ['all', 'latest']],
    ['ten answers, five of them confidential', [10, 5], [10, 5], [], []],
    ['four confidential answers among many', [500, 4], [500, 4], [], ['all', 'latest']],
    [
      'one small stage: the next smallest goes with it',
      [100, 50],
      [100, 50],
      [
        [8, 5],
        [72, 35],
        [20, 10],
      ],
      ['stage 1', 'stage 3'],
    ],
    [
      'a small stage hidden by attributable ones only: on until enough are confidential',
      [100, 30],
      [100, 30],
      [
        [8, 2],
        [12, 0],
        [20, 10],
        [60, 18],
      ],
      ['stage 1', 'stage 2', 'stage 3'],
    ],
    [
      'answers about no stage that the total less the stages would tell',
      [41, 21],
      [41, 21],
      [[40, 20]],
      ['stage 1'],
    ],
    ['an earlier answer that the total less the latest would tell', [41, 21], [40, 20], [], ['latest']],
  ])('%s', (_name, all, latest, stages, expected) => {
    expect(hidden(all, latest, ...stages)).toEqual(expected);
  });
});

// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  levelOfMail,
  rowHtml,
  seeIntoShadows,
  settle,
  shownLevels,
  showQueue,
  watchLists,
} from './listed-page';

const mails = ['risk1@x', 'risk2@x', 'watch1@x', 'fine1@x', 'fine2@x', 'nobody'];
const words = { 'at-risk': 'At risk', watch: 'Watch' };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  seeIntoShadows();
  history.replaceState(null, '', '/queue');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const row = (i: number) => document.querySelectorAll('li')[i];

/** What a page does to its rows. Names stay as they are: only the address says who it is. */
type Step = { what: string; act: () => unknown };
const index = fc.nat({ max: 5 });
const mail = fc.constantFrom(...mails);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(index, mail).map(([i, m]) => ({
    what: `fill ${i} with ${m}`,
    act: () => row(i)?.querySelector('.mail')?.replaceChildren(m),
  })),
  fc.tuple(index, mail).map(([i, m]) => ({
    what: `text of ${i} becomes ${m}`,
    act: () => Object.assign(row(i)?.querySelector('.mail')?.firstChild ?? {}, { nodeValue: m }),
  })),
  fc.tuple(index, mail).map(([i, m]) => ({
    what: `replace ${i} by ${m}`,
    act: () => Object.assign(row(i) ?? {}, { outerHTML: rowHtml(m) }),
  })),
  mail.map((m) => ({
    what: `add ${m}`,
    act: () => document.querySelector('ul')?.insertAdjacentHTML('afterbegin', rowHtml(m)),
  })),
  index.map((i) => ({ what: `remove ${i}`, act: () => row(i)?.remove() })),
  fc
    .tuple(index, index)
    .map(([i, j]) => ({ what: `move ${i} before ${j}`, act: () => row(j)?.before(row(i) ?? '') })),
  fc.tuple(index, index).map(([i, j]) => ({
    what: `move the address of ${i} to ${j}`,
    act: () =>
      row(j)
        ?.querySelector('.mail')
        ?.replaceWith(row(i)?.querySelector('.mail') ?? ''),
  })),
  fc.array(mail, { maxLength: 6 }).map((all) => ({ what: `draw ${all}`, act: () => showQueue(all) })),
  fc.constant({ what: 'wait', act: () => settle(60) }),
  fc.constant({ what: 'wait long', act: () => settle(1200) }),
);

it('a row never shows a level that isn’t that of whom it names, whatever becomes of the rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      showQueue(['risk1@x', 'fine1@x', 'watch1@x']);
      const { watcher, stop } = watchLists();
      await settle();
      const right = () =>
        shownLevels().filter(([m, word]) => {
          const level = levelOfMail(m);
          return level === null || words[level] !== word;
        });
      try {
        for (const { what, act } of steps) {
          await act();
          // Changes are heard at the end of their task, before anything is painted.
          await Promise.resolve();
          expect(right(), what).toEqual([]);
          watcher.pageChanged(null);
        }
        await settle(3000);
        expect(right()).toEqual([]);
        const due = [...document.querySelectorAll('.mail')]
          .map((e) => e.textContent ?? '')
          .filter(levelOfMail);
        expect(shownLevels().map(([m]) => m)).toEqual(due);
      } finally {
        stop();
        document.body.innerHTML = '';
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { find, hosts, rowHtml, settle, shownLevels, showQueue } from './listed-page';
import { watchEachTest } from './watch-each-test';

const watch = watchEachTest();

describe('when levels change', () => {
  it('they are asked for anew, and meanwhile nothing old stands there longer than that takes', async () => {
    showQueue(['risk@x.example']);
    let level: 'at-risk' | 'watch' | null = 'at-risk';
    const { watcher } = watch(async () => ({ state: 'levels', levels: [level], wait: null }));
    await settle();
    level = null;
    watcher.levelsChanged();
    await settle();
    expect(shownLevels()).toEqual([]);
  });

  it('and nobody may see them any more, they go, and nothing is asked until that changes', async () => {
    showQueue(['risk@x.example']);
    let isOff = false;
    const { watcher, asked } = watch(async () =>
      isOff ? { state: 'off' } : { state: 'levels', levels: ['at-risk'], wait: null },
    );
    await settle();
    isOff = true;
    watcher.levelsChanged();
    await settle();
    expect(hosts()).toEqual([]);
    find('ul').insertAdjacentHTML('beforeend', rowHtml('risk2@x.example'));
    await settle(10_000);
    expect(asked).toHaveLength(2);
    isOff = false;
    watcher.levelsChanged();
    await settle();
    expect(shownLevels().length).toBeGreaterThan(0);
  });

  it('an answer that was on its way before counts no more', async () => {
    showQueue(['risk@x.example']);
    const answers: ((level: 'at-risk' | null) => void)[] = [];
    const { watcher } = watch(
      () =>
        new Promise((resolve) =>
          answers.push((level) => resolve({ state: 'levels', levels: [level], wait: null })),
        ),
    );
    await settle();
    watcher.levelsChanged();
    answers[0]?.('at-risk');
    await settle();
    answers[1]?.(null);
    await settle();
    expect(answers).toHaveLength(2);
    expect(shownLevels()).toEqual([]);
  });

  it('after too many questions the rest is asked when the minute is over, and nothing before', async () => {
    showQueue(['risk1@x.example', 'risk2@x.example', 'risk3@x.example']);
    let calls = 0;
    const { asked } = watch(async (people) => {
      calls += 1;
      return calls === 1
        ? { state: 'levels', levels: ['at-risk'], wait: 30_000 }
        : { state: 'levels', levels: people.map(() => 'at-risk' as const), wait: null };
    });
    await settle(29_000);
    expect(shownLevels()).toHaveLength(1);
    expect(asked).toHaveLength(1);
    await settle(3000);
    expect(asked.at(-1)).toEqual(['risk2@x.example', 'risk3@x.example']);
    expect(shownLevels()).toHaveLength(3);
  });
});

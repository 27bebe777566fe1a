import type { Example, Lesson, Way } from './lesson';
import { selectorsFor } from './selectors';
import { takesFrom } from './takes';
import { tryWay } from './ways';

const MOST = 5;
const FURNITURE = 'header, nav, [role="banner"], [role="navigation"], [role="menubar"]';

/** Addresses in what stands around every page: the agent's own, in all likelihood. */
export function agentWays(example: Example, seen: string): Lesson['agent'] {
  const customer = new Set(
    example.picks
      .flatMap(({ element }) => takesFrom(element, 'email', example.url))
      .map(({ value }) => value),
  );
  const found = [...example.document.querySelectorAll(FURNITURE)]
    .flatMap((around) => [...around.querySelectorAll('*')])
    .filter((element) => element.childElementCount === 0 || element.localName === 'a')
    .flatMap((element) =>
      takesFrom(element, 'email', example.url)
        .slice(0, 1)
        .map((taken) => ({ element, ...taken })),
    )
    .filter(({ value }) => !customer.has(value));
  return found.slice(0, MOST).flatMap(({ element, take, as, value }) => {
    const ways = selectorsFor(element, value).map(
      ({ css, tier }): Way => ({ each: null, at: { css, seen }, take, as, tier, hits: 1 }),
    );
    const way = ways.find((one) => tryWay(one, example, value) === 'hit');
    return way ? [{ way, value }] : [];
  });
}

/** Those that say the same on another customer's page as well. */
export function tryAgents(agent: Lesson['agent'], example: Example): Lesson['agent'] {
  return agent
    .filter(({ way, value }) => tryWay(way, example, value) === 'hit')
    .map(({ way, value }) => ({ way: { ...way, hits: way.hits + 1 }, value }));
}

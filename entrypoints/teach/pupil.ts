import { detect } from '@/lib/crm/detect';
import { findElements } from '@/lib/crm/find-elements';
import { matchPage } from '@/lib/crm/match-page';
import { adapterOf } from '@/lib/crm/teach/adapter-of';
import { type LearnProblem, learn } from '@/lib/crm/teach/learn';
import { emptyLesson, type Lesson, type Pick, type PickAs } from '@/lib/crm/teach/lesson';
import { takesFrom } from '@/lib/crm/teach/takes';
import type { CrmAdapter, ReadAs } from '@/lib/protocol/crm-adapter';

export type Shown = readonly (readonly [as: PickAs, value: string])[];

const kindOf = (as: ReadAs): PickAs => {
  if (typeof as === 'object') return 'number';
  return as === 'nameAndAddress' ? 'email' : as;
};

const here = () => ({ url: new URL(location.href), document });

/** What an adapter reads on this page now; null for nobody. */
function read(adapter: CrmAdapter): Shown | null {
  const { url } = here();
  const found = detect(url, document, [adapter]);
  if (found.state !== 'customer') return null;
  const { name, people } = found.identity;
  const named: Shown = name === '' ? [] : [['name', name]];
  return [
    ...named,
    ...people.flat().map(({ kind, value }) => [kind === 'externalId' ? 'number' : kind, value] as const),
  ];
}

/** The elements that it was read from, as if a person had pointed at them. */
function pointed(adapter: CrmAdapter): Pick[] {
  const page = matchPage(adapter, here().url)?.page;
  if (!page || 'fromAddress' in page) return [];
  const [within] = findElements(page.people.each, { within: document, ignore: '' });
  return page.people.fields.flatMap((field) => {
    const as = kindOf(field.as);
    const found = 'at' in field && within ? findElements(field.at, { within, ignore: '' }) : [];
    // A column of values of all kinds: the one that is such a thing.
    const element = found.find((one) => takesFrom(one, as, here().url).length > 0);
    return element ? [{ element, as }] : [];
  });
}

/** The learning side of teaching: what is known from earlier pages, and what this page adds. */
export function createPupil(memory: string | null, today: string) {
  /** before this page */
  let before: Lesson = memory === null ? emptyLesson : (JSON.parse(memory) as Lesson);
  let now = before;
  let picks: Pick[] = [];
  const adapter = () => adapterOf(now, location.hostname, today);
  const pages = () => now.pages.reduce((sum, { urls }) => sum + urls.length, 0);

  function take(next: readonly Pick[], complete: boolean): LearnProblem | null {
    const learned = learn(before, { ...here(), picks: next, complete }, today);
    if ('problem' in learned) return learned;
    picks = [...next];
    now = learned;
    return null;
  }

  return {
    adapter,
    pages,
    memory: () => JSON.stringify(now),
    knowsSite: () => before.pages.length > 0,
    reading: (): Shown | null => {
      const known = adapter();
      return known && read(known);
    },
    /** Somebody pointed at this. */
    point: (element: Element, as: PickAs): LearnProblem | null =>
      take([...picks.filter((pick) => pick.as !== as), { element, as }], false),
    /** Somebody said that what is read here is right: all of it, and no more. */
    confirm(): LearnProblem | null {
      const known = adapter();
      return known && take(pointed(known), true);
    },
    /** Another page. */
    turn(): void {
      before = now;
      picks = [];
    },
  };
}

export type Pupil = ReturnType<typeof createPupil>;

import { detect } from '@/lib/crm/detect';
import { findElements } from '@/lib/crm/find-elements';
import { matchPage } from '@/lib/crm/match-page';
import { isShown } from '@/lib/crm/shown';
import { adapterOf } from '@/lib/crm/teach/adapter-of';
import { type LearnProblem, learn } from '@/lib/crm/teach/learn';
import {
  type Example,
  emptyLesson,
  type Lesson,
  type PickAs,
  type Pick as Picked,
} from '@/lib/crm/teach/lesson';
import { pickedAs, pickedKind, plain } from '@/lib/crm/teach/sameness';
import { takesFrom } from '@/lib/crm/teach/takes';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';

export type Shown = readonly (readonly [as: PickAs, value: string])[];

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
    ...people.flat().map((identifier) => [pickedKind(identifier), identifier.value] as const),
  ];
}

/** The elements that it was read from, as if a person had pointed at them. */
function pointed(adapter: CrmAdapter): Picked[] {
  const page = matchPage(adapter, here().url)?.page;
  if (!page || !('people' in page)) return [];
  const ignore = adapter.ignore.join(',');
  const [within] = findElements(page.people.each, { within: document, ignore });
  return page.people.fields.flatMap((field) => {
    const as = pickedAs(field.as);
    const found = 'at' in field && within ? findElements(field.at, { within, ignore }) : [];
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
  let picks: Picked[] = [];
  /** what they said when they were pointed at */
  let said: string[] = [];
  let none: readonly PickAs[] = [];
  const without = (as: PickAs) => picks.filter((pick) => pick.as !== as);
  const sayOf = ({ element, as }: Picked) => takesFrom(element, as, here().url)[0]?.value ?? '';
  const adapter = () => adapterOf(now, location.hostname, today);
  const pages = () => now.pages.reduce((sum, { urls }) => sum + urls.length, 0);

  function take(next: Partial<Pick<Example, 'picks' | 'complete' | 'none'>>): LearnProblem | null {
    const example = { ...here(), picks, none, complete: false, ...next };
    const learned = learn(before, example, today);
    if ('problem' in learned) return learned;
    picks = [...example.picks];
    said = picks.map(sayOf);
    none = example.none;
    now = learned;
    return null;
  }

  function reading(): Shown | null {
    const known = adapter();
    return known && read(known);
  }

  /** Another record stands here: what was pointed at is gone or says something else, and is read nowhere. */
  function isOther(): boolean {
    const isSame = (pick: Picked, i: number) =>
      pick.element.isConnected && isShown(pick.element) && sayOf(pick) === said[i];
    if (picks.every(isSame)) return false;
    // The page may have drawn the same record anew.
    const shown = new Set((reading() ?? []).map(([as, value]) => `${as} ${plain(as, value)}`));
    return !picks.every(({ as }, i) => shown.has(`${as} ${plain(as, said[i] ?? '')}`));
  }

  return {
    adapter,
    pages,
    memory: () => JSON.stringify(now),
    knowsSite: () => before.pages.length > 0,
    reading,
    isOther,
    /** Somebody pointed at this. */
    point: (element: Element, as: PickAs): LearnProblem | null =>
      take({ picks: [...without(as), { element, as }], none: none.filter((one) => one !== as) }),
    /** Somebody said that this customer has no such thing. */
    none: (as: PickAs): LearnProblem | null => take({ picks: without(as), none: [...none, as] }),
    /** Somebody said that what is read here is right: all of it, and no more. */
    confirm(): LearnProblem | null {
      const known = adapter();
      return known && take({ picks: pointed(known), complete: true });
    },
    /** Another page. */
    turn(): void {
      before = now;
      picks = [];
      said = [];
      none = [];
    },
  };
}

export type Pupil = ReturnType<typeof createPupil>;

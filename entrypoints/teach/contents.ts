import type { PickAs } from '@/lib/crm/teach/lesson';
import { takesFrom } from '@/lib/crm/teach/takes';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import { guessKind } from './likely';
import type { PanelButton, PanelContent } from './panel';
import type { Pupil } from './pupil';

/**
 * Where a lesson stands; `as`: only this is pointed at, because it was read wrongly. `back`: where one came from, for
 * "Back" and Escape.
 */
export type Step =
  | { at: 'taught' | 'check' | 'wrong' | 'done' }
  | PointStep
  | { at: 'ask'; element: Element; back: Step }
  | { at: 'stop'; back: Step };
type PointStep = {
  at: 'point';
  as?: PickAs | undefined;
  problem?: string | undefined;
  back?: Step | undefined;
};

/** One step back; null where there is nothing to go back to. */
export function backOf(step: Step): Step | null {
  if (step.at === 'wrong') return { at: 'check' };
  return 'back' in step ? (step.back ?? null) : null;
}

const KINDS: readonly PickAs[] = ['email', 'phone', 'number', 'name'];

type ContentDeps = {
  pupil: Pupil;
  go: (to: Step) => void;
  /** this is what an element says */
  teach: (element: Element, as: PickAs) => void;
  /** this customer has no such thing */
  none: (as: PickAs) => void;
  right: () => void;
  moveAside: () => void;
  /** asks first, where there is something to lose */
  stop: () => void;
  /** ends the lesson, and forgets it */
  end: () => void;
};

/** What the panel says at each step of a lesson. */
export function createContents({ pupil, go, teach, none, right, moveAside, stop, end }: ContentDeps) {
  const button = (label: string, onPress: () => void, look?: PanelButton['look']): PanelButton => ({
    label,
    onPress,
    ...(look && { look }),
  });
  const stopButton = button(w.stop, stop, 'quiet');
  const found = (): NonNullable<PanelContent['found']> =>
    (pupil.reading() ?? []).map(([as, value]) => [w.kinds[as], value] as const);
  const backTo = (to: Step) => button(w.back, () => go(to), 'quiet');

  function ask(element: Element, back: Step): PanelContent {
    const page = new URL(location.href);
    const guess = guessKind(element, page);
    const kinds = [guess, ...KINDS.filter((as) => as !== guess)].map((as) =>
      button(w.kinds[as], () => teach(element, as), as === guess ? 'likely' : undefined),
    );
    const text = takesFrom(element, guess, page)[0]?.value ?? '';
    return {
      title: w.whatIs,
      lines: text ? [text.slice(0, 80)] : [],
      buttons: [...kinds, button(w.notThis, () => go(back), 'quiet')],
    };
  }

  function check(): PanelContent {
    const read = found();
    if (read.length > 0) {
      const wrong = button(w.wrong, () => go({ at: 'wrong' }));
      const buttons = [button(w.right, right, 'likely'), wrong, stopButton];
      return { title: w.reads, found: read, lines: [w.isRight], buttons };
    }
    const nobody = button(w.nobodyRight, () => go({ at: 'done' }));
    const somebody = button(w.nobodyWrong, () => go({ at: 'point', back: { at: 'check' } }));
    return { title: w.readsNobody, lines: [], buttons: [nobody, somebody, stopButton] };
  }

  /** One thing was misread, and the others needn't be shown again. */
  function wrong(): PanelContent {
    const kinds = [...new Set((pupil.reading() ?? []).map(([as]) => as))];
    const back: Step = { at: 'wrong' };
    const each = kinds.map((as) => button(w.kinds[as], () => go({ at: 'point', as, back })));
    const missing = button(w.missing, () => go({ at: 'point', back }));
    const buttons = [...each, missing, backTo({ at: 'check' })];
    return { title: w.whatIsWrong, found: found(), lines: [], buttons };
  }

  /** The page can be used: to go to a customer, or to the next one. */
  function taught(): PanelContent {
    const read = found();
    const more = button(read.length > 0 ? w.more : w.here, () => go({ at: 'point', back: { at: 'taught' } }));
    const title = read.length > 0 ? w.reads : w.title;
    return { title, found: read, lines: [read.length > 0 ? w.open : w.goThere], buttons: [more, stopButton] };
  }

  function point({ as, problem, back }: PointStep): PanelContent {
    const aside = button(w.aside, moveAside, 'quiet');
    const shared = { title: w.title, problem, hint: w.keys };
    const backs = back ? [backTo(back)] : [];
    if (as) {
      const buttons = [button(w.noneHere, () => none(as)), ...backs, aside, stopButton];
      return { ...shared, lines: [w.pointAt(w.kinds[as])], buttons };
    }
    const browse = back?.at === 'taught' ? [] : [button(w.browse, () => go({ at: 'taught' }))];
    return { ...shared, lines: [w.point], buttons: [...browse, ...backs, aside, stopButton] };
  }

  function done(): PanelContent {
    return { title: w.reads, found: found(), lines: [w.thanks(pupil.pages())], buttons: [stopButton] };
  }

  function stopping(back: Step): PanelContent {
    const buttons = [button(w.goOn, () => go(back), 'likely'), button(w.stop, end, 'quiet')];
    return { title: w.reallyStop, lines: [], buttons };
  }

  return (step: Step): PanelContent => {
    if (step.at === 'ask') return ask(step.element, step.back);
    if (step.at === 'point') return point(step);
    if (step.at === 'stop') return stopping(step.back);
    return { check, wrong, taught, done }[step.at]();
  };
}

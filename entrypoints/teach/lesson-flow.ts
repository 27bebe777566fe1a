import type { LearnProblem } from '@/lib/crm/teach/learn';
import type { PickAs } from '@/lib/crm/teach/lesson';
import { onNavigation } from '@/lib/crm/watch/navigation-events';
import type { ContentClient } from '@/lib/messaging/content-client';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import { backOf, createContents, type Step } from './contents';
import type { Overlay } from './overlay';
import { createPicker } from './picker';
import type { Pupil } from './pupil';

/*
 *   point ── click ──> ask ── kind ──> taught, with what is read now ── another record ──> check <── click, or none ──┐
 *     ▲                                                                                   │   │                       │
 *     └────── something is missing ─────────────────── wrong <────────── wrong ───────────┘   └ right ──> done        │
 *                                                        └── this one is wrong ──> point at it ───────────────────────┘
 * Escape, and "Back": one step back; where there is none, `stop`, which asks once something was pointed at.
 * Another record, wherever this stands (`done` too): check. Another record is another address, or other words in what was
 * pointed at.
 */

const LOOK_AGAIN = 500;

type FlowDeps = {
  client: ContentClient;
  pupil: Pupil;
  overlay: Overlay;
  signal: AbortSignal;
  stop: () => void;
};

const problemText = ({ problem, as }: LearnProblem) => w.problems[problem](w.kinds[as]);

/** Where the focus belongs: what a person has to answer, or the page. */
function placeFocus({ panel }: Overlay, { at }: Step, hadFocus: boolean): void {
  const nowhere = document.activeElement === null || document.activeElement === document.body;
  if (at === 'point') panel.focus();
  else if (at === 'ask' || at === 'wrong' || at === 'stop') panel.focusButton('likely');
  else if (at === 'check' && (hadFocus || nowhere)) panel.focusButton('likely');
  else if (hadFocus) panel.focus();
}

/** Goes with a person from page to page until they stop. What was learned is proposed to the background at every step. */
export function startFlow({ client, pupil, overlay, signal, stop }: FlowDeps): void {
  let step: Step = { at: pupil.knowsSite() ? 'check' : 'point' };
  let address = location.href;
  const { panel } = overlay;

  function propose(): void {
    const proposal = { memory: pupil.memory(), adapter: pupil.adapter(), pages: pupil.pages() };
    client.call('teach.propose', proposal).catch(() => {
      if (!signal.aborted) go({ at: 'point', problem: w.failed });
    });
  }

  function learned(problem: LearnProblem | null, then: Step, as?: PickAs): void {
    const from = step.at === 'ask' ? step.back : step;
    const back = from.at === 'point' ? from.back : from;
    if (problem) {
      go({ at: 'point', as, problem: problemText(problem), back });
      return;
    }
    propose();
    go(pupil.reading() ? then : { at: 'point', problem: w.lost, back });
  }

  /** One slip must not lose a lesson. */
  function askToStop(): void {
    if (pupil.pages() === 0) stop();
    else go({ at: 'stop', back: step });
  }

  const picker = createPicker({
    overlay,
    signal,
    onEscape() {
      const to = backOf(step);
      if (to) go(to);
      else askToStop();
    },
    onPick(element) {
      const as = step.at === 'point' ? step.as : undefined;
      if (as) learned(pupil.point(element, as), { at: 'check' }, as);
      else go({ at: 'ask', element, back: { ...step, problem: undefined } as Step });
    },
  });

  const content = createContents({
    pupil,
    go: (to) => go(to),
    teach: (element, as) => learned(pupil.point(element, as), { at: 'taught' }),
    none: (as) => learned(pupil.none(as), { at: 'check' }),
    right: () => learned(pupil.confirm(), { at: 'done' }),
    ...{ moveAside: overlay.moveAside, stop: askToStop, end: stop },
  });

  function go(to: Step): void {
    step = to;
    const hadFocus = panel.hasFocus();
    // Where there is something to go on with, the page can be used again: a click opens the next customer.
    picker.set(step.at === 'point' ? (step.as ?? 'any') : null);
    if (step.at === 'ask') overlay.point(step.element);
    panel.say(content(step));
    placeFocus(overlay, step, hadFocus);
  }

  function moved(): void {
    if (address === location.href && !pupil.isOther()) return;
    address = location.href;
    pupil.turn();
    go({ at: pupil.knowsSite() ? 'check' : 'point' });
  }

  onNavigation(window, signal, moved);
  const looking = setInterval(() => {
    overlay.keepOnTop();
    moved();
    if (step.at !== 'ask') panel.say(content(step));
  }, LOOK_AGAIN);
  signal.addEventListener('abort', () => clearInterval(looking));
  go(step);
}

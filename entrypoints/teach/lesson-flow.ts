import { onNavigation } from '@/lib/crm/navigation-events';
import type { LearnProblem } from '@/lib/crm/teach/learn';
import type { PickAs } from '@/lib/crm/teach/lesson';
import { takesFrom } from '@/lib/crm/teach/takes';
import type { ContentClient } from '@/lib/messaging/content-client';
import { teachWords as w } from '@/lib/ui/teach-words';
import { guessKind } from './likely';
import type { Overlay, OverlayButton, PanelContent } from './overlay';
import { createPicker } from './picker';
import type { Pupil } from './pupil';

/*
 *   point ── click ──> ask ── kind ──> taught, with what is read now ── another page ──> check
 *     ▲                                                                                  │ │
 *     └─────────────────────────────── wrong ────────────────────────────────────────────┘ └ right ──> done ── another page ──> check
 */
type Step =
  | { at: 'point' | 'taught' | 'check' | 'done'; problem?: string | undefined }
  | { at: 'ask'; element: Element };

const LOOK_AGAIN = 500;
const KINDS: readonly PickAs[] = ['email', 'phone', 'number', 'name'];

type FlowDeps = {
  client: ContentClient;
  pupil: Pupil;
  overlay: Overlay;
  signal: AbortSignal;
  stop: () => void;
};

const problemText = ({ problem, as }: LearnProblem) => w.problems[problem](w.kinds[as]);

function foundOf(pupil: Pupil): NonNullable<PanelContent['found']> {
  return (pupil.reading() ?? []).map(([as, value]) => [w.kinds[as], value] as const);
}

/** Goes with a person from page to page until they stop. What was learned is proposed to the background at every step. */
export function startFlow({ client, pupil, overlay, signal, stop }: FlowDeps): void {
  let step: Step = { at: pupil.knowsSite() ? 'check' : 'point' };
  let address = location.href;
  const picker = createPicker({
    overlay,
    signal,
    onEscape: stop,
    onPick: (element) => go({ at: 'ask', element }),
  });
  const stopButton: OverlayButton = { label: w.stop, onPress: stop, look: 'quiet' };

  function propose(): void {
    const proposal = { memory: pupil.memory(), adapter: pupil.adapter(), pages: pupil.pages() };
    client.call('teach.propose', proposal).catch(() => {
      if (!signal.aborted) go({ at: 'point', problem: w.failed });
    });
  }

  function learned(problem: LearnProblem | null, then: 'taught' | 'done'): void {
    if (problem) {
      go({ at: 'point', problem: problemText(problem) });
      return;
    }
    propose();
    go(pupil.reading() ? { at: then } : { at: 'point', problem: w.lost });
  }

  function ask(element: Element): PanelContent {
    const page = new URL(location.href);
    const guess = guessKind(element, page);
    const kinds = [guess, ...KINDS.filter((as) => as !== guess)].map((as): OverlayButton => {
      const press = () => learned(pupil.point(element, as), 'taught');
      return { label: w.kinds[as], onPress: press, ...(as === guess && { look: 'likely' }) };
    });
    const text = takesFrom(element, guess, page)[0]?.value ?? '';
    return {
      title: w.whatIs,
      lines: text ? [text.slice(0, 80)] : [],
      buttons: [...kinds, { label: w.notThis, onPress: () => go({ at: 'point' }), look: 'quiet' }],
    };
  }

  function check(): PanelContent {
    const found = foundOf(pupil);
    const wrong = () => go({ at: 'point' });
    if (found.length === 0)
      return {
        title: w.readsNobody,
        lines: [],
        buttons: [
          { label: w.nobodyRight, onPress: () => go({ at: 'done' }) },
          { label: w.nobodyWrong, onPress: wrong },
          stopButton,
        ],
      };
    const right: OverlayButton = {
      label: w.right,
      onPress: () => learned(pupil.confirm(), 'done'),
      look: 'likely',
    };
    return {
      title: w.reads,
      found,
      lines: [w.isRight],
      buttons: [right, { label: w.wrong, onPress: wrong }, stopButton],
    };
  }

  /** The page can be used: to go to a customer, or to the next one. */
  function taught(): PanelContent {
    const found = foundOf(pupil);
    const more: OverlayButton = {
      label: found.length > 0 ? w.more : w.here,
      onPress: () => go({ at: 'point' }),
    };
    const title = found.length > 0 ? w.reads : w.title;
    return { title, found, lines: [found.length > 0 ? w.open : w.goThere], buttons: [more, stopButton] };
  }

  function point(problem: string | undefined): PanelContent {
    const browse: OverlayButton = { label: w.browse, onPress: () => go({ at: 'taught' }) };
    return { title: w.title, lines: [w.point], problem, buttons: [browse, stopButton], hint: w.keys };
  }

  function content(): PanelContent {
    if (step.at === 'ask') return ask(step.element);
    if (step.at === 'check') return check();
    if (step.at === 'done')
      return {
        title: w.reads,
        found: foundOf(pupil),
        lines: [w.thanks(pupil.pages())],
        buttons: [stopButton],
      };
    return step.at === 'taught' ? taught() : point(step.problem);
  }

  function go(to: Step): void {
    step = to;
    // Where there is something to go on with, the page can be used again: a click opens the next customer.
    picker.set(step.at === 'point');
    if (step.at === 'ask') overlay.point(step.element);
    overlay.say(content());
  }

  function moved(): void {
    if (address === location.href) return;
    address = location.href;
    pupil.turn();
    go({ at: pupil.knowsSite() ? 'check' : 'point' });
  }

  onNavigation(window, signal, moved);
  const looking = setInterval(() => {
    moved();
    if (step.at !== 'ask') overlay.say(content());
  }, LOOK_AGAIN);
  signal.addEventListener('abort', () => clearInterval(looking));
  go(step);
}

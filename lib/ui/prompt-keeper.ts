import { choosePrompts, fittingPrompts, type Situation, situationName } from '@/lib/domain/choose-prompts';
import { mayDisclose } from '@/lib/domain/may-disclose';
import type { Phase, Playbook, Prompt } from '@/lib/domain/playbook';
import {
  memoryOfNextCall,
  nothingShown,
  type PromptMemory,
  rememberShown,
} from '@/lib/domain/rotate-prompts';
import type { PhaseByHand } from './call-phase';
import type { Call } from './host';
import type { SidebarStore } from './sidebar-store';
import type { Subject } from './subject';

/** What this sidebar knows of the prompts of one customer's call; `memory` is null until the background has said. */
export type PromptState = {
  about: string;
  noteId: string | null;
  memory: PromptMemory | null;
  byHand: PhaseByHand | null;
  dismissed: readonly string[];
  /** its note had words when it was opened here: somebody has been spoken with */
  hadWords: boolean;
};

type Deps = { store: SidebarStore; call: Call };
type Opened = Pick<PromptState, 'about' | 'noteId'> & { hasWords: boolean };
type OnShow = { playbook: Playbook; situation: Situation; offers: readonly string[] };

/** Whom prompts are remembered by: the customer where we know who that is, so that their next call finds it. */
export const aboutOf = ({ card, id }: Subject) => (card ? `card ${card.number}` : id);

/** The prompts for now; null while it isn't known what was shown before: what comes in then would jump. */
export function promptsNow(
  state: PromptState | null,
  playbook: Playbook,
  situation: Situation,
): Prompt[] | null {
  return state?.memory ? choosePrompts(playbook, situation, state.memory) : null;
}

/** Keeps in step with the background what was shown, and to which phase the rep stepped. */
export function createPromptKeeper({ store, call }: Deps) {
  let sent = '';
  const current = () => store.getState().prompts;
  const put = (prompts: PromptState) => store.setState({ prompts });

  /** The same customer goes on: the call begins that their first prompts were read for, or it is the next one. */
  function goOn(state: PromptState, { noteId, hasWords }: Opened): void {
    if (state.noteId === noteId) return;
    const now = { noteId, hadWords: hasWords };
    if (state.noteId === null || !state.memory) put({ ...state, ...now });
    else put({ ...state, ...now, memory: memoryOfNextCall(state.memory, state.dismissed), byHand: null });
  }

  return {
    /** Whom the sidebar is about, from now on. */
    open(opened: Opened): void {
      const { about, noteId, hasWords } = opened;
      const state = current();
      if (state?.about === about) {
        goOn(state, opened);
        return;
      }
      put({ about, noteId, memory: null, byHand: null, dismissed: [], hadWords: hasWords });
      const settle = (known: Pick<PromptState, 'byHand'> & { memory: PromptMemory }) => {
        const now = current();
        if (now?.about === about && now.memory === null) put({ ...now, ...known });
      };
      // Without an answer the prompts are those of a customer whom nobody has called with yet.
      call('prompts.recall', { about, noteId }).then(settle, () =>
        settle({ memory: nothingShown, byHand: null }),
      );
    },

    step(phase: Phase, from: Phase): void {
      const state = current();
      if (state) put({ ...state, byHand: phase === from ? null : { phase, from } });
    },

    /** These stand before the rep's eyes. Asked at each change, it says each thing once. */
    shown({ playbook, situation, offers }: OnShow): void {
      const state = current();
      if (!state?.memory) return;
      const { phase, caller } = situation;
      const now = { situation: situationName(situation), phase, verified: mayDisclose(caller) };
      const ids = choosePrompts(playbook, situation, state.memory).map((p) => p.id);
      const memory = rememberShown(state.memory, now, ids);
      const next = { ...state, memory, dismissed: [...situation.dismissed] };
      const eligible = fittingPrompts(playbook, situation).map((p) => p.id);
      const seen = {
        playbookVersion: playbook.version,
        prompts: { shown: ids, eligible },
        offers: { shown: [...offers], eligible: [...offers] },
      };
      const said = { ...next, seen };
      const text = JSON.stringify(said);
      if (text === sent) return;
      sent = text;
      put(next);
      // Nothing that a rep needs hangs on it: what isn't remembered is chosen anew.
      call('prompts.shown', said).catch(() => undefined);
    },
  };
}

export type PromptKeeper = ReturnType<typeof createPromptKeeper>;

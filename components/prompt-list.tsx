import { BookOpen, X } from 'lucide-react';
import { useState } from 'react';
import type { ExamplePart } from '@/lib/domain/fill-example';
import type { Emotion } from '@/lib/domain/note';
import type { Phase, Prompt } from '@/lib/domain/playbook';
import { promptWords } from '@/lib/ui/words/prompt-words';
import { sourceText } from '@/lib/ui/words/source-words';
import { words } from '@/lib/ui/words/words';
import { PhaseSteps } from './phase-steps';
import { PromptExample } from './prompt-example';
import { IconButton, Button as TextButton } from './ui/button';
import { Section } from './ui/section';
import { Segmented } from './ui/segmented';
import './prompt-list.css';

type Props = {
  phase: Phase;
  /** at most two, as `choosePrompts` chose them */
  prompts: readonly Prompt[];
  /** an example, with what is known filled in */
  fill: (example: string) => ExamplePart[];
  /** how many the rep has waved away in this call */
  dismissed: number;
  /** what the rep said they hear */
  emotion: Emotion | null;
  onPhase: (phase: Phase) => void;
  onHear: (emotion: Emotion | null) => void;
  onDismiss: (id: string) => void;
  onUndo: () => void;
};

const w = words.prompts;
const p = promptWords;

type ItemProps = { prompt: Prompt } & Pick<Props, 'fill' | 'onDismiss'>;

/**
 * The intent in full, its example in two lines at most: a glance is enough, and a tap shows the rest, with where it comes
 * from.
 */
function PromptItem({ prompt, fill, onDismiss }: ItemProps) {
  const { id, intent, example, source } = prompt;
  const [open, setOpen] = useState(false);
  return (
    <li className="prompt">
      <span className="prompt-mark" aria-hidden />
      <p className="prompt-intent">{intent}</p>
      <IconButton label={w.dismiss(intent)} icon={X} onPress={() => onDismiss(id)} />
      {example && <PromptExample parts={fill(example)} open={open} onToggle={() => setOpen(!open)} />}
      {open && source && (
        <p className="prompt-source">
          <BookOpen size={14} strokeWidth={1.75} aria-hidden />
          <span>
            <span className="visually-hidden">{`${p.source}: `}</span>
            {sourceText(source)}
          </span>
        </p>
      )}
    </li>
  );
}

function Dismissed({ dismissed, onUndo }: Pick<Props, 'dismissed' | 'onUndo'>) {
  if (dismissed === 0) return null;
  return (
    <p className="prompts-dismissed">
      {w.dismissed(dismissed)}
      <TextButton look="link" small onPress={onUndo}>
        {w.undo}
      </TextButton>
    </p>
  );
}

/** Where the call stands, what to say there, and what the rep hears. Intents, never a script; none of it is required. */
export function PromptList({ phase, prompts, fill, dismissed, emotion, ...on }: Props) {
  return (
    <Section title={w.title[phase]} aside={<PhaseSteps phase={phase} onPhase={on.onPhase} />}>
      <ul className="prompts">
        {prompts.map((prompt) => (
          <PromptItem key={prompt.id} prompt={prompt} fill={fill} onDismiss={on.onDismiss} />
        ))}
      </ul>
      <Dismissed dismissed={dismissed} onUndo={on.onUndo} />
      <Segmented loose label={p.heard} options={p.emotions} value={emotion} onChange={on.onHear} />
    </Section>
  );
}

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Phase, Prompt } from '@/lib/domain/playbook';
import { words } from '@/lib/ui/words';
import { IconButton, Button as TextButton } from './ui/button';
import { Section } from './ui/section';
import './prompt-list.css';

type Props = {
  phase: Phase;
  /** at most two, as `choosePrompts` chose them */
  prompts: readonly Prompt[];
  /** how many the rep has waved away in this call */
  dismissed: number;
  onDismiss: (id: string) => void;
  onUndo: () => void;
};

const w = words.prompts;

type ItemProps = { prompt: Prompt; onDismiss: Props['onDismiss'] };

/** The intent in full, its example in two lines at most: a glance is enough, and a tap shows the rest. */
function PromptItem({ prompt, onDismiss }: ItemProps) {
  const { id, intent, example } = prompt;
  const [open, setOpen] = useState(false);
  return (
    <li className="prompt">
      <span className="prompt-mark" aria-hidden />
      <p className="prompt-intent">{intent}</p>
      <IconButton label={w.dismiss(intent)} icon={X} onPress={() => onDismiss(id)} />
      {example && (
        <Button
          className="prompt-example"
          aria-expanded={open}
          data-open={open || undefined}
          onPress={() => setOpen(!open)}
        >
          {`“${example}”`}
        </Button>
      )}
    </li>
  );
}

/** Intents, each with one example in words. Never a script. */
export function PromptList({ phase, prompts, dismissed, onDismiss, onUndo }: Props) {
  if (prompts.length === 0 && dismissed === 0) return null;
  return (
    <Section title={w.title[phase]}>
      <ul className="prompts">
        {prompts.map((prompt) => (
          <PromptItem key={prompt.id} prompt={prompt} onDismiss={onDismiss} />
        ))}
      </ul>
      {dismissed > 0 && (
        <p className="prompts-dismissed">
          {w.dismissed(dismissed)}
          <TextButton look="link" small onPress={onUndo}>
            {w.undo}
          </TextButton>
        </p>
      )}
    </Section>
  );
}

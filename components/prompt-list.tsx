import { X } from 'lucide-react';
import type { Prompt } from '@/lib/domain/playbook';
import { words } from '@/lib/ui/words';
import { Button, IconButton } from './ui/button';
import { Section } from './ui/section';
import './prompt-list.css';

type Props = {
  /** at most two, as `choosePrompts` chose them */
  prompts: readonly Prompt[];
  /** how many the rep has waved away in this call */
  dismissed: number;
  onDismiss: (id: string) => void;
  onUndo: () => void;
};

const w = words.prompts;

/** Intents, each with one example in words. Never a script. */
export function PromptList({ prompts, dismissed, onDismiss, onUndo }: Props) {
  if (prompts.length === 0 && dismissed === 0) return null;
  return (
    <Section title={w.title}>
      <ul className="prompts">
        {prompts.map(({ id, intent, example }) => (
          <li key={id} className="prompt">
            <span className="prompt-mark" aria-hidden />
            <p className="prompt-words">
              <span className="prompt-intent">{intent}</span>
              {example && <span className="prompt-example"> {`“${example}”`}</span>}
            </p>
            <IconButton label={w.dismiss(intent)} icon={X} onPress={() => onDismiss(id)} />
          </li>
        ))}
      </ul>
      {dismissed > 0 && (
        <p className="prompts-dismissed">
          {w.dismissed(dismissed)}
          <Button look="link" small onPress={onUndo}>
            {w.undo}
          </Button>
        </p>
      )}
    </Section>
  );
}

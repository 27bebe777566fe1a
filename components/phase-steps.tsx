import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type Phase, phases } from '@/lib/domain/playbook';
import { promptWords } from '@/lib/ui/words/prompt-words';
import './phase-steps.css';

type Props = { phase: Phase; onPhase: (phase: Phase) => void };

const w = promptWords;

/** Where the call stands. It moves by itself; a tap steps there by hand, and another back. */
export function PhaseSteps({ phase, onPhase }: Props) {
  return (
    <RadioGroup
      className="phase-steps"
      orientation="horizontal"
      value={phase}
      onChange={(next) => {
        const to = phases.find((p) => p === next);
        if (to) onPhase(to);
      }}
    >
      <Label className="visually-hidden">{w.phase}</Label>
      {phases.map((p) => (
        <Radio key={p} value={p} className="phase-step" data-word={w.phases[p]}>
          {w.phases[p]}
        </Radio>
      ))}
    </RadioGroup>
  );
}

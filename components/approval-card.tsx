import { type ReactNode, useId, useState } from 'react';
import { type ApprovalAnswer, LONGEST_WHY } from '@/lib/domain/approval';
import { approvalTurn } from '@/lib/domain/approval-turn';
import type { Playbook } from '@/lib/domain/playbook';
import type { WaitingApproval } from '@/lib/protocol/approval';
import { offerLabel } from '@/lib/ui/offer-label';
import { useSettling } from '@/lib/ui/use-settling';
import { approvalsPageWords as w } from '@/lib/ui/words/approvals-page-words';
import { ApprovalFacts } from './approval-facts';
import { Button } from './ui/button';
import './ui/field.css';
import './approval-list.css';

type Props = {
  approval: WaitingApproval;
  /** it waits no longer: it keeps its place and size, and takes no answer */
  isOver: boolean;
  /** the questions that stand above it, by id */
  above: readonly string[];
  /** how it ended, once it is over */
  ending: ReactNode;
  playbook: Playbook;
  /** of whoever is signed in */
  ownName: string;
  /** on the store's clock */
  now: Date;
  isDisabled: boolean;
  onAnswer: (answer: ApprovalAnswer, line: string) => void;
};

/** Whose turn it is, and for how long yet. */
function Left({ approval, ownName, now }: Pick<Props, 'approval' | 'ownName' | 'now'>) {
  const { askedAt, turnSeconds, people } = approval;
  const asked = { askedAt: new Date(askedAt), turnSeconds, people: people.length };
  const turn = approvalTurn(asked, now);
  const left = turn.state === 'with' ? turn.secondsLeft : 0;
  const name = turn.state === 'with' ? (people[turn.index] ?? '') : '';
  return (
    <p className="approval-turn">
      <span className="muted">{name === ownName || name === '' ? w.yours : w.passed(name)}</span>
      <span role="timer" aria-live="off" aria-label={w.leftLong(left)}>
        {w.left(left)}
      </span>
    </p>
  );
}

type AnswersProps = Pick<Props, 'above' | 'isDisabled'> & {
  what: string;
  name: string;
  onAnswer: (answer: ApprovalAnswer) => void;
};

function Answers({ above, what, name, isDisabled, onAnswer }: AnswersProps) {
  const settling = useSettling(above.join(' '), null);
  const [tooSoon, setTooSoon] = useState(false);
  const press = (answer: ApprovalAnswer) => () => {
    setTooSoon(settling);
    if (!settling) onAnswer(answer);
  };
  return (
    <div className="approval-answers">
      <Button
        look="accent"
        isDisabled={isDisabled}
        aria-label={w.grantLong(what, name)}
        onPress={press('granted')}
      >
        {w.grant}
      </Button>
      <Button isDisabled={isDisabled} aria-label={w.refuseLong(what, name)} onPress={press('refused')}>
        {w.refuse}
      </Button>
      <span className="muted" role="status">
        {tooSoon && w.tooSoon}
      </span>
    </div>
  );
}

/** One rep's question: who asks, for whom, what, how much, why; and the two answers. */
export function ApprovalCard(props: Props) {
  const { approval, isOver, above, ending, playbook, now, onAnswer } = props;
  const [line, setLine] = useState('');
  const id = useId();
  const { name, team } = approval.askedBy;
  const what = offerLabel(playbook, approval);
  const isDisabled = props.isDisabled || isOver;
  return (
    <li className="settings-card" aria-labelledby={id} data-over={isOver}>
      <h2 id={id}>
        <bdi>{w.asks(name)}</bdi> {team && <span className="muted">{w.team(team)}</span>}
      </h2>
      {isOver ? (
        <p className="approval-turn" role="status">
          {ending}
        </p>
      ) : (
        <Left {...props} />
      )}
      <ApprovalFacts {...{ approval, playbook, now }} />
      <input
        className="control"
        aria-label={w.line}
        placeholder={`${w.line} (${w.lineHint})`}
        maxLength={LONGEST_WHY}
        autoComplete="off"
        dir="auto"
        disabled={isOver}
        value={line}
        onChange={(e) => setLine(e.target.value)}
      />
      <Answers {...{ above, what, name, isDisabled }} onAnswer={(said) => onAnswer(said, line.trim())} />
    </li>
  );
}

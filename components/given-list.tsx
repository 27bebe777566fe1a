import type { GivenAway } from '@/lib/messaging/handover-methods';
import { formatWhen } from '@/lib/ui/format';
import { useRefused } from '@/lib/ui/use-refused';
import { handoverWords as w } from '@/lib/ui/words/handover-words';
import { nameWords } from '@/lib/ui/words/name-words';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import { Section } from './ui/section';
import './given-list.css';

type Props = {
  given: readonly GivenAway[];
  now: Date;
  onTakeBack: (handoverId: string) => void;
  /** who took it has been read */
  onSeen: (handoverId: string) => void;
};

type EntryProps = Omit<Props, 'given'> & { one: GivenAway };

function Entry({ one, now, onTakeBack, onSeen }: EntryProps) {
  const { handoverId, to, givenAt, state, takenBy } = one;
  const [refused, setRefused] = useRefused();
  const takeBack = () => {
    setRefused(false);
    onTakeBack(handoverId);
  };
  const name = one.name || nameWords.nameless;
  const became = state === 'taken' && takenBy !== null ? w.takenBy(takenBy) : w.states[state];
  const line = [to && w.toWhom(to), formatWhen(givenAt, now)].filter(Boolean).join(' · ');
  return (
    <li className="given" data-state={state}>
      <div className="given-words">
        <strong dir="auto">{name}</strong> <span className="label">{line}</span>
        <p>{became}</p>
        <Refusal refused={refused} />
      </div>
      {state === 'taken' ? (
        <Button small look="quiet" aria-label={w.seenLong(name)} onPress={() => onSeen(handoverId)}>
          {w.seen}
        </Button>
      ) : (
        <GuardedButton
          {...{ small: true, undoable: true }}
          aria-label={w.takeBackLong(name)}
          onAct={takeBack}
          onRefused={() => setRefused(true)}
        >
          {w.takeBack}
        </GuardedButton>
      )}
    </li>
  );
}

/** What the rep put into other hands, and what became of it. */
export function GivenList({ given, ...rest }: Props) {
  if (given.length === 0) return null;
  return (
    <Section title={w.list}>
      <ul>
        {given.map((one) => (
          <Entry key={one.handoverId} one={one} {...rest} />
        ))}
      </ul>
    </Section>
  );
}

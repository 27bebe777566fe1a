import { Button } from '@/components/ui/button';
import { LONGEST_PROMISE, type NoteContent } from '@/lib/domain/note';
import { type PromiseWarning, withAmount } from '@/lib/domain/promise-guard';
import { formatClock, formatDay, formatMoney } from '@/lib/ui/format';
import { noteWords } from '@/lib/ui/words/note-words';
import { Warning, Warnings } from './warnings';

type Promised = NonNullable<NoteContent['promise']>;
/** The rep's question to a supervisor that nothing was offered on yet. */
export type OpenQuestion =
  | { state: 'waiting' | 'granted'; minor: number }
  | { state: 'refused'; minor: number; by: string; at: string };
type Around = {
  promise: Promised;
  currency: string;
  /** what is left of the rep's limit beside the offers, minor units */
  room: number;
  now: Date;
  /** asks a supervisor for that sum; null where none can be asked now */
  onAsk: ((minor: number) => void) | null;
  /** what was asked already; null where nothing is, or the answer doesn't help */
  question: OpenQuestion | null;
  onChange: (promise: Promised) => void;
};
type Of<K extends PromiseWarning['kind']> = { warning: Extract<PromiseWarning, { kind: K }> } & Around;

const w = noteWords.guard;

function OpenPromise({ warning, promise, now, onChange }: Of<'open-promise'>) {
  const { what, dueOn, state } = warning;
  const text = (state === 'broken' ? w.openBroken : w.openDue)(what, formatDay(dueOn, now));
  const both = w.bothOf(what, promise.what);
  return (
    <Warning text={text} sensitive>
      {state === 'broken' && both.length <= LONGEST_PROMISE && (
        <Button small onPress={() => onChange({ ...promise, what: both })}>
          {w.both}
        </Button>
      )}
    </Warning>
  );
}

function WrongDay({ warning, promise, now, onChange }: Of<'day-off' | 'past'>) {
  const day = formatDay(warning.dueOn, now);
  const instead = [warning.kind === 'day-off' ? warning.before : null, warning.after];
  return (
    <Warning text={(warning.kind === 'past' ? w.past : w.dayOff)(day)}>
      {instead.map(
        (dueOn) =>
          dueOn !== null && (
            <Button small key={dueOn} onPress={() => onChange({ ...promise, dueOn })}>
              {formatDay(dueOn, now)}
            </Button>
          ),
      )}
    </Warning>
  );
}

function OverLimit({ warning, promise, currency, room, onAsk, question, onChange }: Of<'over-limit'>) {
  const { minor, limitMinor, named } = warning;
  const needed = named?.minor ?? minor;
  // A no to a sum is one to any greater sum; a yes, or an open question, is about what it names and less.
  const isRefused = question?.state === 'refused' && question.minor <= needed;
  const asked = question && question.state !== 'refused' && question.minor >= needed ? question.state : null;
  if (asked === 'granted') return <Warning text={w.granted} />;
  const money = (sum: number) => formatMoney(sum, currency);
  const over = (named?.minor === minor ? w.overLimit : w.overOffers)(money(minor), money(limitMinor));
  const refused = isRefused && `${w.refused(question.by, formatClock(question.at))} ${w.instead}`;
  const next = refused || (asked ? w.waiting : onAsk ? '' : w.ask);
  return (
    <Warning text={[over, next].filter(Boolean).join(' ')}>
      {named && room > 0 && (
        <Button
          small
          onPress={() => onChange({ ...promise, what: withAmount(promise.what, named, money(room)) })}
        >
          {w.make(money(room))}
        </Button>
      )}
      {onAsk && (
        <Button small onPress={() => onAsk(needed)}>
          {w.askNow}
        </Button>
      )}
    </Warning>
  );
}

function One({ warning, ...around }: { warning: PromiseWarning } & Around) {
  if (warning.kind === 'open-promise') return <OpenPromise warning={warning} {...around} />;
  if (warning.kind === 'over-limit') return <OverLimit warning={warning} {...around} />;
  return <WrongDay warning={warning} {...around} />;
}

type Props = Around & { warnings: readonly PromiseWarning[] };

const keyOf = (one: PromiseWarning) => (one.kind === 'open-promise' ? `${one.what} ${one.dueOn}` : one.kind);

/** What stands against the promise before it is made, each with a way out in one tap. */
export function PromiseWarnings({ warnings, ...around }: Props) {
  return (
    <Warnings label={w.label}>
      {warnings.map((warning) => (
        <One key={keyOf(warning)} warning={warning} {...around} />
      ))}
    </Warnings>
  );
}

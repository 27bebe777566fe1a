import type { OutreachView } from '@/lib/messaging/outreach-methods';
import type { AppErrorCode } from '@/lib/platform/app-error';
import { formatAgo, formatMoment } from '@/lib/ui/format';
import { useRefused } from '@/lib/ui/use-refused';
import { driversInWords } from '@/lib/ui/words/driver-words';
import { outreachWords as w } from '@/lib/ui/words/outreach-words';
import { OutcomeButtons, type Tell } from './outreach-bar';
import { PhoneNumbers } from './phone-numbers';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import { Sheet } from './ui/sheet';
import './outreach-sheet.css';

type One = Extract<OutreachView, { state: 'one' }>;
type Actions = {
  onNext: () => void;
  /** the rep has read that results came too late, and goes on */
  onLateRead: () => void;
  onBegin: () => void;
  onGiveBack: () => void;
  onTell: Tell;
};

function whyNow({ entry, card }: One, now: Date): string[] {
  const { why, attempts, wished } = entry;
  // What they answered is said already.
  const drivers = card?.risk.drivers.filter(({ code }) => !why || !code.startsWith('score-')) ?? [];
  return [
    why ? w.gave(why.score, formatAgo(why.at, now), why.about) : w.gaveNothing,
    card ? driversInWords(drivers, card, now) : '',
    wished ? w.wished : '',
    attempts > 0 ? w.before(attempts) : '',
  ].filter(Boolean);
}

/** Call them, or leave them to another; both can be taken back. */
function BeginOrNot({ onBegin, onGiveBack }: Pick<Actions, 'onBegin' | 'onGiveBack'>) {
  const [refused, setRefused] = useRefused();
  const act = (then: () => void) => ({
    undoable: true,
    onAct: () => {
      setRefused(false);
      then();
    },
    onRefused: () => setRefused(true),
  });
  return (
    <>
      <div className="outreach-actions">
        <GuardedButton look="primary" autoFocus {...act(onBegin)}>
          {w.begin}
        </GuardedButton>
        <GuardedButton {...act(onGiveBack)}>{w.notNow}</GuardedButton>
      </div>
      <Refusal refused={refused} />
    </>
  );
}

function Somebody({ one, now, onBegin, onGiveBack }: { one: One; now: Date } & Actions) {
  const { name, number, phones, callUntil } = one.entry;
  return (
    <div className="outreach-who">
      <p className="outreach-name" dir="auto">
        {name || `#${number}`}
      </p>
      <PhoneNumbers phones={phones} />
      <div>
        <p className="label">{w.why}</p>
        {whyNow(one, now).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <p className="muted">{w.until(formatMoment(callUntil, now))}</p>
      <p className="muted">{w.hint}</p>
      <BeginOrNot {...{ onBegin, onGiveBack }} />
      <p className="label">{w.notNowHint}</p>
    </div>
  );
}

type Nothing = { text: string; hint: string; again: () => void; next?: string };

function Nobody({ text, hint, again, next = w.again }: Nothing) {
  return (
    <div className="outreach-who">
      <p role="status">{text}</p>
      <p className="muted">{hint}</p>
      <div className="outreach-actions">
        <Button onPress={again}>{next}</Button>
      </div>
    </div>
  );
}

function nobodyText({ why, at }: Extract<OutreachView, { state: 'none' }>, now: Date): string {
  if (why === 'empty' || at === null) return w.none.empty;
  return w.none[why](formatMoment(at, now));
}

type Props = Actions & {
  /** undefined while the store is asked */
  view: OutreachView | undefined;
  /** how many results came too late */
  late: number;
  failure: AppErrorCode | null;
  tooLate: boolean;
  now: Date;
  /** the next working day */
  backOn: string;
  onClose: () => void;
};

function Body({ view, late, failure, tooLate, now, backOn, ...actions }: Omit<Props, 'onClose'>) {
  const { onNext } = actions;
  if (failure)
    return <Nobody text={failure === 'not-allowed' ? w.refused : w.failed} hint="" again={onNext} />;
  const isFree = view?.state === 'idle' || view?.state === 'none';
  if (late > 0 && isFree)
    return <Nobody text={w.late(late)} hint={w.lateHint} next={w.next} again={actions.onLateRead} />;
  if (tooLate) return <Nobody text={w.tooLate} hint="" again={onNext} />;
  if (!view || view.state === 'idle') return <p role="status">{w.asking}</p>;
  if (view.state === 'offline') return <Nobody text={w.offline} hint={w.offlineHint} again={onNext} />;
  if (view.state === 'none') return <Nobody text={nobodyText(view, now)} hint={w.none.hint} again={onNext} />;
  if (view.told) return <Nobody text={w.toldAlready} hint="" again={onNext} />;
  if (view.noteId === null) return <Somebody one={view} now={now} {...actions} />;
  return (
    <div className="outreach-who">
      <p>{w.on(view.entry.name || `#${view.entry.number}`)}</p>
      <OutcomeButtons {...{ now, backOn }} onTell={actions.onTell} />
    </div>
  );
}

/** Who is called next, one at a time; nothing of how many anybody has called. */
export function OutreachSheet({ onClose, ...props }: Props) {
  return (
    <Sheet title={w.title} onClose={onClose}>
      <Body {...props} />
    </Sheet>
  );
}

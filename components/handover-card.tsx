import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NoteContent } from '@/lib/domain/note';
import type { ShownHandover } from '@/lib/messaging/handover-methods';
import type { CodeLabels } from '@/lib/ui/code-labels';
import { formatDay, formatWhen } from '@/lib/ui/format';
import { useRefused } from '@/lib/ui/use-refused';
import { withinSentence } from '@/lib/ui/within-sentence';
import { handoverWords as w } from '@/lib/ui/words/handover-words';
import { words } from '@/lib/ui/words/words';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import { Section } from './ui/section';
import './told-us.css';
import './handover-card.css';

type Props = {
  handover: ShownHandover;
  labels: CodeLabels;
  now: Date;
  onTake: () => void;
  /** the reader gave it: they can have it back */
  onTakeBack: () => void;
};

type FactsProps = { content: NoteContent } & Pick<Props, 'labels' | 'now'>;

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}

function Said({ content, labels }: Omit<FactsProps, 'now'>) {
  const { contactReason, reasons, summary } = content;
  const topics = [...new Set([...(contactReason ? [contactReason] : []), ...reasons])].map(labels.reason);
  return (
    <Fact label={w.said}>
      {topics.length > 0 && <strong>{topics.join(', ')}</strong>}
      {topics.length > 0 && summary && <br />}
      {summary || (topics.length === 0 && <span className="muted">{w.nothing}</span>)}
    </Fact>
  );
}

function Tried({ content: { offers }, labels }: Omit<FactsProps, 'now'>) {
  return (
    <Fact label={w.tried}>
      {offers.length === 0 && <span className="muted">{w.nothing}</span>}
      {offers.map(({ id, actionCode, state, reference }) => (
        <p key={id}>
          {words.history.offer(labels.action(actionCode), words.offers.states[state], reference)}
        </p>
      ))}
    </Fact>
  );
}

function Promised({ content: { promise }, now }: Omit<FactsProps, 'labels'>) {
  return (
    <Fact label={w.promised}>
      {promise ? (
        <strong>{w.promise(promise.what, formatDay(promise.dueOn, now), promise.by)}</strong>
      ) : (
        <span className="muted">{w.nothing}</span>
      )}
    </Fact>
  );
}

function Flags({ content }: Pick<FactsProps, 'content'>) {
  const { complaint, dispute, supportNeeded } = content;
  const flags = [complaint && w.complaint, dispute && w.dispute, supportNeeded && w.support].filter(
    (flag) => flag !== false,
  );
  if (flags.length === 0) return null;
  return (
    <p className="flags">
      {flags.map((flag) => (
        <span key={flag} className="flag">
          {flag}
        </span>
      ))}
    </p>
  );
}

type Asked = { ask: string | null; mine: boolean };

function Words({ content, ask, mine, labels, now }: FactsProps & Asked) {
  return (
    <>
      <Flags content={content} />
      <dl className="facts">
        {ask && (
          <Fact label={mine ? w.youAsked : w.asked}>
            <strong>{ask}</strong>
          </Fact>
        )}
        <Said content={content} labels={labels} />
        <Tried content={content} labels={labels} />
        <Promised content={content} now={now} />
        {content.emotion && <Fact label={w.heard}>{withinSentence(w.emotions[content.emotion])}</Fact>}
      </dl>
    </>
  );
}

function Act({ handover, onTake, onTakeBack }: Pick<Props, 'handover' | 'onTake' | 'onTakeBack'>) {
  const { by, mine, taken } = handover;
  const [refused, setRefused] = useRefused();
  const act = (then: () => void) => () => {
    setRefused(false);
    then();
  };
  const refuse = () => setRefused(true);
  return (
    <>
      {mine ? (
        <GuardedButton undoable onAct={act(onTakeBack)} onRefused={refuse}>
          {w.takeBack}
        </GuardedButton>
      ) : (
        <GuardedButton
          {...{ look: 'accent', undoable: true }}
          aria-label={taken ? w.goOn : w.takeLong(by)}
          onAct={act(onTake)}
          onRefused={refuse}
        >
          {taken ? w.goOn : w.take}
        </GuardedButton>
      )}
      <Refusal refused={refused} />
    </>
  );
}

function headOf({ mine, taken, by, to }: ShownHandover): string {
  if (mine) return w.mine(to.name);
  return taken ? w.taken : w.from(by);
}

/**
 * What another rep hands over, to be read in ten seconds: what is asked, said, tried, promised. Its words stay closed as
 * long as nobody is verified, unless its giver holds the line for one whom they verified.
 */
export function HandoverCard({ handover, labels, now, onTake, onTakeBack }: Props) {
  const { by, mine, verified, givenAt, ask, content } = handover;
  return (
    <Section className="handover" title={headOf(handover)} aside={formatWhen(givenAt, now)}>
      <p className="label">{mine ? w.states.waiting : (verified ? w.verified : w.notVerified)(by)}</p>
      {content ? (
        <>
          <Words {...{ content, ask, mine, labels, now }} />
          <Act {...{ handover, onTake, onTakeBack }} />
        </>
      ) : (
        <p className="handover-locked">
          <Lock size={16} strokeWidth={1.75} aria-hidden />
          {w.locked}
        </p>
      )}
    </Section>
  );
}

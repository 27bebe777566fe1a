import type { ReactNode } from 'react';
import type { AlreadyTold } from '@/lib/domain/already-told';
import type { Card } from '@/lib/domain/card';
import { formatDay, formatMoment } from '@/lib/ui/format';
import { driversInWords } from '@/lib/ui/words/driver-words';
import { toldWords as t } from '@/lib/ui/words/told-words';
import { words } from '@/lib/ui/words/words';
import { Clocks } from './told/clocks';
import { Contacts } from './told/contacts';
import type { DetailState } from './told/detail-state';
import { Promises } from './told/promises';
import { SaidLast } from './told/said-last';
import { Score } from './told/score';
import { Section } from './ui/section';
import './told-us.css';

export type { DetailState } from './told/detail-state';

type Props = {
  card: Card;
  detail: DetailState;
  /** how often about this; null where that isn't known */
  told: AlreadyTold | null;
  /** the organisation's word for a reason code */
  reasonLabel: (code: string) => string;
  now: Date;
  /** by whose clock a day ends: the organisation's */
  zone: string;
  /** real time, in which kept words have their age */
  realNow: Date;
  /** at its foot: the way to say that something is wrong */
  children?: ReactNode;
};

const w = words.told;

function Flags({ card }: { card: Card }) {
  const flags = [
    card.complaintOpen && w.complaint,
    card.supportNeeded && w.support,
    card.doNotContact && w.doNotContact,
  ].filter((f) => f !== false);
  if (flags.length === 0) return null;
  return (
    <ul className="flags sensitive">
      {flags.map((flag) => (
        <li key={flag} className="flag">
          {flag}
        </li>
      ))}
    </ul>
  );
}

function Why({ card, now }: Pick<Props, 'card' | 'now'>) {
  if (card.risk.drivers.length === 0) return null;
  return (
    <>
      <dt>{w.why}</dt>
      <dd className="sensitive">
        {driversInWords(card.risk.drivers, card, now)}
        <span className="muted">{` ${w.points(card.risk.points)} ${t.workedOut(formatDay(card.risk.at, now))}`}</span>
      </dd>
    </>
  );
}

/** The store can't be reached: since when these words are known. */
function KeptSince({ detail, realNow }: Pick<Props, 'detail' | 'realNow'>) {
  if (detail.state !== 'ready' || detail.asOf === null) return null;
  return <p className="muted">{w.kept(formatMoment(detail.asOf, realNow))}</p>;
}

/** What the customer shouldn't have to say twice, the most pressing first. Only for a caller who may hear it. */
export function ToldUs({ card, detail, told, reasonLabel, now, zone, realNow, children }: Props) {
  const known = detail.state === 'ready' ? detail.detail : null;
  return (
    <Section title={w.title} aside={w.asOf(formatDay(card.risk.at, now))}>
      <KeptSince detail={detail} realNow={realNow} />
      <Flags card={card} />
      <dl className="facts">
        <Contacts {...{ card, told, reasonLabel, now }} />
        <Promises card={card} detail={known} now={now} />
        <SaidLast last={told?.last ?? null} now={now} />
        <Clocks card={card} detail={known} {...{ now, zone }} />
        <Score card={card} detail={detail} now={now} />
        <Why card={card} now={now} />
      </dl>
      {children}
    </Section>
  );
}

import type { AlreadyTold } from '@/lib/domain/already-told';
import type { Card } from '@/lib/domain/card';
import { formatAgo } from '@/lib/ui/format';
import { toldWords as t } from '@/lib/ui/words/told-words';
import { words } from '@/lib/ui/words/words';

type Props = {
  card: Card;
  /** null where nobody knows what the contacts were about */
  told: AlreadyTold | null;
  reasonLabel: (code: string) => string;
  now: Date;
};

const w = words.told;

/** How often about this; null where that can't be said. */
function aboutThis({ about, earlier, ordinal, atLeast, days }: AlreadyTold): string | null {
  if (about === null) return null;
  if (ordinal !== null) return earlier === 0 ? t.first(about, days) : t.nth(ordinal, about, days, atLeast);
  return earlier === 0 ? null : t.before(earlier, about, days, atLeast);
}

/** A note that was saved just now is among the words before the card knows of it. */
const latest = (a: string | null, b: string | null) =>
  [a, b]
    .filter((at) => at !== null)
    .sort((x, y) => Date.parse(x) - Date.parse(y))
    .at(-1);

/** What the card says by itself: how many contacts, and what the last was about. */
function FromCard({ card, reasonLabel, now }: Omit<Props, 'told'>) {
  const last = card.lastContactAt && w.last(formatAgo(card.lastContactAt, now));
  const [reason] = card.lastReasons;
  return (
    <>
      <dt>{w.contacts}</dt>
      <dd className="sensitive">
        {card.contacts90 > 0 ? <strong>{w.in90(card.contacts90)}</strong> : w.none90}
        {last && <span className="muted">{` ·\u00a0${last}`}</span>}
      </dd>
      {reason && (
        <>
          <dt>{w.reason}</dt>
          <dd className="sensitive">{reasonLabel(reason)}</dd>
        </>
      )}
    </>
  );
}

/** How often they have called about this, or at all: the line that spares them telling it again. */
export function Contacts({ told, ...card }: Props) {
  const about = told && aboutThis(told);
  if (!told || about === null) return <FromCard {...card} />;
  const lastAt = latest(card.card.lastContactAt, told.lastAt);
  const last = lastAt && w.last(formatAgo(lastAt, card.now));
  return (
    <>
      <dt>{w.contacts}</dt>
      <dd className="sensitive">
        {told.earlier > 0 ? <strong>{about}</strong> : about}
        {last && <span className="muted">{` ·\u00a0${last}`}</span>}
      </dd>
    </>
  );
}

import { ChevronsRight, Forward, MoreHorizontal } from 'lucide-react';
import type { BadgeLevel } from '@/lib/domain/badge-level';
import type { Card } from '@/lib/domain/card';
import { standInName } from '@/lib/domain/stand-in-name';
import { formatTenure } from '@/lib/ui/format';
import { handoverWords } from '@/lib/ui/words/handover-words';
import { nameWords } from '@/lib/ui/words/name-words';
import { words } from '@/lib/ui/words/words';
import { AccountEnd } from './account-end';
import { RiskBadge } from './risk-badge';
import { Button, IconButton } from './ui/button';
import { Menu, type MenuEntry } from './ui/menu';
import './customer-header.css';

type Props = {
  /** as the page shows it */
  name: string;
  /** see `AccountEnd` */
  accountEnd: string;
  level: BadgeLevel;
  card: Card | null;
  /** Heed has no customer by what stands on the page, and has them all */
  absent: boolean;
  /** tier and tenure are facts of the account: only for a verified caller */
  disclosed: boolean;
  /** `edit`: a note saved before is open, and no call */
  slot: 'call' | 'page' | 'edit';
  now: Date;
  menu: readonly MenuEntry[];
  onStartCall: () => void;
  /** null where there is no call to hand over, or whoever is signed in takes none */
  onHandOver: (() => void) | null;
  /** null where there is nothing to collapse into */
  onCollapse: (() => void) | null;
};

const w = words.header;

function facts(card: Card, now: Date): string {
  const tenure = card.since && w.tenure(formatTenure(card.since, now));
  return [card.tier, tenure].filter(Boolean).join(' · ');
}

type MetaProps = Pick<Props, 'name' | 'accountEnd' | 'card' | 'absent' | 'disclosed' | 'now'>;

function Meta({ name, accountEnd, card, absent, disclosed, now }: MetaProps) {
  // Nobody needs to read the number twice where it stands for a name that no page has shown yet.
  const isNumbered = card !== null && name !== standInName({ cardNumber: card.number, identifiers: [] });
  const account = card && disclosed ? facts(card, now) : '';
  return (
    <p className="customer-meta label">
      {absent && nameWords.absent}
      <AccountEnd end={accountEnd} />
      {accountEnd && (account || isNumbered) && ' · '}
      {account}
      {account && isNumbered && ' · '}
      {isNumbered && (
        <>
          <span aria-hidden>{w.number(card.number)}</span>
          <span className="visually-hidden">{w.numberLong(card.number)}</span>
        </>
      )}
    </p>
  );
}

function Slot({ slot, onStartCall, onHandOver }: Pick<Props, 'slot' | 'onStartCall' | 'onHandOver'>) {
  return (
    <div className="customer-slot" data-slot={slot}>
      {w.slots[slot]}
      <span className="customer-slot-dot" aria-hidden />
      {onHandOver && (
        <Button small look="quiet" onPress={onHandOver}>
          <Forward size={14} strokeWidth={1.75} aria-hidden />
          <span className="customer-hand-over-word">{handoverWords.short}</span> <kbd>H</kbd>
        </Button>
      )}
      {slot === 'page' && (
        <Button small onPress={onStartCall}>
          {w.start}
        </Button>
      )}
    </div>
  );
}

export function CustomerHeader(props: Props) {
  const { name, accountEnd, level, card, absent, disclosed, slot, now, menu } = props;
  const { onStartCall, onHandOver, onCollapse } = props;
  return (
    <header className="customer-header">
      <div className="customer-line">
        <RiskBadge level={level} />
        <h1 className="customer-name" dir="auto" title={name}>
          {name || <span className="muted">{w.noName}</span>}
        </h1>
        <div className="customer-header-actions">
          <Menu label={w.menu} entries={menu}>
            <IconButton label={w.menu} icon={MoreHorizontal} />
          </Menu>
          {onCollapse && <IconButton label={w.collapse} icon={ChevronsRight} mirror onPress={onCollapse} />}
        </div>
      </div>
      <div className="customer-line">
        <Meta
          name={name}
          accountEnd={accountEnd}
          card={card}
          absent={absent}
          disclosed={disclosed}
          now={now}
        />
        <Slot slot={slot} onStartCall={onStartCall} onHandOver={onHandOver} />
      </div>
    </header>
  );
}

import { useEffect, useState } from 'react';
import type { Offer } from '@/lib/domain/note';
import { offerRoom } from '@/lib/domain/offer-room';
import type { Playbook, RescueAction } from '@/lib/domain/playbook';
import { formatMoney } from '@/lib/ui/format';
import { offerLabel } from '@/lib/ui/offer-label';
import { useVisibleGuard } from '@/lib/ui/visible-guard';
import { words } from '@/lib/ui/words';
import { OfferRow } from './offer-row';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Section } from './ui/section';
import './offers.css';

type Props = {
  playbook: Playbook;
  /** what may be offered now, as `chooseActions` chose it */
  actions: readonly RescueAction[];
  offers: readonly Offer[];
  onOffer: (action: RescueAction) => void;
  onChange: (offer: Offer) => void;
  onBack: (offer: Offer) => void;
  /** to the browser's own sidebar, where this browser can't tell whether we are covered */
  onOpenPanel: (() => void) | null;
};

const w = words.offers;
const AT_FIRST = 3;

/** Longer than a double click: the next offer slides under the pointer, and was not what the second click meant (ms). */
const SETTLE = 700;

function useSettling(given: number): boolean {
  const [settled, setSettled] = useState(given);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(given), SETTLE);
    return () => clearTimeout(timer);
  }, [given]);
  return settled !== given;
}

function Choices({ playbook, actions, offers, onOffer, onRefused }: Props & { onRefused: () => void }) {
  const [all, setAll] = useState(false);
  const settling = useSettling(offers.length);
  const open = actions.filter((a) => !offers.some((o) => o.actionCode === a.code && o.state !== 'declined'));
  const shown = all || open.length <= AT_FIRST + 1 ? open : open.slice(0, AT_FIRST);
  return (
    <div className="offer-choices">
      {shown.map((action) => (
        <GuardedButton
          key={action.code}
          isDisabled={settling}
          onAct={() => onOffer(action)}
          onRefused={onRefused}
        >
          <span>
            {action.label}
            {action.costMinor !== null && (
              <span className="offer-cost"> {formatMoney(action.costMinor, playbook.currency)}</span>
            )}
          </span>
        </GuardedButton>
      ))}
      {open.length > AT_FIRST + 1 && (
        <Button look="link" aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? w.fewer : w.more}
        </Button>
      )}
    </div>
  );
}

function Elsewhere({ onOpenPanel }: Pick<Props, 'onOpenPanel'>) {
  return (
    <p className="offers-notice">
      {w.elsewhere}
      {onOpenPanel && (
        <Button small onPress={onOpenPanel}>
          {w.openPanel}
        </Button>
      )}
    </p>
  );
}

/** What may be offered within the rep's own limit, and how each offer went: offered, accepted, done. */
export function Offers(props: Props) {
  const { playbook, actions, offers, onChange, onBack, onOpenPanel } = props;
  const [covered, setCovered] = useState(false);
  const guard = useVisibleGuard();
  const room = offerRoom(playbook, offers);
  const limit = formatMoney(playbook.limitMinor, playbook.currency);
  const aside =
    room < playbook.limitMinor ? w.left(formatMoney(room, playbook.currency), limit) : w.upTo(limit);
  const counted =
    <T,>(act: (value: T) => void) =>
    (value: T) => {
      setCovered(false);
      act(value);
    };
  const refused = () => setCovered(true);
  return (
    <Section title={w.title} aside={aside}>
      {offers.length > 0 && (
        <ul className="offers-given" aria-label={w.given}>
          {offers.map((offer) => (
            <OfferRow
              key={offer.id}
              offer={offer}
              label={offerLabel(playbook, offer)}
              onChange={counted(onChange)}
              onBack={onBack}
              onRemove={null}
              onRefused={refused}
            />
          ))}
        </ul>
      )}
      {actions.length === 0 && offers.length === 0 && <p className="muted">{w.nothing}</p>}
      {guard.elsewhere && actions.length > 0 ? (
        <Elsewhere onOpenPanel={onOpenPanel} />
      ) : (
        <Choices {...props} onOffer={counted(props.onOffer)} onRefused={refused} />
      )}
      <div role="status">{covered && <p className="offers-notice">{w.covered}</p>}</div>
    </Section>
  );
}

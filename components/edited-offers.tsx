import type { Offer } from '@/lib/domain/note';
import type { Playbook } from '@/lib/domain/playbook';
import { offerLabel } from '@/lib/ui/offer-label';
import { useRefused } from '@/lib/ui/use-refused';
import { words } from '@/lib/ui/words/words';
import { OfferRow } from './offer-row';
import { Refusal } from './ui/refusal';
import { Section } from './ui/section';
import './offers.css';

type Props = {
  playbook: Playbook;
  offers: readonly Offer[];
  /** as the note says that is edited: what was done is a fact, and the store keeps it */
  original: readonly Offer[];
  onChange: (offer: Offer) => void;
  onBack: (offer: Offer) => void;
  onRemove: (offer: Offer) => void;
};

const w = words.offers;

/** The offers of a note that is edited: how each went may be put right, and one that wasn't made taken out. */
export function EditedOffers({ playbook, offers, original, onChange, onBack, onRemove }: Props) {
  const [refused, setRefused] = useRefused();
  const isFact = ({ id }: Offer) => original.some((o) => o.id === id && o.state === 'done');
  const change = (offer: Offer) => {
    setRefused(false);
    onChange(offer);
  };
  return (
    <Section title={w.inNote}>
      <ul className="offers-given" aria-label={w.inNote}>
        {offers.map((offer) => (
          <OfferRow
            key={offer.id}
            offer={offer}
            label={offerLabel(playbook, offer)}
            currency={playbook.currency}
            most={isFact(offer) ? null : offer.amountMinor}
            beside={null}
            onChange={change}
            onBack={isFact(offer) || offer.state === 'offered' ? null : onBack}
            onRemove={isFact(offer) ? null : onRemove}
            onRefused={() => setRefused(true)}
          />
        ))}
      </ul>
      {offers.some(isFact) && <p className="muted">{w.factsStay}</p>}
      <Refusal refused={refused} />
    </Section>
  );
}

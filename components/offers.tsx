import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { askableActions, type OfferChoice } from '@/lib/domain/choose-actions';
import type { Offer } from '@/lib/domain/note';
import type { Room } from '@/lib/domain/offer-room';
import type { Playbook, RescueAction } from '@/lib/domain/playbook';
import { errorCode } from '@/lib/platform/app-error';
import { focusField } from '@/lib/ui/focus-field';
import { formatMoney } from '@/lib/ui/format';
import { offerLabel } from '@/lib/ui/offer-label';
import type { AskedSum } from '@/lib/ui/sidebar-store';
import { useGoOn } from '@/lib/ui/use-go-on';
import { useRefused } from '@/lib/ui/use-refused';
import { useSettling } from '@/lib/ui/use-settling';
import { useVisibleGuard } from '@/lib/ui/visible-guard';
import { approvalWords } from '@/lib/ui/words/approval-words';
import { words } from '@/lib/ui/words/words';
import { AskForm } from './ask-form';
import { ErrorNotice } from './error-notice';
import { useNextStep } from './next-step';
import { OfferLimits } from './offer-limits';
import { OfferRow } from './offer-row';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Section } from './ui/section';
import './offers.css';

type Props = {
  playbook: Playbook;
  /** what may be offered now and what not, as `chooseOffers` chose it */
  choice: OfferChoice;
  offers: readonly Offer[];
  now: Date;
  /** the question to a supervisor that is open; null where the rep may ask one */
  asked: ((onRefused: () => void) => ReactNode) | null;
  /** what the note's promise needs leave for: asked for as soon as it is here */
  wanted: AskedSum | null;
  onWanted: () => void;
  /** why the last question wasn't asked */
  failure: unknown;
  /** beside an offer: puts it into the note's words */
  beside: (offer: Offer) => ReactNode;
  onOffer: (action: RescueAction, amountMinor: number | null) => void;
  onAsk: (action: RescueAction, amountMinor: number, why: string) => void;
  onChange: (offer: Offer) => void;
  onBack: (offer: Offer) => void;
  /** to the browser's own sidebar, where this browser can't tell whether we are covered */
  onOpenPanel: (() => void) | null;
};

const w = words.offers;
const AT_FIRST = 3;

function Cost({ costMinor, currency }: Pick<RescueAction, 'costMinor'> & { currency: string }) {
  return costMinor === null ? null : <span className="offer-cost"> {formatMoney(costMinor, currency)}</span>;
}

type AskingProps = Props & { onRefused: () => void };
type ChoicesProps = AskingProps & { onForm: (action: RescueAction) => void };

/** What the rep may give, each in one click; then what a supervisor would have to allow. */
function Choices({ playbook, choice, offers, asked, onOffer, onRefused, onForm }: ChoicesProps) {
  const [all, setAll] = useState(false);
  const { open } = choice;
  const settling = useSettling(`${offers.length} ${open.map((a) => a.code).join(' ')}`);
  const shown = all || open.length <= AT_FIRST + 1 ? open : open.slice(0, AT_FIRST);
  const { currency } = playbook;
  return (
    <div className="offer-choices" data-field="offers">
      {shown.map((action) => (
        <GuardedButton
          key={action.code}
          // Not disabled: the keyboard may come to it at once.
          onAct={() => (settling ? onRefused() : onOffer(action, action.costMinor))}
          onRefused={onRefused}
        >
          <span>
            {action.label}
            <Cost costMinor={action.costMinor} currency={currency} />
          </span>
        </GuardedButton>
      ))}
      {!asked &&
        choice.beyond.map((action) => (
          <Button key={action.code} onPress={() => onForm(action)}>
            <span>
              {action.label}
              <Cost costMinor={action.costMinor} currency={currency} />
              <span className="muted"> · {approvalWords.ask.needs}</span>
            </span>
          </Button>
        ))}
      {open.length > AT_FIRST + 1 && (
        <Button look="link" aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? w.fewer : w.more}
        </Button>
      )}
    </div>
  );
}

/** What is asked for at first; a sum where the note's promise names one. */
type Form = { action: RescueAction; sum?: AskedSum };

function Asking(props: AskingProps) {
  const { playbook, choice, asked, wanted, onWanted, onAsk, onOffer, onRefused } = props;
  const [form, setForm] = useState<Form | null>(null);
  const goOn = useRef<'offers' | 'summary' | null>(null);
  useGoOn(form, () => form === null && goOn.current && focusField(goOn.current));
  const may = askableActions(choice);
  const first = may[0];
  const refund = may.find((a) => a.kind === 'refund');
  useEffect(() => {
    if (!wanted) return;
    if (refund) setForm({ action: refund, sum: wanted });
    onWanted();
  }, [wanted, refund, onWanted]);
  if (asked || form === null || !may.some((a) => a.code === form.action.code))
    return (
      <>
        <Choices {...props} onForm={(action) => setForm({ action })} />
        {!asked && first && choice.beyond.length === 0 && (
          <Button small look="link" onPress={() => setForm({ action: first })}>
            {approvalWords.ask.open}
          </Button>
        )}
      </>
    );
  const close = (next: typeof goOn.current) => {
    goOn.current = next;
    setForm(null);
  };
  const then =
    <A extends unknown[]>(next: typeof goOn.current, act: (...args: A) => void) =>
    (...args: A) => {
      close(next);
      act(...args);
    };
  return (
    <AskForm
      actions={may}
      key={`${form.action.code} ${form.sum?.minor}`}
      first={form.action}
      sum={form.sum}
      currency={playbook.currency}
      left={choice.again.some((a) => a.action.code === form.action.code) ? 0 : choice.room.left}
      // The answer takes a while, and is read out: the rep writes on. What was offered asks its own next step.
      onAsk={then('summary', onAsk)}
      onOffer={then(null, onOffer)}
      onCancel={() => close('offers')}
      onRefused={onRefused}
    />
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

/** How much there is yet to give, and by which limit. */
function roomWords({ left, of, by }: Room, currency: string): string {
  const limit = formatMoney(of, currency);
  if (left === of && by === 'call') return w.upTo(limit);
  return approvalWords.room[by](formatMoney(left, currency), limit);
}

/** The most that a refund may be set to: up to its own cost, as far as there is room; what was approved, only less. */
function mostOf(playbook: Playbook, { room }: OfferChoice, offer: Offer): number | null {
  const action = playbook.actions.find((a) => a.code === offer.actionCode);
  if (offer.amountMinor === null || action?.kind !== 'refund') return null;
  if (offer.approvalId !== null) return offer.amountMinor;
  return Math.min(Math.max(action.costMinor ?? 0, offer.amountMinor), offer.amountMinor + room.left);
}

function Given(props: AskingProps & { list: Ref<HTMLUListElement> }) {
  const { list, playbook, choice, offers, beside, onChange, onBack, onRefused } = props;
  return (
    <ul ref={list} className="offers-given" aria-label={w.given}>
      {offers.map((offer) => (
        <OfferRow
          key={offer.id}
          offer={offer}
          label={offerLabel(playbook, offer)}
          currency={playbook.currency}
          most={mostOf(playbook, choice, offer)}
          beside={beside(offer)}
          onChange={onChange}
          onBack={onBack}
          onRemove={null}
          onRefused={onRefused}
        />
      ))}
    </ul>
  );
}

/** What may be offered within the rep's own limits, what a supervisor may allow, and how each offer went. */
export function Offers(props: Props) {
  const { playbook, choice, offers, asked, failure, now, onOpenPanel } = props;
  const [covered, setCovered] = useRefused();
  const guard = useVisibleGuard();
  const given = useRef<HTMLUListElement>(null);
  useNextStep(given, offers);
  useGoOn(asked === null, () => asked === null && focusField('offers'));
  const counted =
    <A extends unknown[]>(act: (...args: A) => void) =>
    (...args: A) => {
      setCovered(false);
      act(...args);
    };
  // Made out here, or the compiler makes them anew whenever anything else of the offers changes.
  const on = { offer: counted(props.onOffer), ask: counted(props.onAsk), change: counted(props.onChange) };
  const refused = () => setCovered(true);
  const may = choice.open.length + choice.beyond.length;
  return (
    <Section title={w.title} aside={roomWords(choice.room, playbook.currency)}>
      {offers.length > 0 && <Given {...props} list={given} onChange={on.change} onRefused={refused} />}
      {asked?.(refused)}
      {failure !== null && <ErrorNotice code={errorCode(failure)} />}
      {may === 0 && offers.length === 0 && <p className="muted">{w.nothing}</p>}
      {guard.elsewhere && may > 0 ? (
        <Elsewhere onOpenPanel={onOpenPanel} />
      ) : (
        <Asking {...props} onOffer={on.offer} onAsk={on.ask} onRefused={refused} />
      )}
      <OfferLimits off={choice.off} again={choice.again} now={now} />
      <div role="status">{covered && <p className="offers-notice">{w.covered}</p>}</div>
    </Section>
  );
}

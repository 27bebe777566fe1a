import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { AdapterActions, AdapterImported } from '@/lib/ui/adapter-actions';
import { crmWords as w } from '@/lib/ui/words/crm-words';
import { Button } from './ui/button';
import { Fold } from './ui/fold';
import './site-list.css';
import './crm-list.css';

type Known = RpcOutput<'adapters.list'>[number];
type Props = { adapters: readonly Known[]; actions: AdapterActions };

function evidenceOf({ evidence, from }: Known): string {
  // Whatever it says of itself: others have written it.
  if (from === 'file') return w.fromFile;
  const isOurs = from === 'organisation' && (evidence === 'taught' || evidence === 'learned');
  return isOurs ? w.handedOn[evidence] : w.evidence[evidence];
}

function Answers({ known: { id, answers }, actions }: { known: Known; actions: AdapterActions }) {
  return answers.map(({ origin, right }) => (
    <p key={origin} className="crm-answer">
      <span>{right ? w.right(new URL(origin).host) : w.wrong(new URL(origin).host)}</span>
      <Button
        look="link"
        aria-label={w.askAgainLong(new URL(origin).host)}
        onPress={() => actions.askAgain(id, origin)}
      >
        {w.askAgain}
      </Button>
    </p>
  ));
}

function OneCrm({ known, actions }: { known: Known; actions: AdapterActions }) {
  const { id, from, off } = known;
  const label = known.label || w.otherSites;
  return (
    <li>
      <div className="crm-facts">
        <bdi>{label}</bdi>
        <p className="muted">{evidenceOf(known)}</p>
        {off && <p>{w.off}</p>}
        <Answers known={known} actions={actions} />
      </div>
      {(from === 'own' || from === 'file') && (
        <div className="crm-actions">
          <Button look="quiet" aria-label={w.exportLong(label)} onPress={() => actions.export(id)}>
            {w.export}
          </Button>
          <Button look="quiet" aria-label={w.removeLong(label)} onPress={() => actions.remove(id)}>
            {w.remove}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Of these there is nothing to say yet: they would hide the others. */
const isUnproven = ({ evidence, from, answers }: Known) =>
  evidence === 'documented' && from !== 'file' && answers.length === 0;

function Crms({ adapters, actions }: Props) {
  return (
    <ul className="site-list">
      {adapters.map((known) => (
        <OneCrm key={known.id} known={known} actions={actions} />
      ))}
    </ul>
  );
}

function outcomeText(outcome: AdapterImported): string {
  return outcome.state === 'done'
    ? w.imported(outcome.label, outcome.site)
    : w.why[outcome.why](outcome.where);
}

/** Which CRMs Heed reads, how that is known, and what a person may do about it. */
export function CrmList({ adapters, actions }: Props) {
  const unproven = adapters.filter(isUnproven);
  const [outcome, setOutcome] = useState<AdapterImported | null>(null);
  const take = async (file: File | undefined) => file && setOutcome(await actions.import(file));
  return (
    <>
      <p className="muted">{w.lead}</p>
      <Crms adapters={adapters.filter((known) => !isUnproven(known))} actions={actions} />
      {unproven.length > 0 && (
        <div className="crm-more">
          <Fold title={w.more(unproven.length)}>
            <Crms adapters={unproven} actions={actions} />
          </Fold>
        </div>
      )}
      <div>
        <FileTrigger acceptedFileTypes={['application/json']} onSelect={(files) => void take(files?.[0])}>
          <Button>{w.import}</Button>
        </FileTrigger>
      </div>
      <p role="status">{outcome && outcomeText(outcome)}</p>
    </>
  );
}

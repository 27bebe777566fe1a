import { useState } from 'react';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { doctorWords as w } from '@/lib/ui/doctor-words';
import { Button } from './ui/button';
import { Fold } from './ui/fold';
import './site-list.css';
import './page-doctor.css';

type Looked = RpcOutput<'doctor.look'>;
type Diagnosis = NonNullable<Looked[number]['diagnosis']>;

function Person({ name, identifiers }: Diagnosis['candidates'][number]) {
  return (
    <dl className="doctor-person">
      {name && (
        <dt>
          <bdi>{name}</bdi>
        </dt>
      )}
      {identifiers.map(({ kind, value, found }) => (
        <dd key={`${kind} ${value}`}>
          {w.kinds[kind]} <bdi>{value}</bdi> <span className="muted">{w.where(found)}</span>
        </dd>
      ))}
    </dl>
  );
}

type SeenProps = { diagnosis: Diagnosis } & Pick<Looked[number], 'decision' | 'crm'>;

function shown({ diagnosis: { outcome }, decision }: Omit<SeenProps, 'crm'>): string {
  if (outcome === 'customer') return w.customer[decision ?? 'take'];
  if (outcome === 'choose' && (decision === 'refuse' || decision === 'off')) return w.unasked[decision];
  return w.outcome[outcome];
}

function Seen({ diagnosis, decision, crm }: SeenProps) {
  const { outcome, pageKind, candidates, missed } = diagnosis;
  return (
    <>
      <p>
        <strong>{shown({ diagnosis, decision })}</strong>{' '}
        <span className="muted">{crm ? w.by(crm, pageKind) : w.generic}</span>
      </p>
      {outcome === 'customer' && <Person {...diagnosis} />}
      {candidates.map((person) => (
        <Person key={JSON.stringify(person)} {...person} />
      ))}
      {missed.length > 0 && (
        <Fold title={w.missed(missed.length)}>
          <ul className="doctor-missed">
            {missed.map(({ field, selector }) => (
              <li key={`${field} ${selector}`}>
                {field} <code dir="ltr">{selector}</code>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

type State = 'asleep' | 'looking' | 'failed' | Looked;

/** Says of every open page of the CRM who Heed takes to be open there, by what, and what it missed. */
export function PageDoctor({ onLook }: { onLook: () => Promise<Looked> }) {
  const [state, setState] = useState<State>('asleep');
  const look = async () => {
    setState('looking');
    setState(await onLook().catch(() => 'failed' as const));
  };
  const pages = typeof state === 'string' ? [] : state;
  return (
    <>
      <p className="muted">{w.lead}</p>
      <div>
        <Button onPress={() => void look()} isDisabled={state === 'looking'}>
          {state === 'looking' ? w.looking : w.look}
        </Button>
      </div>
      <div role="status">
        {state === 'failed' && <p>{w.failed}</p>}
        {Array.isArray(state) && pages.length === 0 && <p>{w.none}</p>}
        {pages.length > 0 && (
          <ul className="site-list">
            {pages.map(({ tabId, title, host, diagnosis, ...seen }) => (
              <li key={tabId} className="doctor-page">
                <bdi className="doctor-title">{title || host}</bdi>
                <span className="label">{host}</span>
                {diagnosis ? <Seen diagnosis={diagnosis} {...seen} /> : <p>{w.closed}</p>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

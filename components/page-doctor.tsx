import { useCallback, useEffect, useRef, useState } from 'react';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { headline, peopleOn, type ReadPage, readBy, reasons } from '@/lib/ui/doctor-said';
import { doctorWords as w } from '@/lib/ui/words/doctor-words';
import { Button } from './ui/button';
import { Fold } from './ui/fold';
import './site-list.css';
import './page-doctor.css';

type Looked = RpcOutput<'doctor.look'>;
type Diagnosis = ReadPage['diagnosis'];

function Person({ name, identifiers }: Diagnosis['candidates'][number]) {
  return (
    <dl className="doctor-person">
      {name && (
        <dt>
          <bdi>{name}</bdi>
        </dt>
      )}
      {identifiers.map(({ kind, value }) => (
        <dd key={`${kind} ${value}`}>
          <span className="muted">{w.byKind[kind]}</span> <bdi>{value}</bdi>
        </dd>
      ))}
    </dl>
  );
}

/** Where it stands on the page, for who knows how pages are made. */
function Details({ diagnosis }: { diagnosis: Diagnosis }) {
  const { adapter, pageKind, missed } = diagnosis;
  const found = peopleOn(diagnosis).flatMap(({ identifiers }) => identifiers);
  return (
    <Fold title={w.details}>
      <ul className="doctor-details">
        <li>{[w.detail.adapter(adapter), ...(pageKind ? [w.detail.kind(pageKind)] : [])].join(', ')}</li>
        {found.map(({ kind, value, found: at }) => (
          <li key={`${kind} ${value}`}>{w.detail.found(value, at)}</li>
        ))}
        {missed.map(({ field, selector }) => (
          <li key={`${field} ${selector}`}>
            {w.detail.missed(field)} <code dir="ltr">{selector}</code>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Seen({ page }: { page: ReadPage }) {
  const { diagnosis } = page;
  return (
    <>
      <p>
        <strong>{headline(page)}</strong>
      </p>
      {reasons(page).map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {peopleOn(diagnosis).map((person) => (
        <Person key={JSON.stringify(person)} {...person} />
      ))}
      {!page.off && <p className="muted">{readBy(page)}</p>}
      <Details diagnosis={diagnosis} />
    </>
  );
}

type State = 'asleep' | 'looking' | 'failed' | Looked;

type Props = {
  onLook: () => Promise<Looked>;
  /** the organisation's sites where Heed has no permission */
  missing?: readonly string[];
  /** somebody came here to see it */
  atOnce?: boolean;
  /** whose look it is, by id; empty where nobody is signed in. Undefined until that is known */
  user: string | undefined;
};

function Pages({ pages, missing }: { pages: Looked; missing: readonly string[] }) {
  return (
    <>
      {pages.length === 0 && <p>{w.none}</p>}
      <ul className="site-list">
        {pages.map(({ diagnosis, ...page }) => (
          <li key={page.tabId} className="doctor-page">
            <bdi className="doctor-title">{page.title || page.host}</bdi>
            <span className="label">{page.host}</span>
            {diagnosis ? <Seen page={{ ...page, diagnosis }} /> : <p>{w.closed}</p>}
          </li>
        ))}
      </ul>
      <p className="muted">{missing.length > 0 ? w.missing(missing) : w.unlisted}</p>
    </>
  );
}

/** What one saw is not the next one's: it begins anew with whoever signs in or out. */
function useOwnState(user: string | undefined) {
  const [state, setState] = useState<State>('asleep');
  const [of, setOf] = useState(user);
  // Only from one who is known to another: who it is comes while the page is on its way.
  if (user !== undefined && of !== user) {
    setOf(user);
    if (of !== undefined) setState('asleep');
  }
  return { state, setState };
}

/** Says of every open page of the CRM who is shown there and why, or why nobody is. */
export function PageDoctor({ onLook, missing = [], atOnce = false, user }: Props) {
  const { state, setState } = useOwnState(user);
  const look = useCallback(async () => {
    setState('looking');
    setState(await onLook().catch(() => 'failed' as const));
  }, [onLook, setState]);
  const first = useRef(atOnce);
  useEffect(() => {
    if (first.current) void look();
    first.current = false;
  }, [look]);
  return (
    <>
      <p className="muted">{w.lead}</p>
      <div>
        <Button onPress={() => void look()} isDisabled={state === 'looking'}>
          {state === 'looking' ? w.looking : w.look}
        </Button>
      </div>
      <div className="doctor-said" role="status">
        {state === 'failed' && <p>{w.failed}</p>}
        {Array.isArray(state) && <Pages pages={state} missing={missing} />}
      </div>
    </>
  );
}

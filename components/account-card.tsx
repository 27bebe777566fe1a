import { useState } from 'react';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { Outcome } from '@/lib/ui/settings-actions';
import { settingsWords } from '@/lib/ui/words/settings-words';
import { words } from '@/lib/ui/words/words';
import { OutcomeLine } from './outcome-line';
import { Button } from './ui/button';
import './settings-page.css';

type Props = {
  /** the next thing to do on this page */
  isNext?: boolean;
  /** null where nobody is signed in */
  organisation: RpcOutput<'organisation.get'>;
  unsent: number;
  /** calls that aren't wrapped up, and edits that aren't done */
  drafts: number;
  onSignIn: () => Promise<Outcome>;
  /** null where signing out isn't the matter at hand */
  onSignOut: (() => Promise<Outcome>) | null;
};

const w = settingsWords.account;

function SignedOut({ isNext = false, onSignIn }: Pick<Props, 'isNext' | 'onSignIn'>) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const signIn = async () => {
    setOutcome(null);
    setBusy(true);
    setOutcome(await onSignIn());
    setBusy(false);
  };
  return (
    <div>
      <div className="settings-line">
        <span className="muted">{busy ? w.signingIn : w.signedOut}</span>
        <Button look={isNext ? 'primary' : 'accent'} isDisabled={busy} onPress={() => void signIn()}>
          {w.signIn}
        </Button>
      </div>
      <OutcomeLine outcome={outcome === 'done' ? null : outcome} done="" />
    </div>
  );
}

/** Who is signed in, with the way in and the way out. */
export function AccountCard({ isNext = false, organisation, unsent, drafts, ...on }: Props) {
  const { onSignIn, onSignOut } = on;
  if (!organisation) return <SignedOut isNext={isNext} onSignIn={onSignIn} />;
  const { user } = organisation;
  return (
    <>
      <div className="settings-line">
        <span>
          <strong>{w.signedIn(user.name, organisation.organisation.name)}</strong>
          <br />
          <span className="muted">{w.team(user.role, user.team)}</span>
        </span>
        {onSignOut && <Button onPress={() => void onSignOut()}>{w.signOut}</Button>}
      </div>
      {onSignOut && <p className="muted">{words.account.elsewhere}</p>}
      {onSignOut && unsent > 0 && <p className="muted">{w.unsent(unsent)}</p>}
      {onSignOut && drafts > 0 && <p className="muted">{w.drafts(drafts)}</p>}
    </>
  );
}

import { useState } from 'react';
import { errorCode } from '@/lib/platform/app-error';
import { approvalsPageWords as w } from '@/lib/ui/words/approvals-page-words';
import { ErrorNotice } from './error-notice';
import { Button } from './ui/button';

type Props = { signIn: () => Promise<unknown> };

/** Of a page that shows nothing before somebody has signed in. */
export function PageSignIn({ signIn }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const press = () => {
    setBusy(true);
    setFailure(null);
    signIn()
      .catch(setFailure)
      .finally(() => setBusy(false));
  };
  return (
    <>
      {failure !== null && <ErrorNotice code={errorCode(failure)} onSignIn={press} />}
      <div className="settings-line">
        <span className="muted">{busy ? w.signingIn : w.signedOut}</span>
        <Button look="accent" isDisabled={busy} onPress={press}>
          {w.signIn}
        </Button>
      </div>
    </>
  );
}

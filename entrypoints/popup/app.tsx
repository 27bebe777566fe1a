import { SignInBanner, SignInScreen } from '@/components/account-screen';
import { ApprovalsWaiting } from '@/components/approvals-waiting';
import { ErrorNotice } from '@/components/error-notice';
import { LookupField } from '@/components/lookup/lookup-field';
import { LookupFrame } from '@/components/lookup/lookup-frame';
import { RingChooser } from '@/components/ring-chooser';
import type { LookupView } from '@/lib/messaging/lookup-methods';
import { useApprovalsWaiting } from '@/lib/ui/approval-queries';
import { useHost } from '@/lib/ui/host';
import { type LookupModel, useLookup } from '@/lib/ui/lookup/use-lookup';
import { ownPageGuard, VisibleGuardProvider } from '@/lib/ui/visible-guard';
import { lookupWords } from '@/lib/ui/words/lookup-words';

type Props = { model: LookupModel; view: LookupView };

const w = lookupWords;

function Failure({ model: { failure, signIn } }: Pick<Props, 'model'>) {
  if (failure === 'identity-changed' || failure === 'not-found' || failure === 'internal')
    return (
      <p className="lookup-note" role="alert">
        {failure === 'internal' ? w.failed : w.changed}
      </p>
    );
  return failure && <ErrorNotice code={failure} onSignIn={() => void signIn()} />;
}

function Account({ model, view }: Props) {
  if (view.account === 'signed-in' && view.unlocked) return null;
  const why = view.account === 'expired' ? 'expired' : 'locked';
  return <SignInBanner why={why} busy={false} onSignIn={() => void model.signIn()} />;
}

/** Who rings: a click on the button that says so opens this. */
function Rings({ model, view }: Props) {
  return view.rings.map((ring) => (
    <RingChooser
      key={ring.id}
      ring={ring}
      parks={view.call}
      isComing={view.coming}
      onChoose={(cardNumber) => void model.chooseRing(ring.id, cardNumber)}
      onDismiss={() => void model.dismissRing(ring.id)}
    />
  ));
}

function Answer({ model, view }: Props) {
  const answer = model.found?.answer;
  if (answer?.state === 'paused')
    return (
      <p className="lookup-note" role="status">
        {w.paused}
      </p>
    );
  if (answer?.state !== 'read') return null;
  return (
    <RingChooser
      ring={answer}
      parks={view.call}
      isComing={view.coming}
      onChoose={(cardNumber) => void model.choose(cardNumber)}
      onDismiss={model.forget}
    />
  );
}

/** The number on the button that opened this, and in one click the page on which they are answered. */
function Waiting({ onDone }: { onDone: () => void }) {
  const host = useHost();
  // A popup is there for a moment, and for one user: nothing of another's is kept in it.
  const waiting = useApprovalsWaiting('', true);
  const open = () => void host.call('approvals.open', {}).then(onDone);
  return <ApprovalsWaiting waiting={waiting} onOpen={open} />;
}

function Body({ model, view, onDone }: Props & { onDone: () => void }) {
  if (view.account === 'signed-out')
    return <SignInScreen unsent={view.unsent} busy={false} onSignIn={() => void model.signIn()} />;
  return (
    <>
      <h1 className="visually-hidden">{w.title}</h1>
      {view.account === 'signed-in' && <Waiting onDone={onDone} />}
      <LookupField
        unreadable={model.found?.answer.state === 'unreadable'}
        onFind={(text) => void model.find(text)}
      />
      <Account model={model} view={view} />
      <Answer model={model} view={view} />
      <Rings model={model} view={view} />
    </>
  );
}

/** What a click on the button in the toolbar opens: a customer is found, and the call goes on in the sidebar. */
export function LookupApp({ onDone }: { onDone: () => void }) {
  const host = useHost();
  const model = useLookup(onDone);
  if (!model.isSettled) return null;
  return (
    <VisibleGuardProvider value={ownPageGuard}>
      <LookupFrame onOpenPanel={model.openPanel} onPractice={host.openPractice} onSettings={host.openOptions}>
        <Failure model={model} />
        {model.view && <Body model={model} view={model.view} onDone={onDone} />}
      </LookupFrame>
    </VisibleGuardProvider>
  );
}

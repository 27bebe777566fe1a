import { SignInBanner, SignInScreen } from '@/components/account-screen';
import { Chooser } from '@/components/chooser';
import { NobodysNote, NotHere, PagePaused } from '@/components/empty-state';
import { ErrorNotice } from '@/components/error-notice';
import { ParkedList } from '@/components/parked-list';
import { SlotBanner } from '@/components/slot-banner';
import { StorageLost } from '@/components/storage-lost';
import { TeachBanner } from '@/components/teach-banner';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import { useHost } from '@/lib/ui/host';
import { useTeaching } from '@/lib/ui/queries';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import { useNow } from '@/lib/ui/use-now';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { userId } from '@/lib/ui/user-id';
import { whyUnknown } from '@/lib/ui/why-unknown';
import { isNobodys } from './known';
import { NewSite, NobodyShown, PageAnswer } from './page-answers';
import { CallerPanel } from './panels/caller-panel';
import { barCalls, CallOrigin, Switcher } from './panels/calls-panel';
import { GivenPanel, HandoverPanel } from './panels/handover-panel';
import { OutreachCall } from './panels/outreach-panel';
import { ReadPanels } from './panels/read-panels';
import { Rings } from './rings';
import { Top } from './top';
import { WaitingApprovals } from './waiting-approvals';

type Props = { model: SidebarModel; view: SidebarView; store: SidebarStore };

function Account({ model, view }: Omit<Props, 'store'>) {
  const { state, commands } = model;
  const expired = view.account.state === 'expired';
  if (!expired && view.sync.unlocked) return null;
  return (
    <SignInBanner
      why={expired ? 'expired' : 'locked'}
      busy={state.busy === 'signing-in'}
      onSignIn={() => void commands.signIn()}
    />
  );
}

/** The call and the page are two people, or the page's is not settled. */
function OtherOnPage({ model, view, store }: Props) {
  const { page, pageCustomer, subject, state, commands } = model;
  if (
    !view.call?.pageDiffers ||
    subject?.slot !== 'call' ||
    page.state === 'blank' ||
    page.state === 'paused'
  )
    return null;
  const key = page.state === 'nobody' ? '' : page.key;
  return (
    <SlotBanner
      callName={subject.name}
      callEnd={subject.accountEnd}
      pageName={page.state === 'nobody' ? null : page.name}
      pageEnd={pageCustomer?.accountEnd ?? ''}
      canSwitch={pageCustomer !== null}
      stayed={state.stayedBeside === key}
      onSwitch={() => pageCustomer && void commands.beginCall(pageCustomer)}
      onStay={() => store.setState({ stayedBeside: key })}
    />
  );
}

/** Somebody shows Heed, in the page, who the customer is. */
function Teaching({ model: { commands } }: Pick<Props, 'model'>) {
  const state = useTeaching().data;
  if (!state?.teaching) return null;
  return (
    <TeachBanner
      proposal={state.proposal}
      onSave={() => void commands.saveTaught()}
      onStop={() => void commands.stopTeaching()}
    />
  );
}

function PageChooser({ model }: Pick<Props, 'model'>) {
  const { page, commands, state, view } = model;
  if (page.state !== 'choose' || state.stayedBeside === page.key) return null;
  const shown = page.candidates.map(({ card }) => card.number);
  return (
    <Chooser
      name={page.name}
      why={page.why}
      candidates={page.candidates}
      allHere={whyUnknown(view) === 'unknown' && !view?.sync.damaged}
      onChoose={(number) => void commands.choose(page.key, number, shown)}
    />
  );
}

function Nobody({ model }: Pick<Props, 'model'>) {
  const { kind } = useHost();
  if (model.subject) return isNobodys(model) ? <NobodysNote /> : null;
  if (model.view?.rings.length) return null;
  if (model.page.state === 'paused') return <PagePaused />;
  if (model.page.state === 'nobody') return <NobodyShown model={model} />;
  // Beside a tab the background hears nothing of, the panel says so; a frame's blank is a page on its way.
  return model.page.state === 'blank' && kind === 'panel' ? <NotHere /> : null;
}

/** What went wrong with what the rep asked for. */
function Failure({ model, view, store }: Props) {
  const { leaving, state } = model;
  // To whoever signed out, and where nobody sits by then: it says nothing to the next one.
  const isTheirs = ['', leaving.failure?.userId].includes(userId(view));
  const failure = state.failure ?? (isTheirs ? leaving.failure?.code : null);
  if (!failure) return null;
  return (
    <ErrorNotice
      code={failure}
      onSignIn={() => void model.commands.signIn()}
      onDismiss={() => {
        store.setState({ failure: null });
        leaving.onRead();
      }}
    />
  );
}

function Lost({ model, view }: Omit<Props, 'store'>) {
  const now = useNow();
  const { lost } = view.sync;
  return lost && <StorageLost lost={lost} now={now} onRead={() => void model.commands.lostRead()} />;
}

/** Above everything: who this is, whether that is who the page shows, who is calling. */
export function Head({ onCollapse, ...props }: Props & { onCollapse: (() => void) | null }) {
  const { model, store } = props;
  const signedIn = props.view.account.state !== 'signed-out';
  return (
    <>
      <Top model={model} store={store} onCollapse={onCollapse} />
      {signedIn && <Switcher model={model} view={props.view} />}
      {signedIn && <CallOrigin model={model} view={props.view} />}
      {signedIn && <Account {...props} />}
      <WaitingApprovals model={model} />
      <OtherOnPage {...props} />
      <NewSite model={model} />
      <PageAnswer model={model} />
      <Teaching model={model} />
      {model.subject && !model.subject.editing && (
        <CallerPanel key={model.subject.id} model={model} subject={model.subject} />
      )}
    </>
  );
}

/** The sidebar's middle, whoever is signed in and whatever the page shows. */
export function Screen({ model, view, store }: Props) {
  const { state, commands, now, subject } = model;
  const failure = (
    <>
      <Lost model={model} view={view} />
      <Failure model={model} view={view} store={store} />
    </>
  );
  if (view.account.state === 'signed-out') {
    const busy = state.busy === 'signing-in';
    return (
      <>
        {failure}
        <SignInScreen unsent={view.sync.unsent} busy={busy} onSignIn={() => void commands.signIn()} />
      </>
    );
  }
  return (
    <>
      {failure}
      <HandoverPanel model={model} />
      <OutreachCall model={model} />
      <Rings model={model} view={view} store={store} />
      <PageChooser model={model} />
      <Nobody model={model} />
      {subject && !subject.editing && <ReadPanels key={subject.id} model={model} subject={subject} />}
      {barCalls(model, view).length === 0 && (
        <ParkedList parked={view.parked} now={now} onResume={(id) => void commands.resume(id)} />
      )}
      <GivenPanel model={model} />
    </>
  );
}

import { useEffect } from 'react';
import { ApprovalList } from '@/components/approval-list';
import { ErrorNotice } from '@/components/error-notice';
import { PageSignIn } from '@/components/page-sign-in';
import { SettingsPage } from '@/components/settings-page';
import { Button } from '@/components/ui/button';
import { type AppErrorCode, errorCode } from '@/lib/platform/app-error';
import { SECOND } from '@/lib/platform/clock';
import { formatClock } from '@/lib/ui/format';
import { useHost } from '@/lib/ui/host';
import { offerLabel } from '@/lib/ui/offer-label';
import { type Ended, useApprovalsPage } from '@/lib/ui/use-approvals-page';
import { useSeconds } from '@/lib/ui/use-seconds';
import { approvalsPageWords as w } from '@/lib/ui/words/approvals-page-words';
import { Ending } from './ending';

type Model = ReturnType<typeof useApprovalsPage>;

function whyNot(code: AppErrorCode): string {
  if (code === 'identity-changed') return w.someoneElse;
  return code === 'not-found' ? w.gone : w.notSent;
}

/** How the last answer ended, in words: whether it counted, and whose did. */
function endedWords(ended: Ended, what: string): { text: string; counted: boolean } {
  const who = ended.approval.askedBy.name;
  if (ended.state === 'failed') return { text: whyNot(ended.code), counted: false };
  const { counted, approval } = ended.answered;
  if (counted) return { text: w[ended.answer](what, who), counted };
  return { text: w.overtaken[approval.state](approval.answeredBy ?? ''), counted };
}

const SAID_FOR = 15 * SECOND;

/** What counted needs nobody's answer, and goes by itself; anything else stays until somebody has read it. */
function LastAnswer({ ended, organisation, forget }: Pick<Model, 'ended' | 'organisation' | 'forget'>) {
  const said =
    ended && organisation ? endedWords(ended, offerLabel(organisation.playbook, ended.approval)) : null;
  const isShort = said?.counted ?? false;
  const which = ended?.approval.id;
  useEffect(() => {
    if (!isShort || which === undefined) return;
    const timer = setTimeout(forget, SAID_FOR);
    return () => clearTimeout(timer);
  }, [isShort, which, forget]);
  return (
    <div className="approval-said">
      <p role="status" className="approval-ended" data-counted={said?.counted ?? true}>
        {said?.text}
      </p>
      {said && (
        <Button small look="link" onPress={forget}>
          {w.read}
        </Button>
      )}
    </div>
  );
}

/** The store doesn't answer: what it said last stays, with its time; or something else is wrong. */
function Trouble({ waiting }: Pick<Model, 'waiting'>) {
  if (!waiting.error) return null;
  const code = errorCode(waiting.error);
  const isAway = code === 'offline' || code === 'server-error';
  if (!isAway) return <ErrorNotice code={code} onRetry={() => void waiting.refetch()} />;
  const since = waiting.data && formatClock(waiting.data.at);
  return (
    <p role="alert" className="approval-ended" data-counted="false">
      {since ? w.offline(since) : w.offlineAtOnce}
    </p>
  );
}

function Waiting({ model }: { model: Model }) {
  const { organisation, waiting, ended, isBusy, answer, forget } = model;
  const now = useSeconds((waiting.data?.approvals.length ?? 0) > 0);
  if (!organisation) return null;
  const of = waiting.data?.of ?? '';
  return (
    <>
      <LastAnswer ended={ended} organisation={organisation} forget={forget} />
      <Trouble waiting={waiting} />
      {waiting.data ? (
        <ApprovalList
          key={of}
          approvals={waiting.data.approvals}
          at={waiting.data.at}
          realNow={now}
          playbook={organisation.playbook}
          ownName={organisation.user.name}
          endingOf={(approval) => <Ending of={of} approval={approval} />}
          isDisabled={isBusy || waiting.error !== null}
          onAnswer={(approval, said, line) => answer({ of, approval, answer: said, line })}
        />
      ) : (
        !waiting.error && <p className="muted">{w.loading}</p>
      )}
    </>
  );
}

function NotYours() {
  const { openOptions } = useHost();
  return (
    <div className="settings-line">
      <span>
        {w.notYours} <span className="muted">{w.notYoursHint}</span>
      </span>
      <Button onPress={openOptions}>{w.openSettings}</Button>
    </div>
  );
}

/** The supervisor's page: who asks for more than they may give, live, and the answers. */
export function ApprovalsApp() {
  const model = useApprovalsPage();
  const { organisation, may, isLoaded } = model;
  return (
    <SettingsPage title={w.title} lead={w.lead}>
      {!isLoaded && <p className="muted">{w.loading}</p>}
      {isLoaded && !organisation && <PageSignIn signIn={model.signIn} />}
      {organisation && !may && <NotYours />}
      {organisation && may && <Waiting model={model} />}
    </SettingsPage>
  );
}

import { ErrorNotice } from '@/components/error-notice';
import { PageSignIn } from '@/components/page-sign-in';
import { SettingsCard, SettingsPage } from '@/components/settings-page';
import { LineForm } from '@/components/teams/line-form';
import { TeamCard } from '@/components/teams/team-card';
import { Button } from '@/components/ui/button';
import { type AppErrorCode, errorCode } from '@/lib/platform/app-error';
import type { Teams } from '@/lib/protocol/teams';
import { useHost } from '@/lib/ui/host';
import { useTeamsPage } from '@/lib/ui/teams/use-teams-page';
import { whyNoName } from '@/lib/ui/teams/why-no-name';
import { approvalsPageWords } from '@/lib/ui/words/approvals-page-words';
import { teamsWords as w } from '@/lib/ui/words/teams-words';

type Model = ReturnType<typeof useTeamsPage>;

function whyNot(code: AppErrorCode): string {
  if (code === 'identity-changed') return w.someoneElse;
  return code === 'not-found' ? w.gone : w.notDone;
}

function NotYours() {
  const { openOptions } = useHost();
  return (
    <div className="settings-line">
      <span>
        {w.notYours} <span className="muted">{approvalsPageWords.notYoursHint}</span>
      </span>
      <Button onPress={openOptions}>{approvalsPageWords.openSettings}</Button>
    </div>
  );
}

function NewTeam({ model, teams }: { model: Model; teams: Teams['teams'] }) {
  const make = (name: string) => {
    const id = model.newId();
    const wrong = whyNoName(name, { id, teams });
    if (wrong === null) model.change({ what: 'name', id, name });
    return wrong;
  };
  return (
    <SettingsCard title={w.make}>
      {teams.length === 0 && <p>{w.none}</p>}
      <LineForm label={w.newName} button={w.make} value="" isDisabled={model.isBusy} onSend={make} />
    </SettingsCard>
  );
}

function AllTeams({ model, list: { teams, people } }: { model: Model; list: Teams }) {
  const { change, isBusy } = model;
  const rename = (id: string) => (name: string) => {
    const wrong = whyNoName(name, { id, teams });
    if (wrong === null) change({ what: 'name', id, name });
    return wrong;
  };
  return (
    <>
      <p role="alert">{model.failure && whyNot(model.failure)}</p>
      {teams.map((team) => (
        <TeamCard
          key={team.id}
          {...{ team, people }}
          isDisabled={isBusy}
          onRename={rename(team.id)}
          onRemove={() => change({ what: 'remove', id: team.id })}
          onPlace={(userId, place) => change({ what: 'place', teamId: team.id, userId, ...place })}
        />
      ))}
      <NewTeam model={model} teams={teams} />
    </>
  );
}

/** The administrator's page: who belongs to which team, and who supervises it. */
export function TeamsApp() {
  const model = useTeamsPage();
  const { organisation, may, isLoaded, teams } = model;
  return (
    <SettingsPage title={w.title} lead={w.lead}>
      {(!isLoaded || (may && teams.isPending)) && <p className="muted">{w.loading}</p>}
      {isLoaded && !organisation && <PageSignIn signIn={model.signIn} />}
      {organisation && !may && <NotYours />}
      {may && teams.error && (
        <ErrorNotice code={errorCode(teams.error)} onRetry={() => void teams.refetch()} />
      )}
      {may && teams.data && <AllTeams model={model} list={teams.data} />}
    </SettingsPage>
  );
}

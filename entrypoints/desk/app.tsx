import { PageSignIn } from '@/components/page-sign-in';
import { SettingsPage } from '@/components/settings-page';
import { Button } from '@/components/ui/button';
import { deskRoles } from '@/lib/protocol/roles';
import { useHost } from '@/lib/ui/host';
import { usePageReader } from '@/lib/ui/use-page-reader';
import { approvalsPageWords } from '@/lib/ui/words/approvals-page-words';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import { Desk } from './desk';
import '@/components/desk/desk.css';

function NotYours() {
  const { openOptions } = useHost();
  return (
    <div className="desk-bar">
      <span>
        {w.notYours} <span className="muted">{approvalsPageWords.notYoursHint}</span>
      </span>
      <Button onPress={openOptions}>{approvalsPageWords.openSettings}</Button>
    </div>
  );
}

/** The supervisor's page: notes that need a person, reviewed and put into the record. */
export function DeskApp() {
  const { organisation, may, isLoaded, signIn } = usePageReader(deskRoles);
  return (
    <SettingsPage title={w.title} lead={w.lead} wide>
      {!isLoaded && <p className="muted">{w.loading}</p>}
      {isLoaded && !organisation && <PageSignIn signIn={signIn} />}
      {organisation && !may && <NotYours />}
      {organisation && may && <Desk key={organisation.user.id} organisation={organisation} />}
    </SettingsPage>
  );
}

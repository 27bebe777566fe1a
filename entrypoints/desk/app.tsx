import { useEffect } from 'react';
import { HeedMark } from '@/components/heed-mark';
import { PageSignIn } from '@/components/page-sign-in';
import { Spoken } from '@/components/spoken';
import { Button } from '@/components/ui/button';
import { deskRoles } from '@/lib/protocol/roles';
import { useHost } from '@/lib/ui/host';
import { usePageReader } from '@/lib/ui/use-page-reader';
import { approvalsPageWords } from '@/lib/ui/words/approvals-page-words';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import { Desk } from './desk';
import '@/components/tokens.css';
import '@/components/base.css';
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
  useEffect(() => {
    document.title = w.title;
  });
  return (
    <Spoken>
      <main className="desk-page">
        <header>
          <h1>
            <HeedMark size={24} />
            {w.title}
          </h1>
          <p>{w.lead}</p>
        </header>
        {!isLoaded && <p className="muted">{w.loading}</p>}
        {isLoaded && !organisation && <PageSignIn signIn={signIn} />}
        {organisation && !may && <NotYours />}
        {organisation && may && <Desk key={organisation.user.id} organisation={organisation} />}
      </main>
    </Spoken>
  );
}

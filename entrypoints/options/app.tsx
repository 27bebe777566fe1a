import { useState } from 'react';
import { AccountCard } from '@/components/account-card';
import { AddressForm } from '@/components/address-form';
import { CrmList } from '@/components/crm-list';
import { DeviceFacts } from '@/components/device-facts';
import { ImportNotes } from '@/components/import-notes';
import { LanguageSetting } from '@/components/language-setting';
import { ListSetting } from '@/components/list-setting';
import { ToolbarSetting } from '@/components/lookup/toolbar-setting';
import { OfferedSites } from '@/components/offered-sites';
import { PageDoctor } from '@/components/page-doctor';
import { Protection } from '@/components/protection';
import { SettingsCard, SettingsPage } from '@/components/settings-page';
import { SiteList } from '@/components/site-list';
import { TeachSites } from '@/components/teach-sites';
import { Button } from '@/components/ui/button';
import { UnsentList } from '@/components/unsent-list';
import {
  approverRoles,
  deskRoles,
  importerRoles,
  may,
  type Role,
  teamKeeperRoles,
} from '@/lib/protocol/roles';
import { codeLabels } from '@/lib/ui/code-labels';
import { DOCTOR_HASH } from '@/lib/ui/doctor-hash';
import { useHost } from '@/lib/ui/host';
import { useToolbarClick } from '@/lib/ui/lookup/use-toolbar-click';
import { offeredSites } from '@/lib/ui/offered-sites';
import { useUnsentNotes } from '@/lib/ui/queries';
import type { Permissions } from '@/lib/ui/settings-actions';
import { storeIsGranted } from '@/lib/ui/store-is-granted';
import { useNow } from '@/lib/ui/use-now';
import { type SettingsModel, useSettingsPage } from '@/lib/ui/use-settings-page';
import { approvalsPageWords } from '@/lib/ui/words/approvals-page-words';
import { crmWords } from '@/lib/ui/words/crm-words';
import { deskWords } from '@/lib/ui/words/desk-words';
import { doctorWords } from '@/lib/ui/words/doctor-words';
import { lookupWords } from '@/lib/ui/words/lookup-words';
import { practiceWords } from '@/lib/ui/words/practice-words';
import { settingsWords } from '@/lib/ui/words/settings-words';
import { teamsWords } from '@/lib/ui/words/teams-words';

type Props = { model: SettingsModel };

function StoreCard({ model: { settings, actions } }: Props) {
  const w = settingsWords.store;
  return (
    <SettingsCard title={w.title}>
      {settings?.policy.serverUrl && storeIsGranted(settings) ? (
        <p>{w.byPolicy(new URL(settings.policy.serverUrl).host)}</p>
      ) : (
        settings && <AddressForm {...w} forStore address={settings.serverUrl} onAddress={actions.setStore} />
      )}
    </SettingsCard>
  );
}

function SitesCard({ model: { settings, actions } }: Props) {
  const w = settingsWords.sites;
  return (
    <SettingsCard title={w.title}>
      <p className="muted">{w.lead}</p>
      {settings && <SiteList sites={settings.sites} onRemove={actions.removeSite} />}
      {settings && <OfferedSites sites={offeredSites(settings)} onTurnOn={actions.addSite} />}
      <AddressForm {...w} forStore={false} address="" onAddress={actions.addSite} />
    </SettingsCard>
  );
}

function LanguageCard({ model: { look, actions } }: Props) {
  return (
    <SettingsCard title={settingsWords.language.title}>
      {look.data && <LanguageSetting choice={look.data.language} onChoose={actions.setLanguage} />}
    </SettingsCard>
  );
}

function ListsCard({ model: { settings, actions } }: Props) {
  const now = useNow();
  return (
    <SettingsCard title={settingsWords.lists.title}>
      {settings && (
        <ListSetting
          {...settings.lists}
          byPolicy={!settings.policy.badgesInPages}
          now={now}
          onShow={actions.showInLists}
        />
      )}
    </SettingsCard>
  );
}

function ToolbarCard() {
  const { click, set } = useToolbarClick();
  return (
    <SettingsCard title={lookupWords.click.title}>
      {click && (
        <ToolbarSetting atOnce={click === 'panel'} onSet={(atOnce) => set(atOnce ? 'panel' : 'find')} />
      )}
    </SettingsCard>
  );
}

function PracticeCard() {
  const { openPractice } = useHost();
  const w = practiceWords;
  return (
    <SettingsCard title={w.title}>
      <p className="muted">{w.lead}</p>
      <p>
        <Button onPress={openPractice}>{w.title}</Button>
      </p>
    </SettingsCard>
  );
}

function CrmsCard({ model: { adapters, adapterActions, settings } }: Props) {
  return (
    <SettingsCard title={crmWords.title}>
      {adapters && <CrmList adapters={adapters} actions={adapterActions} />}
      {settings && <TeachSites sites={settings.sites} onTeach={adapterActions.teach} />}
    </SettingsCard>
  );
}

function DoctorCard({ model: { settings, adapters, adapterActions, userId } }: Props) {
  const [sought] = useState(() => location.hash === DOCTOR_HASH);
  const isThere = settings !== undefined && adapters !== undefined;
  return (
    <SettingsCard title={doctorWords.title} sought={sought && isThere}>
      <PageDoctor
        user={userId}
        onLook={adapterActions.look}
        missing={settings ? offeredSites(settings).map((site) => new URL(site).host) : []}
        atOnce={sought}
      />
    </SettingsCard>
  );
}

function DeviceCard({ model: { sync, storage, organisation, actions } }: Props) {
  const now = useNow();
  const notes = useUnsentNotes(organisation?.user.id ?? '').data;
  const w = settingsWords.device;
  return (
    <SettingsCard title={w.title}>
      {sync && <DeviceFacts {...{ sync, storage }} now={now} onSyncNow={() => void actions.syncNow()} />}
      {sync && (
        <>
          <h3 className="label">{w.notes}</h3>
          {organisation ? (
            <UnsentList
              notes={notes ?? []}
              ofOthers={sync.unsentOfOthers}
              now={now}
              labels={codeLabels(organisation)}
              actions={null}
              onRetry={() => void actions.retryUnsent()}
              onExport={() => void actions.exportUnsent()}
            />
          ) : (
            <p className="muted">{w.notesOf(sync.unsent + sync.unsentOfOthers)}</p>
          )}
        </>
      )}
    </SettingsCard>
  );
}

/** Only for who may; the store checks it again. */
function ImportCard({ model: { organisation, actions } }: Props) {
  if (!may(organisation?.user.role, importerRoles)) return null;
  return (
    <SettingsCard title={settingsWords.importNotes.title}>
      <ImportNotes key={organisation?.user.id} onImport={actions.importNotes} />
    </SettingsCard>
  );
}

type OwnPage = { words: { title: string; lead: string; open: string }; href: string; roles: readonly Role[] };

/** A page of Heed's for some; the store checks again that they may. */
function OwnPageCard({ model: { organisation }, words: w, href, roles }: Props & OwnPage) {
  if (!may(organisation?.user.role, roles)) return null;
  return (
    <SettingsCard title={w.title}>
      <p className="muted">{w.lead}</p>
      <p>
        <a href={href} target="_blank" rel="noopener">
          {w.open}
        </a>
      </p>
    </SettingsCard>
  );
}

function OwnPages({ model }: Props) {
  return (
    <>
      <OwnPageCard model={model} words={deskWords.card} href="desk.html" roles={deskRoles} />
      <OwnPageCard
        model={model}
        words={approvalsPageWords.card}
        href="approvals.html"
        roles={approverRoles}
      />
      <OwnPageCard model={model} words={teamsWords.card} href="teams.html" roles={teamKeeperRoles} />
    </>
  );
}

export function OptionsApp({ permissions }: { permissions: Permissions }) {
  const model = useSettingsPage(permissions);
  const { settings, organisation, sync, actions } = model;
  const w = settingsWords;
  if (model.look.isPending) return null;
  return (
    <SettingsPage title={w.title}>
      <SettingsCard title={w.account.title}>
        <AccountCard
          organisation={organisation}
          unsent={sync?.unsent ?? 0}
          drafts={sync?.drafts ?? 0}
          onSignIn={actions.signIn}
          onSignOut={actions.signOut}
        />
      </SettingsCard>
      <OwnPages model={model} />
      <StoreCard model={model} />
      <SitesCard model={model} />
      <CrmsCard model={model} />
      <DoctorCard model={model} />
      <LanguageCard model={model} />
      <ListsCard model={model} />
      <ToolbarCard />
      <DeviceCard model={model} />
      <ImportCard model={model} />
      <PracticeCard />
      <SettingsCard title={w.protection.title}>
        <Protection />
      </SettingsCard>
      <SettingsCard title={w.about.title}>
        <p>{settings && w.about.version(settings.version)}</p>
        <p className="muted">{w.about.marks}</p>
      </SettingsCard>
    </SettingsPage>
  );
}

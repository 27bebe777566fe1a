import { AccountCard } from '@/components/account-card';
import { AddressForm } from '@/components/address-form';
import { OfferedSites } from '@/components/offered-sites';
import { SettingsPage } from '@/components/settings-page';
import { SiteList } from '@/components/site-list';
import { Button } from '@/components/ui/button';
import { type StepState, WelcomeStep } from '@/components/welcome-step';
import { useHost } from '@/lib/ui/host';
import { offeredSites } from '@/lib/ui/offered-sites';
import type { Permissions } from '@/lib/ui/settings-actions';
import { storeIsGranted } from '@/lib/ui/store-is-granted';
import { type SettingsModel, useSettingsPage } from '@/lib/ui/use-settings-page';
import { settingsWords } from '@/lib/ui/words/settings-words';

const w = settingsWords.welcome;

/** The first step that isn't done is the one at hand. */
function stepStates(done: readonly boolean[]): StepState[] {
  const at = done.indexOf(false);
  return done.map((d, i) => (d ? 'done' : i === at ? 'current' : 'later'));
}

type StepProps = { model: SettingsModel; state: StepState };

function StoreStep({ model: { settings, actions }, state }: StepProps) {
  return (
    <WelcomeStep n={1} title={w.store} state={state}>
      <AddressForm
        {...settingsWords.store}
        forStore
        isNext={state === 'current'}
        address={settings?.serverUrl ?? ''}
        onAddress={actions.setStore}
      />
    </WelcomeStep>
  );
}

function AccountStep({ model: { organisation, actions }, state }: StepProps) {
  const isNext = state === 'current';
  return (
    <WelcomeStep n={2} title={w.account} state={state}>
      <p className="muted">{w.accountLead}</p>
      <AccountCard
        {...{ isNext, organisation }}
        unsent={0}
        drafts={0}
        onSignIn={actions.signIn}
        onSignOut={null}
      />
    </WelcomeStep>
  );
}

function SitesStep({ model: { settings, actions }, state }: StepProps) {
  const sites = settings?.sites ?? [];
  return (
    <WelcomeStep n={3} title={w.sites} state={state}>
      <p className="muted">{settingsWords.sites.lead}</p>
      {sites.length > 0 && <SiteList sites={sites} onRemove={actions.removeSite} />}
      {settings && <OfferedSites sites={offeredSites(settings)} onTurnOn={actions.addSite} />}
      <AddressForm
        {...settingsWords.sites}
        isNext={state === 'current'}
        forStore={false}
        address=""
        onAddress={actions.addSite}
      />
    </WelcomeStep>
  );
}

/** The first run, in three steps. */
export function WelcomeApp({ permissions }: { permissions: Permissions }) {
  const model = useSettingsPage(permissions);
  const { settings, organisation } = model;
  const { openOptions } = useHost();
  if (!settings || model.look.isPending) return null;
  const done = [storeIsGranted(settings), organisation !== null, settings.sites.length > 0];
  const [store = 'later', account = 'later', sites = 'later'] = stepStates(done);
  return (
    <SettingsPage title={w.title} lead={w.lead}>
      <ol className="welcome-steps">
        <StoreStep model={model} state={store} />
        <AccountStep model={model} state={account} />
        <SitesStep model={model} state={sites} />
      </ol>
      {!done.includes(false) && (
        <p className="welcome-ready" role="status">
          {w.ready}
        </p>
      )}
      <p>
        <Button look="link" onPress={openOptions}>
          {w.settings}
        </Button>
      </p>
    </SettingsPage>
  );
}

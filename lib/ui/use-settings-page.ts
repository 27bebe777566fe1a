import { useMemo } from 'react';
import { createAdapterActions } from './adapter-actions';
import { useHost } from './host';
import {
  useAdapters,
  useLook,
  useOrganisation,
  useRefresh,
  useSettings,
  useStorageState,
  useSyncState,
  useViewPushes,
} from './queries';
import { createSettingsActions, type Permissions } from './settings-actions';

/** What options and first run know and can do. */
export function useSettingsPage(permissions: Permissions) {
  const host = useHost();
  const refresh = useRefresh();
  useViewPushes();
  const settings = useSettings().data;
  const look = useLook();
  const sync = useSyncState().data;
  const storage = useStorageState().data;
  const known = useOrganisation(`${sync?.unlocked}`).data;
  const organisation = known ?? null;
  /** by id; empty where nobody is signed in, undefined until that is known */
  const userId = known === undefined ? undefined : (known?.user.id ?? '');
  const actions = useMemo(
    () => createSettingsActions({ host, permissions, refresh }),
    [host, permissions, refresh],
  );
  const adapters = useAdapters().data;
  const adapterActions = useMemo(() => createAdapterActions({ host, refresh }), [host, refresh]);
  return { look, settings, sync, storage, organisation, userId, actions, adapters, adapterActions };
}

export type SettingsModel = ReturnType<typeof useSettingsPage>;

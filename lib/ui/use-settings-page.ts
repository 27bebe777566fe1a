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
  const organisation = useOrganisation(`${sync?.unlocked}`).data ?? null;
  const actions = useMemo(
    () => createSettingsActions({ host, permissions, refresh }),
    [host, permissions, refresh],
  );
  const adapters = useAdapters().data;
  const adapterActions = useMemo(() => createAdapterActions({ host, refresh }), [host, refresh]);
  return { look, settings, sync, storage, organisation, actions, adapters, adapterActions };
}

export type SettingsModel = ReturnType<typeof useSettingsPage>;

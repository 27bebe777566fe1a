import { useMemo, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/entrypoints/sidebar/app';
import { browserHost } from '@/entrypoints/sidebar/browser-host';
import { createErrorLog } from '@/lib/platform/error-log';
import { ownPageGuard } from '@/lib/ui/visible-guard';
import { watchActiveTab } from './active-tab';

const logError = createErrorLog((text) => console.error(text));
const activeTab = watchActiveTab((error) => logError('active tab', error));
const backgroundsWord = { by: 'background' } as const;
const onCrash = (error: unknown) => logError('side panel', error);

/** Beside each tab its own sidebar: words typed beside one are on their way before the next one shows. */
function Panel() {
  const tabId = useSyncExternalStore(activeTab.onChange, activeTab.get);
  const host = useMemo(() => browserHost({ kind: 'panel', tabId, openPanel: null }), [tabId]);
  return (
    <App
      key={tabId}
      host={host}
      guard={ownPageGuard}
      witness={backgroundsWord}
      onCollapse={null}
      onCrash={onCrash}
    />
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Panel />);

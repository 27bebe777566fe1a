import { createRoot } from 'react-dom/client';
import { PageProviders } from '@/entrypoints/options/page-providers';
import { browserHost } from '@/entrypoints/sidebar/browser-host';
import { createErrorLog } from '@/lib/platform/error-log';
import { LookupApp } from './app';
import { createPanelOpener } from './open-panel';

const logError = createErrorLog((text) => console.error(text));
const openPanel = createPanelOpener((error) => logError('side panel', error));
const host = browserHost({ kind: 'page', tabId: undefined, openPanel });
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <PageProviders host={host} onCrash={(error) => logError('popup', error)}>
      <LookupApp onDone={() => window.close()} />
    </PageProviders>,
  );
}

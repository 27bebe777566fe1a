import { createRoot } from 'react-dom/client';
import { browserHost } from '@/entrypoints/sidebar/browser-host';
import { createErrorLog } from '@/lib/platform/error-log';
import { OptionsApp } from './app';
import { browserPermissions } from './browser-permissions';
import { PageProviders } from './page-providers';

const logError = createErrorLog((text) => console.error(text));
const host = browserHost({ kind: 'page', tabId: undefined, openPanel: null });
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <PageProviders host={host} onCrash={(error) => logError('options', error)}>
      <OptionsApp permissions={browserPermissions} />
    </PageProviders>,
  );
}

import { createRoot } from 'react-dom/client';
import { PageProviders } from '@/entrypoints/options/page-providers';
import { browserHost } from '@/entrypoints/sidebar/browser-host';
import { createErrorLog } from '@/lib/platform/error-log';
import { TeamsApp } from './app';

const logError = createErrorLog((text) => console.error(text));
const host = browserHost({ kind: 'page', tabId: undefined, openPanel: null });
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <PageProviders host={host} onCrash={(error) => logError('teams', error)}>
      <TeamsApp />
    </PageProviders>,
  );
}

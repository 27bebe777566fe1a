import babel from '@rolldown/plugin-babel';
import { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'wxt';

/** The demo's own key, so that its unpacked build has a fixed id (and so a fixed sign-in address). Never used by the store build. */
const DEMO_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqnvTePoEOUqT3NeXAorv2dez9LFnFw0ORgGo8PznM0QJn6693fjQztr6XLM5nCli1iaj/IT31KwcmkBp3P4DToP5+lFP5Y/jDjv1lNXqFy72Af1qTSI0z1YgWDU86aYhYo9I1+ghWi7Lgx/0ThDsqZ3zhqrDzhT5V9V9H6LEyU+TVNAP224XL5RIqv4VvLWZ8XjbKPrpfZno71KjjT7cibVHnSaAJm9k//zhAMOSmUVLgUdX+IIW9tCtmnL4qk4RwHRnxt8I6VfGAEZrxTvYuMk/xjOUBLsXP763Huwqcy2BHoeinaVLMIjE53taHZ16C4/iK8XfC7CSx3thfydAEwIDAQAB';

/**
 * Two builds of one source. The store build asks for no host at install. The demo build (`wxt build --mode demo`)
 * differs by loopback hosts and a fixed key, and by nothing else: `tests/e2e/manifest.test.ts` compares them.
 */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react'],
  // WXT hands its mode on as NODE_ENV. Under `demo` React would ship its development build (75 kB gzip more, and
  // slower), and Vite would compile JSX for it: both go by NODE_ENV, each in its own way.
  vite: ({ command }) => {
    // Components render anew only where what they show has changed: a keystroke in the note is not to paint all the rest.
    const plugins = [babel({ presets: [reactCompilerPreset()] })];
    if (command !== 'build') return { plugins };
    process.env.NODE_ENV = 'production';
    return { plugins, define: { 'process.env.NODE_ENV': JSON.stringify('production') } };
  },
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ browser, mode }) => ({
    name: 'Heed',
    description: '__MSG_description__',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'identity',
      'scripting',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Asked for one by one, in first run and options: the store, and each CRM.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(mode === 'demo' && {
      host_permissions: ['http://127.0.0.1/*', 'http://localhost/*'],
      ...(browser !== 'firefox' && { key: DEMO_KEY }),
    }),
    action: { default_title: 'Heed' },
    // Changed by the person at chrome://extensions/shortcuts, or in Firefox under about:addons, “Manage Extension Shortcuts”.
    commands: {
      'focus-heed': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_chord__',
      },
    },
    default_locale: 'en',
    omnibox: { keyword: 'heed' },
    // Firefox knows no such key; there a policy is a file beside the browser, without a schema.
    ...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
    // `sidePanel.open` came with 116, the `close` event of a MessagePort with 122.
    ...(browser !== 'firefox' && { minimum_chrome_version: '122' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: { gecko: { id: 'heed@heed.example', strict_min_version: '140.0' } },
    }),
    web_accessible_resources: [
      {
        resources: ['sidebar.html'],
        matches: ['https://*/*', 'http://*/*'],
        // Hides the frame's address from pages that would frame it (Chromium only).
        ...(browser !== 'firefox' && { use_dynamic_url: true }),
      },
    ],
  }),
});

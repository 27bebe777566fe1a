import type { Guard } from './guard';

const settings = { project: 'components', tests: ['tests/components/settings.test.tsx'] } as const;

/** The browser is asked to keep what is stored, and a person told when it may not. */
export const storageGuards: readonly Guard[] = [
  {
    guard: 'signing in asks the browser to keep what Heed stores',
    file: 'lib/ui/settings-actions.ts',
    find: 'await host.keepStorage();',
    replace: '',
    ...settings,
    named: 'asked to be kept',
  },
  {
    guard: 'a person is told that the browser may clear what is stored',
    file: 'components/device-facts.tsx',
    find: '{persisted ? w.promised : exempt ? w.exempt : w.mayBeCleared}',
    replace: '{persisted ? w.promised : w.exempt}',
    ...settings,
    named: 'says plainly whether it stays',
  },
];

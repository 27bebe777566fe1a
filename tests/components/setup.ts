import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Patience for a computer with other things to do: what is waited for comes, or never does.
configure({ asyncUtilTimeout: 30_000 });

// Without global test functions Testing Library doesn't clean up by itself.
afterEach(cleanup);

/** jsdom lays nothing out; the popovers only want to know when to place themselves anew. */
class NoLayout {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoLayout;

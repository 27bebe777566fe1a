import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// Without global test functions Testing Library doesn't clean up by itself.
afterEach(cleanup);

/** jsdom lays nothing out; the popovers only want to know when to place themselves anew. */
class NoLayout {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoLayout;

import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Services } from '../services';
import { place } from './place';

export function doubtHandlers(s: Services) {
  return {
    // The sync loop is not woken: until its next round the rep may take it back.
    'doubt.report': async ({ id, doubt, ...input }, caller) => {
      await s.doubts.report({ tabId: place(caller, input).tabId, id, doubt });
      s.views.changed();
      return {};
    },
    'doubt.withdraw': async ({ id }) => {
      const withdrawn = await s.doubts.withdraw(id);
      s.views.changed();
      return { withdrawn };
    },
  } satisfies Partial<RpcHandlers>;
}

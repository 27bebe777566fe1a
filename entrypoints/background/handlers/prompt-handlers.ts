import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Services } from '../services';

export function promptHandlers(s: Services) {
  return {
    'prompts.recall': (about) => s.callPrompts.recall(about),
    'prompts.shown': async (said) => {
      await s.callPrompts.shown(said);
      return {};
    },
  } satisfies Partial<RpcHandlers>;
}

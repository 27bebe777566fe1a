import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Services } from '../services';

export function reasonHandlers({ suggestions }: Services) {
  return {
    'reasons.suggest': async (asked) => {
      const found = await suggestions.suggest(asked);
      return { reasons: found.map(({ code, because }) => ({ code, because })) };
    },
  } satisfies Partial<RpcHandlers>;
}

import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Services } from '../services';
import { place } from './place';
import { wake } from './wake';

export function handoverHandlers(s: Services) {
  const changed = () => {
    s.views.changed();
    return {};
  };
  return {
    'colleagues.list': async () => ({ colleagues: await s.colleagues.list() }),
    'handover.give': async (input) => {
      await s.give(input);
      await s.given.changed();
      // In a warm transfer the next rep opens the record at once: nobody waits for an alarm.
      wake(s, 'asked');
      return changed();
    },
    'handover.list': async ({ caller, ...input }, from) => ({
      handovers: await s.handovers.list({ tabId: place(from, input).tabId, caller }),
    }),
    'handover.take': ({ handoverId, ...input }, caller) =>
      s.handovers.take(place(caller, input), handoverId).then(changed),
    'handover.given': async () => ({ given: await s.given.list() }),
    'handover.takeBack': async ({ handoverId }) => {
      await s.given.takeBack(handoverId);
      await s.calls.resume(handoverId);
      return changed();
    },
    'handover.close': ({ handoverId }) => s.given.close(handoverId).then(changed),
  } satisfies Partial<RpcHandlers>;
}

import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { letGo } from '../let-go';
import type { Services } from '../services';
import { place } from './place';
import { wake } from './wake';

export function viewHandlers(s: Services) {
  return {
    'sidebar.view': (input, caller) => s.view(place(caller, input)),
    'customer.detail': (input, caller) => s.detail(place(caller, input).tabId, input.cardNumber),
    'organisation.get': async () => (await s.account.organisation())?.session ?? null,
    'outbox.list': () => s.unsent(),
    'outbox.retry': async () => {
      await s.outbox.retry((await s.account.author()).id);
      await letGo(s);
      wake(s, 'asked');
      return {};
    },
    'outbox.export': async () => ({ json: await s.exportOutbox() }),
    'notes.import': async ({ json }) => {
      const imported = await s.importNotes(json);
      wake(s, 'asked');
      return imported;
    },
  } satisfies Partial<RpcHandlers>;
}

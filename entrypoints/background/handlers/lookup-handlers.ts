import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { ringsChanged } from '../page-changes';
import { followToolbarClick } from '../panel';
import type { Services } from '../services';
import { place } from './place';

export function lookupHandlers(s: Services) {
  return {
    'lookup.view': () => s.lookupView(),
    'lookup.find': ({ text }) => s.lookups.find(text),
    'lookup.begin': async (input, caller) => {
      // Also where it fails: what was typed rings then, and somebody is to see that.
      await s.lookups.begin(place(caller, {}), input).finally(() => ringsChanged(s));
      return {};
    },
    'toolbar.click': async () => ({ click: await s.toolbarClick.read() }),
    'toolbar.setClick': async ({ click }) => {
      await s.toolbarClick.write(click);
      await followToolbarClick(click);
      return {};
    },
  } satisfies Partial<RpcHandlers>;
}

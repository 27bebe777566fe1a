import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { ringsChanged } from '../page-changes';
import type { Services } from '../services';
import { place } from './place';

export function ringHandlers(s: Services) {
  const changed = () => {
    ringsChanged(s);
    return {};
  };
  return {
    'ring.find': async ({ text }) => {
      const read = await s.phone.find(text);
      if (read) changed();
      return { read };
    },
    'ring.choose': (input, caller) => s.phone.choose(place(caller, input), input).then(changed),
    'ring.move': (input) => s.phone.move(input).then(changed),
    'ring.dismiss': ({ ringId }) => s.phone.dismiss(ringId).then(changed),
  } satisfies Partial<RpcHandlers>;
}

import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Services } from '../services';

export function teamHandlers({ teams }: Services) {
  return {
    'teams.list': () => teams.list(),
    'teams.name': (change) => teams.name(change),
    'teams.remove': (change) => teams.remove(change),
    'teams.place': (change) => teams.place(change),
  } satisfies Partial<RpcHandlers>;
}

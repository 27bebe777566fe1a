import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Services } from '../services';

export function deskHandlers({ desk }: Services) {
  return {
    'desk.list': (asked) => desk.list(asked),
    'desk.read': (asked) => desk.read(asked),
    'desk.review': (said) => desk.review(said),
    'desk.exemplary': (said) => desk.exemplary(said),
    'desk.ask': (said) => desk.ask(said),
    'desk.preview': (asked) => desk.preview(asked),
    'desk.publish': (said) => desk.publish(said),
    'desk.undo': (said) => desk.undo(said),
  } satisfies Partial<RpcHandlers>;
}

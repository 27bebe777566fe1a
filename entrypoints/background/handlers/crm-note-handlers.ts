import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Services } from '../services';
import { place } from './place';

export function crmNoteHandlers({ crmNote }: Services) {
  return {
    'crmNote.look': (input, caller) => crmNote.look({ ...input, ...place(caller, input) }),
    'crmNote.fill': (input, caller) => crmNote.fill({ ...input, ...place(caller, input) }),
    'crmNote.undo': (input, caller) => crmNote.undo({ ...input, ...place(caller, input) }),
  } satisfies Partial<RpcHandlers>;
}

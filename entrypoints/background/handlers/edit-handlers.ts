import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Services } from '../services';
import { place } from './place';
import { dropAfterUndo, wake } from './wake';

export function editHandlers(s: Services) {
  const changed = () => {
    s.views.changed();
    return {};
  };
  return {
    'note.edit': (input, caller) => s.edits.begin(place(caller, input), input).then(changed),
    'note.editUnsent': (input, caller) => s.edits.beginUnsent(place(caller, input), input).then(changed),
    'note.cancelEdit': async ({ noteId }) => {
      const cancelled = await s.cancelEdit.cancel(noteId);
      if (cancelled) dropAfterUndo(s, cancelled);
      changed();
      return { undoable: cancelled !== null };
    },
    'note.undoSave': async (input, caller) => {
      const state = await s.undoSave(place(caller, input), input);
      changed();
      return { state };
    },
    'conflict.choose': async (input, caller) => {
      await s.edits.choose(place(caller, input), input);
      wake(s, 'enqueue');
      return changed();
    },
    'conflict.takeBack': ({ id }) => s.edits.takeBack(id).then(changed),
  } satisfies Partial<RpcHandlers>;
}

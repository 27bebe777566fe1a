import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Services } from '../services';
import { place } from './place';
import { wake, wakeAfterUndo } from './wake';

export function callHandlers(s: Services) {
  const changed = () => {
    s.views.changed();
    return {};
  };
  return {
    'call.begin': async (input, caller) => s.calls.begin(place(caller, input), input).then(changed),
    'call.resume': async ({ noteId }) => s.calls.resume(noteId).then(changed),
    'call.park': async ({ noteId }) => s.calls.park(noteId).then(changed),
    'call.dropEmpty': async ({ noteId }) => s.calls.dropEmpty(noteId).then(changed),
    'note.moveBack': ({ noteId }) => s.calls.moveBack(noteId).then(changed),
    'note.moveToPage': async (input, caller) => s.calls.moveToPage(place(caller, input), input).then(changed),
    'draft.write': async (input, caller) => {
      const here = place(caller, input);
      const written = await s.writeDraft(here, input);
      s.views.changed(undefined, here);
      return written;
    },
    'note.save': async ({ noteId, rev, despitePage, ...input }, caller) => {
      const { tabId } = place(caller, input);
      const saved = await s.save({ tabId, noteId, rev, despitePage });
      if (saved.state === 'saved') {
        s.views.changed();
        wake(s, 'enqueue');
        wakeAfterUndo(s);
      }
      return saved;
    },
  } satisfies Partial<RpcHandlers>;
}

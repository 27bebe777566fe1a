import type { Deps, EditDeps } from './commands';
import { copyText } from './copy-text';
import { tabOf } from './host';
import type { CrmText } from './sidebar-store';
import { noteWords } from './words/note-words';

const w = noteWords.crm;

/** The note as a text, into the clipboard or the CRM's own field: by the rep's click alone, and seen before. */
export function createCrmNoteCommands({ host, store, keeper }: Deps, { run }: Pick<EditDeps, 'run'>) {
  const became = (what: CrmText['became']) =>
    store.setState(({ crm }) => ({ crm: crm && { ...crm, became: what } }));
  const asked = (noteId: string) => ({ ...tabOf(host), noteId });

  return {
    copyNote: (text: string) =>
      store.setState({ failure: null, announced: copyText(text) ? w.copied : w.notCopied }),

    /** Shows what would be put where; nothing is put anywhere yet. */
    lookAtCrm: (noteId: string, text: string) =>
      run(async () => {
        await keeper.settle(noteId);
        const { field } = await host.call('crmNote.look', asked(noteId));
        store.setState({ crm: { noteId, text, field, became: null } });
      }),
    fillCrm: ({ noteId, text }: CrmText) =>
      run(async () => {
        try {
          const { filled } = await host.call('crmNote.fill', { ...asked(noteId), text });
          became(filled ? 'filled' : 'gone');
        } catch (error) {
          // What went wrong is said below the sheet.
          store.setState({ crm: null });
          throw error;
        }
      }),
    undoCrm: ({ noteId }: CrmText) =>
      run(async () => {
        const { undone } = await host.call('crmNote.undo', asked(noteId));
        became(undone ? 'undone' : 'changed');
      }),
    copyForCrm: ({ text }: CrmText) => became(copyText(text) ? 'copied' : 'not-copied'),
    closeCrm: () => store.setState({ crm: null }),
  };
}

import { assembleSummary } from '@/lib/domain/assemble-summary';
import { missingFields } from '@/lib/domain/missing-fields';
import { codeLabels } from '@/lib/ui/code-labels';
import { focusField } from '@/lib/ui/focus-field';
import { saysNews } from '@/lib/ui/note-said';
import { noteText } from '@/lib/ui/note-text';
import type { Draft, SidebarState, SidebarStore } from '@/lib/ui/sidebar-store';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { summaryWords } from '@/lib/ui/words/summary-words';

type Said = Pick<Draft, 'content' | 'direction'>;

const wordsOf = ({ organisation }: SidebarModel) =>
  summaryWords(codeLabels(organisation), organisation?.organisation.currency ?? 'EUR');

/** The note as a text for the CRM. */
export const textOfNote = (model: SidebarModel, { content, direction }: Said): string =>
  noteText(content, direction, wordsOf(model));

/** The summary is what Heed puts together, also where nothing remembers any more that it did. */
export const isPutTogether = (model: SidebarModel, { content, direction }: Said): boolean =>
  content.summary !== '' && content.summary === assembleSummary(content, direction, wordsOf(model));

/** What the organisation wants to stand in this note and doesn't; of an edit it wants nothing more. */
export function missingIn(model: SidebarModel, { content, editing }: Pick<Draft, 'content' | 'editing'>) {
  const required = model.organisation?.rules.required;
  return required && !editing ? missingFields(content, required, model.level ?? 'unknown') : [];
}

const stoppedShort = ({ wrapping }: SidebarState, noteId: string) =>
  wrapping?.noteId === noteId ? wrapping : { noteId, asked: false, assembled: false };

/** Puts the summary together where the rep has written none: they read it, and wrap up once more. */
function assemble(model: SidebarModel, store: SidebarStore, draft: Draft): boolean {
  const before = stoppedShort(store.getState(), draft.noteId);
  // Without the organisation's own words it would read as codes.
  if (!model.organisation || before.assembled || draft.editing || draft.content.summary.trim() !== '')
    return false;
  const summary = assembleSummary(draft.content, draft.direction, wordsOf(model));
  if (summary === '') return false;
  // Never over words: some may have come meanwhile.
  model.change((c) => (c.summary.trim() === '' ? { ...c, summary } : c));
  store.setState({ wrapping: { ...before, assembled: true } });
  focusField('summary');
  return true;
}

/** One tap, or two where there is something to read first: what is missing, then the summary, then it is saved. */
export function wrapUp(model: SidebarModel, store: SidebarStore): void {
  const { draft } = store.getState();
  if (draft && saysNews(draft)) {
    const [first] = missingIn(model, draft);
    if (first) {
      store.setState({ wrapping: { ...stoppedShort(store.getState(), draft.noteId), asked: true } });
      // It may stand there only from now on.
      setTimeout(() => focusField(first));
      return;
    }
    if (assemble(model, store, draft)) return;
  }
  void model.commands.wrapUp();
}

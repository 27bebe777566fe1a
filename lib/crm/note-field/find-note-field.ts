import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { findElements } from '../find-elements';
import { adapterFor, matchPage } from '../match-page';
import { isShown, shownText } from '../shown';

/** What text may be put into. Frames have constructors of their own, so that names tell, not classes. */
export type NoteField = HTMLTextAreaElement | HTMLInputElement | HTMLElement;

const LONGEST_LABEL = 80;

export const hasValue = (field: Element): field is HTMLTextAreaElement | HTMLInputElement =>
  field.nodeName === 'TEXTAREA' || field.nodeName === 'INPUT';

const isEditable = (element: Element) => (element as HTMLElement).isContentEditable === true;

/** A field for text that a person sees and could type in: never a password, and nothing hidden, locked or off. */
function takesText(element: Element): element is NoteField {
  if (!isShown(element)) return false;
  if (!hasValue(element)) return isEditable(element);
  if (element.nodeName === 'INPUT' && element.type !== 'text') return false;
  return !element.disabled && !element.readOnly;
}

/** The one field for notes that the page's adapter names; null where it names none, or there are several. */
export function findNoteField(
  url: URL,
  document: Document,
  adapters: readonly CrmAdapter[],
): NoteField | null {
  const adapter = adapterFor(url, document, adapters);
  const at = (adapter && matchPage(adapter, url))?.page.noteField;
  const [field, ...others] = at ? findElements(at, { within: document, ignore: '' }) : [];
  return field && others.length === 0 && takesText(field) ? field : null;
}

/** What the page calls it; empty where it says nothing. */
export function labelOfField(field: NoteField): string {
  const labels = hasValue(field) ? [...(field.labels ?? [])] : [];
  const said = labels.map((label) => shownText(label, LONGEST_LABEL)).find((text) => text !== '');
  return (said ?? field.getAttribute('aria-label') ?? field.getAttribute('placeholder') ?? '').slice(
    0,
    LONGEST_LABEL,
  );
}

import { hasValue, type NoteField } from './find-note-field';

export const textOf = (field: NoteField): string =>
  hasValue(field) ? field.value : (field.innerText ?? field.textContent ?? '');

/** The CRM hears of it as of anything typed. Nothing is sent off: that is the rep's. */
function announce(field: NoteField, inputType: string, data: string | null): void {
  const { defaultView: view } = field.ownerDocument;
  const Input = view?.InputEvent ?? InputEvent;
  field.dispatchEvent(new Input('input', { bubbles: true, composed: true, inputType, data }));
  field.dispatchEvent(new (view?.Event ?? Event)('change', { bubbles: true }));
}

/** After what stands there; a field of one line takes no breaks. */
function joined(before: string, text: string, isLine: boolean): string {
  const added = isLine ? text.replace(/\s*\n+\s*/g, ' ') : text;
  return before.trim() === '' ? added : `${before.trimEnd()}${isLine ? ' ' : '\n\n'}${added}`;
}

function appendLines(field: HTMLElement, text: string): void {
  const { ownerDocument: document } = field;
  const lines = (textOf(field).trim() === '' ? text : `\n\n${text}`).split('\n');
  const nodes = lines.flatMap((line, i) => [...(i > 0 ? [document.createElement('br')] : []), line]);
  field.append(...nodes);
}

/**
 * Puts a text behind what stands in a field.
 * @returns puts back what stood there, if nobody has changed it since
 */
export function fillNoteField(field: NoteField, text: string): () => boolean {
  let restore: () => void;
  if (hasValue(field)) {
    const before = field.value;
    field.value = joined(before, text, field.nodeName === 'INPUT');
    restore = () => {
      field.value = before;
    };
  } else {
    const before = [...field.childNodes].map((node) => node.cloneNode(true));
    appendLines(field, text);
    restore = () => field.replaceChildren(...before);
  }
  announce(field, 'insertText', text);
  const after = textOf(field);
  return () => {
    if (!field.isConnected || textOf(field) !== after) return false;
    restore();
    announce(field, 'historyUndo', null);
    return true;
  };
}

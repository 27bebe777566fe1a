import { readLabel } from '../generic/read-label';

const ELEMENTS = /^(?:dt|th|label|legend)$/;
const ROLES = /^(?:term|rowheader|columnheader)$/;
/** `field-label`, `FieldLabel`; `label` alone, and these, are what badges are called too. */
const CLASS = /[\w-]label$/i;
const BADGE = /badge|status|state|tag|chip|pill|tier|level|type/i;

/** Is every word of it one of those of which labels are made, in the languages that are known? */
export const isKnownLabel = (text: string): boolean => readLabel(text)?.exact === true;

/**
 * Does what stands before a value look like its label, on one page alone? A few words may as well be this customer's own:
 * "Zoé Lefèvre", "gold".
 * @param text as it is shown, with the colon after it
 */
export const isPlausibleLabel = (label: Element, text: string): boolean =>
  ELEMENTS.test(label.localName) ||
  ROLES.test(label.getAttribute('role') ?? '') ||
  /[:：]\s*$/.test(text) ||
  [...label.classList].some((name) => CLASS.test(name) && !BADGE.test(name)) ||
  isKnownLabel(text);

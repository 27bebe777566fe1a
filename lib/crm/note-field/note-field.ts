import type { PageAsked } from '../page-slot';
import { fillNoteField, textOf } from './fill-note-field';
import { findNoteField, labelOfField } from './find-note-field';

export type FieldLooked = { label: string; hasText: boolean } | null;
export type FieldFilled = 'filled' | 'no-field' | 'someone-else';

/** The CRM's own field for notes, in the page of one customer. */
export type NoteFieldOfPage = {
  look(): FieldLooked;
  /** @param key who must be open in this very moment */
  fill(key: string, text: string): FieldFilled;
  /** false where it was changed since, or is gone */
  undo(): boolean;
};

/** @param page undefined where the script that watches the page is gone: nothing is put anywhere then */
export function createNoteField(window: Window, page: () => PageAsked | undefined): NoteFieldOfPage {
  let undo: (() => boolean) | null = null;
  const find = () => findNoteField(new URL(window.location.href), window.document, page()?.adapters() ?? []);
  return {
    look() {
      const field = find();
      return field && { label: labelOfField(field), hasText: textOf(field).trim() !== '' };
    },
    fill(key, text) {
      if (page()?.currentKey() !== key) return 'someone-else';
      const field = find();
      if (!field) return 'no-field';
      undo = fillNoteField(field, text);
      return 'filled';
    },
    undo() {
      const undone = undo?.() ?? false;
      undo = null;
      return undone;
    },
  };
}

import type { Page } from 'playwright-core';
import './disk-page';

export const NOTE = '01939000-0000-7000-8000-00000000000a';
export const EDIT = '01939000-0000-7000-8000-0000000000e1';
/** More than any save writes. */
export const PLENTY = 30;

/** Ana has begun a note about card 7, and an edit of one that the store has; the edit was made in that call. */
export const begin = (on: Page) =>
  on.evaluate(
    async ([note, edit]) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.type(note, 1, { summary: 'Billed twice' }, { key: 'A' });
      await desk.edit(edit, note.replace('a', 'b'), 3, { summary: 'As saved' });
      await desk.type(edit, 1, { summary: 'As corrected' });
    },
    [NOTE, EDIT] as const,
  );

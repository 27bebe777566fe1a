import { createScriptSlot } from '../script-slot';
import type { NoteFieldOfPage } from './note-field';

/** Put there by the script that is brought when a rep first asks. Its name is also known to the background. */
export const noteFieldSlot = createScriptSlot<NoteFieldOfPage>('note-field');

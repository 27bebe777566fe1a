import { defineContentScript } from 'wxt/utils/define-content-script';
import { createNoteField } from '@/lib/crm/note-field/note-field';
import { noteFieldSlot } from '@/lib/crm/note-field/note-field-slot';
import { pageSlot } from '@/lib/crm/page-slot';

/** Brought only where a rep asks to put a note into the CRM; the one there is keeps what it can undo. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    if (!noteFieldSlot.find()) noteFieldSlot.put(createNoteField(window, pageSlot.find));
  },
});

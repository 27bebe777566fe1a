import { inLanguage } from '@/lib/platform/language';
import { shortcutEs } from './es/shortcut-words';

/** The list of keys. */
export const shortcutEn = {
  title: 'Shortcuts',
  chord: 'From the page into Heed, and back',
  chordWhere:
    'The first one works in the page too. Change it in the browser’s own list of extension shortcuts: chrome://extensions/shortcuts, edge://extensions/shortcuts, or about:addons in Firefox.',
  list: [
    { keys: ['Ctrl', 'Enter'], does: 'Wrap up: save the note and end the call' },
    { keys: ['/'], does: 'Find a caller' },
    { keys: ['!'], does: 'Note a signal' },
    { keys: ['V'], does: 'The caller is verified' },
    { keys: ['N'], does: 'To the note' },
    { keys: ['A'], does: 'To what they called about' },
    { keys: ['O'], does: 'To what you may offer' },
    { keys: ['R'], does: 'To the promise' },
    { keys: ['M'], does: 'Complaint: yes or no' },
    { keys: ['W'], does: 'Wrong customer: move this note' },
    { keys: ['H'], does: 'Hand the call over' },
    { keys: ['P'], does: 'Hide, or show, what strangers may not read' },
    { keys: ['C'], does: 'Collapse Heed' },
    { keys: ['Alt', 'V'], does: 'Any of these letters, and / ! ?, with Alt while you type' },
    { keys: ['Alt', '1'], does: 'To the first call, or the second with 2…' },
    { keys: ['Ctrl', 'Z'], does: 'Undo the last tap on the note' },
    { keys: ['?'], does: 'This list; in the note, where a ? is text, Alt ?' },
    { keys: ['Tab'], does: 'To the next thing, Shift Tab back' },
    { keys: ['←', '→'], does: 'Between choices' },
    { keys: ['Esc'], does: 'Close what is open; leave an edited note as it was' },
  ],
  close: 'Close',
} as const;

export const shortcutWords = inLanguage(shortcutEn, shortcutEs);

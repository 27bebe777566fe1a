import type { Guard } from './guard';

const field = { project: 'unit', tests: ['tests/unit/crm/note-field.test.ts'] } as const;
const service = { project: 'unit', tests: ['tests/unit/sync/notes/crm-note.test.ts'] } as const;
const panel = { project: 'components', tests: ['tests/components/note-panel.test.tsx'] } as const;
const disk = { project: 'e2e', tests: ['tests/e2e/background/undo-on-disk.test.ts'] } as const;

/** A note goes where the rep says, into nobody else's record, and is checked before anything is promised in it. */
export const crmNoteGuards: readonly Guard[] = [
  {
    guard: 'a note goes into the CRM only while the page shows its customer',
    file: 'lib/sync/notes/crm-note.ts',
    find: ' || !sameCustomer(slot.customer, stored.draft.customer)',
    replace: '',
    ...service,
    named: 'shows another customer',
  },
  {
    guard: 'in the moment of putting it there the page is asked once more who is open',
    file: 'lib/crm/note-field/note-field.ts',
    find: "if (page()?.currentKey() !== key) return 'someone-else';",
    replace: '',
    ...field,
    named: 'goes nowhere where another customer is open',
  },
  {
    guard: 'no password is a field for notes',
    file: 'lib/crm/note-field/find-note-field.ts',
    find: "if (element.nodeName === 'INPUT' && element.type !== 'text') return false;",
    replace: '',
    ...field,
    named: 'a password',
  },
  {
    guard: 'nothing hidden is a field for notes',
    file: 'lib/crm/note-field/find-note-field.ts',
    find: 'if (!isShown(element)) return false;',
    replace: '',
    ...field,
    named: 'hidden by',
  },
  {
    guard: 'of two fields neither is taken',
    file: 'lib/crm/note-field/find-note-field.ts',
    find: 'field && others.length === 0 && takesText(field)',
    replace: 'field && takesText(field)',
    ...field,
    named: 'one of two',
  },
  {
    guard: 'undoing leaves what somebody has changed since',
    file: 'lib/crm/note-field/fill-note-field.ts',
    find: '|| textOf(field) !== after',
    replace: '',
    ...field,
    named: 'changed since',
  },
  {
    guard: 'a promise made before is named only to a caller who may hear it',
    file: 'entrypoints/sidebar/panels/write-panel.tsx',
    find: 'model.disclosed ? (subject.card?.number ?? null) : null',
    replace: 'subject.card?.number ?? null',
    ...panel,
    named: 'says nothing of earlier promises',
  },
  {
    guard: 'a summary that is put together never stands over the rep’s own',
    file: 'entrypoints/sidebar/panels/wrap-up.ts',
    find: "|| draft.content.summary.trim() !== ''",
    replace: '',
    ...panel,
    named: 'leaves alone what the rep has written',
  },
  {
    guard: 'of OK and Unknown customers nothing is required',
    file: 'lib/domain/missing-fields.ts',
    find: "if (level !== 'at-risk' && !(of === 'all' && level === 'watch')) return [];",
    replace: '',
    project: 'unit',
    tests: ['tests/unit/domain/missing-fields.test.ts'],
    named: 'never wants anything',
  },
  {
    guard: 'a note that may have left is not taken back',
    file: 'lib/cache/take-back.ts',
    find: ' && row.tried === false',
    replace: '',
    ...disk,
    named: 'may have left',
  },
];

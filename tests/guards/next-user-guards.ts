import type { Guard } from './guard';

const shown = (name: string) =>
  ({ project: 'components', tests: [`tests/components/${name}.test.tsx`] }) as const;
const nextUser = shown('sidebar-next-user');
const calls = shown('sidebar-calls');
const wrapped = shown('after-wrap-up');
const cancelled = { project: 'unit', tests: ['tests/unit/sync/notes/cancel-edit.test.ts'] } as const;

/** Whoever sits down at the desk next finds nothing of the last one; whoever waits, and what can be undone, stays in sight. */
export const nextUserGuards: readonly Guard[] = [
  {
    guard: 'the next user at the desk: a view of theirs is not shown in the last one’s sidebar',
    file: 'lib/ui/use-own-view.ts',
    find: 'data: isNext ? undefined : data,',
    replace: 'data,',
    ...nextUser,
    named: 'hasn’t begun anew',
  },
  {
    guard: 'the next user at the desk is noticed by their id, whatever they are called',
    file: 'lib/ui/use-own-view.ts',
    find: 'here !== undefined && here !== began;',
    replace: 'here === undefined;',
    ...nextUser,
  },
  {
    guard: 'the next user at the desk: the sidebar begins anew, with nothing that was typed or asked',
    file: 'entrypoints/sidebar/app.tsx',
    find: 'key={users}',
    replace: 'key={users * 0}',
    ...nextUser,
  },
  {
    guard: 'that signing out failed outlives the sidebar of whoever signed out',
    file: 'entrypoints/sidebar/app.tsx',
    find: 'users - failed.user <= 1',
    replace: 'users === failed.user',
    ...nextUser,
    named: 'signing out failed',
  },
  {
    guard: 'that signing out failed is not told to the next user at the desk',
    file: 'entrypoints/sidebar/app.tsx',
    find: 'users - failed.user <= 1',
    replace: 'users > 0',
    ...nextUser,
    named: 'signing out failed',
  },
  {
    guard: 'the next user at the desk sees nothing of what the page doctor saw before',
    file: 'components/page-doctor.tsx',
    find: "if (of !== undefined) setState('asleep');",
    replace: '',
    ...shown('page-doctor'),
    named: 'to whoever signs in or out',
  },
  {
    guard: 'the hold bar shows one who waits, though no call is on',
    file: 'entrypoints/sidebar/panels/calls-panel.tsx',
    find: 'if (all.length < 2 && !parked.some(isHeld)) return [];',
    replace: 'if (all.length < 2) return [];',
    ...calls,
    named: 'on hold',
  },
  {
    guard: 'the hold bar keeps each call in its place, whichever is taken up',
    file: 'entrypoints/sidebar/panels/calls-panel.tsx',
    find: 'return all.sort((a, b) => a.noteId.localeCompare(b.noteId));',
    replace: 'return all.reverse();',
    ...calls,
    named: 'in the order in which they began',
  },
  {
    guard: 'the hold bar says, read out, who was put on hold',
    file: 'entrypoints/sidebar/panels/calls-panel.tsx',
    find: '{heldLast(calls, view)}',
    replace: '',
    ...calls,
    named: 'read out from the bar',
  },
  {
    guard: 'a folded sidebar says that somebody is on hold',
    file: 'components/collapsed-tab.tsx',
    find: 'held > 0 ? `',
    replace: 'held < 0 ? `',
    ...shown('sidebar-collapsed'),
    named: 'on hold',
  },
  {
    guard: 'the time to undo counts from the wrap-up, folded meanwhile or not',
    file: 'components/wrapped-line.tsx',
    find: 'setTimeout(() => setOver(true), UNDO_WINDOW - gone)',
    replace: 'setTimeout(() => setOver(true), UNDO_WINDOW)',
    ...wrapped,
    named: 'counts from the wrap-up',
  },
  {
    guard: 'nothing offers to undo what was let go',
    file: 'components/wrapped-line.tsx',
    find: 'isOver || isLetGo',
    replace: 'isOver',
    ...wrapped,
    named: 'let go',
  },
  {
    guard: 'an edit that is cancelled keeps what was typed as long as it can be gone on with',
    file: 'lib/sync/notes/cancel-edit.ts',
    find: 'saysNothing(stored.draft) ? null : { userId, noteId };',
    replace: 'null;',
    ...cancelled,
    named: 'keeps what was typed',
  },
  {
    guard: 'an edit that is taken up again is not dropped by having been cancelled',
    file: 'lib/sync/notes/cancel-edit.ts',
    find: 'if (begin.cancelled.get(noteId) !== cancelled) return;',
    replace: '',
    ...cancelled,
    named: 'taken up again',
  },
  {
    guard:
      'an edit that is cancelled anew is dropped when that can’t be undone any more, and not when the first can’t',
    file: 'lib/sync/notes/cancel-edit.ts',
    find: 'begin.cancelled.get(noteId) !== cancelled',
    replace: '!begin.cancelled.has(noteId)',
    ...cancelled,
    named: 'cancelled anew',
  },
  {
    guard: 'a list that Escape closes doesn’t cancel the edit below it',
    file: 'lib/ui/use-shortcuts.ts',
    find: "event.key === 'Escape' && !closesItself(event.target)",
    replace: "event.key === 'Escape'",
    ...shown('note-edit'),
    named: 'browser’s own list',
  },
];

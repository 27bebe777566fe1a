import type { Guard } from './guard';

const unit = (name: string) => ({ project: 'unit', tests: [`tests/unit/ui/${name}.test.ts`] }) as const;
const shown = (name: string) =>
  ({ project: 'components', tests: [`tests/components/sidebar-${name}.test.tsx`] }) as const;

/** What the sidebar paints, takes for a click, and calls saved. */
export const sidebarGuards: readonly Guard[] = [
  {
    guard: 'a view is painted only while the page itself still says the same identity',
    file: 'lib/ui/identity-gate.ts',
    find: 'return key === page.key ? page : blank;',
    replace: 'return page;',
    ...unit('identity-gate'),
  },
  {
    guard: 'what the sidebar shows of the page goes through the identity gate',
    file: 'lib/ui/use-sidebar.ts',
    find: "gatePage(view?.page ?? { state: 'blank' }, witness)",
    replace: "(view?.page ?? { state: 'blank' })",
    ...shown('identity'),
  },
  {
    guard: 'a window message that is not from the page around us is no greeting',
    file: 'lib/ui/frame-channel.ts',
    find: 'source !== frame.parent || ',
    replace: '',
    ...unit('frame-channel'),
  },
  {
    guard: 'a greeting whose nonce the background refuses opens nothing',
    file: 'lib/ui/frame-channel.ts',
    find: 'port.close();\n        return;',
    replace: '',
    ...unit('frame-channel'),
  },
  {
    guard: 'the customer’s story opens for a verified caller only',
    file: 'entrypoints/sidebar/call-panels.tsx',
    find: '{disclosed ? (',
    replace: '{model ? (',
    ...shown('disclosure'),
  },
  {
    guard: 'tier and tenure stand in the head for a verified caller only',
    file: 'components/customer-header.tsx',
    find: 'card && disclosed ? ',
    replace: 'card ? ',
    ...shown('disclosure'),
  },
  {
    guard: '“saved” is said when the background has said so',
    file: 'entrypoints/sidebar/call-panels.tsx',
    find: 'draft.rev > draft.savedRev || !draft.savedAt',
    replace: '!draft.savedAt',
    ...shown('draft'),
  },
  {
    guard: 'what was typed is sent again until it is acknowledged',
    file: 'lib/ui/draft-sender.ts',
    find: 'if (retry) schedule(',
    replace: 'if (!retry) schedule(',
    ...unit('draft-sender'),
  },
  {
    guard: 'what was typed goes out when the page goes away',
    file: 'lib/ui/use-draft.ts',
    find: "window.addEventListener('pagehide', flush, { signal });",
    replace: '',
    ...shown('draft'),
  },
  {
    guard: 'a note is wrapped up after its newest words are on disk',
    file: 'lib/ui/commands.ts',
    find: 'await keeper.settle(noteId);',
    replace: '',
    ...shown('wrap-up'),
  },
  {
    guard: 'the first word takes along whose name stood over the form',
    file: 'lib/ui/draft-keeper.ts',
    find: 'key: next.seen ? null : next.key,',
    replace: 'key: null,',
    ...unit('draft-keeper'),
  },
  {
    guard: 'a view that doesn’t know of the first words yet throws none away',
    file: 'lib/ui/draft-keeper.ts',
    find: 'else if (!current || current.seen) ',
    replace: 'else ',
    ...unit('draft-keeper'),
  },
  {
    guard: 'what two sidebars wrote into one note is both kept',
    file: 'lib/ui/merge-draft.ts',
    find: 'bothWrote ? mergeText(base.summary, mine.summary, theirs.summary) : ',
    replace: '',
    ...unit('merge-draft'),
  },
  {
    guard: 'a card number doesn’t leave the sidebar',
    file: 'lib/ui/draft-keeper.ts',
    find: 'maskNoteContent(change(current.content))',
    replace: 'change(current.content)',
    ...unit('draft-keeper'),
  },
  {
    guard: 'a control that is covered or faded is not in sight',
    file: 'lib/ui/visible-guard.ts',
    find: '!isVisible || ',
    replace: '',
    ...unit('visible-guard'),
  },
  {
    guard: 'a consequential click counts after half a second in sight',
    file: 'lib/ui/visible-guard.ts',
    find: 'now() - start >= IN_SIGHT_FOR',
    replace: 'now() >= start',
    ...unit('visible-guard'),
  },
  {
    guard: 'a click counts only where the pointer came to it by its own way',
    file: 'lib/ui/visible-guard.ts',
    find: "by === 'pointer' && !pointer.hasArrived()",
    replace: 'false',
    ...unit('visible-guard'),
  },
  {
    guard: 'a frame that is moved under the pointer starts anew',
    file: 'lib/ui/steady-pointer.ts',
    find: '!stay || moved(stay, place)',
    replace: '!stay',
    ...unit('steady-pointer'),
  },
  {
    guard: 'an offer that something may lie over is not recorded',
    file: 'components/ui/guarded-button.tsx',
    find: 'if (clear) onAct();',
    replace: 'if (clear || !clear) onAct();',
    ...shown('offers'),
  },
  {
    guard: 'signing out is offered where no page can cover it',
    file: 'entrypoints/sidebar/top.tsx',
    find: "kind === 'panel' && ",
    replace: '',
    ...shown('controls'),
  },
];

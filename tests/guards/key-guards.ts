import type { Guard } from './guard';

const craft = { project: 'components', tests: ['tests/components/sidebar-craft.test.tsx'] } as const;

/** What a rep does by keys. */
export const keyGuards: readonly Guard[] = [
  {
    guard: 'no letter acts on a note that a question lies over',
    file: 'lib/ui/use-shortcuts.ts',
    find: 'event.shiftKey || inDialog(event.target)) return null;',
    replace: 'event.shiftKey) return null;',
    ...craft,
    named: 'hears no letter while something lies over it',
  },
  {
    guard: 'a key pressed in the middle of a sentence leaves the cursor there',
    file: 'lib/ui/use-shortcuts.ts',
    find: 'if (before instanceof HTMLElement && before !== document.body) before.focus();',
    replace: 'if (before instanceof HTMLElement) before.blur();',
    ...craft,
    named: 'in the middle of a sentence',
  },
  {
    guard: 'a note is not moved to whose it is already',
    file: 'entrypoints/sidebar/rings.tsx',
    find: 'candidates.filter(({ card }) => card.number !== owner);',
    replace: 'candidates.filter(({ card }) => card.number > 0 || owner);',
    project: 'components',
    tests: ['tests/components/sidebar-rings.test.tsx'],
    named: 'a note of the wrong one of a household',
  },
];

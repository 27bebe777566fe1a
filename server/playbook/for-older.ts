import type { Condition, Playbook } from '@/lib/domain/playbook';

/**
 * What extensions know that don't say that they sift a playbook themselves: all of before version 4 of the default. They
 * read a condition beyond these as none at all. Nothing is ever added here.
 */
const knownToAll: ReadonlySet<string> = new Set<keyof Condition>([
  ...(['levels', 'phases', 'reasons', 'about', 'minContacts90', 'brokenPromise', 'unverified'] as const),
  ...(['verified', 'direction', 'emotions', 'complaint', 'dispute', 'supportNeeded'] as const),
]);

const isKnown = ({ when }: { when: Condition }) => Object.keys(when).every((key) => knownToAll.has(key));

/**
 * Without what a call must not be for it, where they don't know that. Such an entry fits most calls, so that left out it
 * would leave them nothing at all to show as a call begins; shown in the rest, too, it is what all of them had before.
 */
function widened<T extends { when: Condition }>(entry: T): T {
  const left = Object.entries(entry.when).filter(([key, wanted]) => wanted !== false || knownToAll.has(key));
  return { ...entry, when: Object.fromEntries(left) as Condition };
}

/** The playbook for such an extension: what is meant only for a call that it can't tell from others is left out. */
export function playbookForOlder(playbook: Playbook): Playbook {
  return {
    ...playbook,
    prompts: playbook.prompts.map(widened).filter(isKnown),
    actions: playbook.actions.map(widened).filter(isKnown),
  };
}

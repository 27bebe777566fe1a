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

/** The playbook for such an extension: what it would show in the wrong place is left out. */
export function playbookForOlder(playbook: Playbook): Playbook {
  return {
    ...playbook,
    prompts: playbook.prompts.filter(isKnown),
    actions: playbook.actions.filter(isKnown),
  };
}

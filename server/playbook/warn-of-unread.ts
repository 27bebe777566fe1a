import type { StoredPlaybook } from '@/server/db/read-playbook';
import type { StoreDeps } from '@/server/routes/store-app';

/**
 * A condition with a word that Heed doesn't know leaves a prompt or an action out, and nobody who works with the playbook
 * would see why: said once of each version.
 */
export function createWarnOfUnread(log: StoreDeps['log']) {
  const warned = new Set<number>();
  return ({ playbook, promptIds, actionCodes }: StoredPlaybook): void => {
    const prompts = promptIds.filter((id) => !playbook.prompts.some((prompt) => prompt.id === id));
    const actions = actionCodes.filter((code) => !playbook.actions.some((action) => action.code === code));
    if (prompts.length + actions.length === 0 || warned.has(playbook.version)) return;
    warned.add(playbook.version);
    log.warn(
      { playbook: playbook.version, prompts, actions },
      'of the playbook these prompts and actions are shown to nobody: something in them is not known here, such as a key in “when”. Publish a version without it',
    );
  };
}

import { createCallPrompts } from '@/lib/sync/prompts/call-prompts';
import { createPlaybookLog } from '@/lib/sync/prompts/playbook-log';
import { exclusive, localArea } from '../browser-storage';
import type { Network } from './create-network';
import { clock, session } from './shared';

/** What was shown to the rep of the playbook. */
export function createPrompts({ account }: Network) {
  const playbookLog = createPlaybookLog({
    ...{ area: localArea, exclusive, clock, account },
    newId: () => crypto.randomUUID(),
  });
  return { playbookLog, callPrompts: createCallPrompts({ ...session, count: playbookLog.count }) };
}

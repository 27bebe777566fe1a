import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { diagnosePage } from '@/lib/crm/doctor/diagnose';
import type { Diagnosis } from '@/lib/crm/doctor/diagnosis';
import { createScriptClient } from '@/lib/messaging/script-client';

/** Runs once where the settings ask what Heed makes of a page, and answers with it: nothing stays behind. */
export default defineUnlistedScript(async (): Promise<Diagnosis> => {
  const client = createScriptClient();
  const { adapters } = await client.call('page.adapters', {});
  return diagnosePage(new URL(location.href), document, adapters);
});

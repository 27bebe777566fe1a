import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Answered, learnAnswer } from '@/lib/crm/teach/learn-answer';
import { createScriptClient } from '@/lib/messaging/script-client';

/** Runs once after a person has said who the customer on this page is, and answers with what that teaches. */
export default defineUnlistedScript(async (): Promise<Answered | null> => {
  const client = createScriptClient();
  const asked = await client.call('learn.load', {});
  const page = { url: new URL(location.href), document };
  return asked && learnAnswer(asked, page, new Date().toISOString().slice(0, 10));
});

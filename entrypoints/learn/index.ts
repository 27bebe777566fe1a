import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Answered, learnAnswer } from '@/lib/crm/teach/learn-answer';
import { createContentClient } from '@/lib/messaging/content-client';

/** Runs once after a person has said who the customer on this page is, and answers with what that teaches. */
export default defineUnlistedScript(async (): Promise<Answered | null> => {
  const client = createContentClient({
    send: (message) => browser.runtime.sendMessage(message),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    isAlive: () => browser.runtime?.id !== undefined,
  });
  const asked = await client.call('learn.load', {});
  const page = { url: new URL(location.href), document };
  return asked && learnAnswer(asked, page, new Date().toISOString().slice(0, 10));
});

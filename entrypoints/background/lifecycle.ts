import { type Browser, browser } from 'wxt/browser';
import { signIn } from './account-changes';
import type { Services } from './services';

const ALARM = 'heed-sync';
const PERIOD_MINUTES = 0.5;

/** The browser keeps alarms over restarts of the worker; making it anew each time would put it off each time. */
export async function keepAlarm(): Promise<void> {
  if (await browser.alarms.get(ALARM)) return;
  // The first one at a random moment: five thousand browsers start at nine.
  const delayInMinutes = PERIOD_MINUTES * (1 + Math.random());
  await browser.alarms.create(ALARM, { delayInMinutes, periodInMinutes: PERIOD_MINUTES });
}

export async function onAlarm({ loop }: Services, alarm: Browser.alarms.Alarm): Promise<void> {
  if (alarm.name === ALARM) await loop.run('alarm');
}

/** Content scripts of the version before can't reach us any more: pages that are open get the new one, drafts are on disk. */
export async function onInstalled(s: Services, { reason }: Browser.runtime.InstalledDetails): Promise<void> {
  await s.sites.refresh();
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  else await signInAgain(s);
}

export async function onStartup(s: Services): Promise<void> {
  await s.sites.refresh();
  await signInAgain(s);
}

/** Tokens went with the browser. If the store's cookie still knows the person, they needn't do anything. */
async function signInAgain(s: Services): Promise<void> {
  const who = await s.account.state();
  if (who.state !== 'expired') return;
  await signIn(s, false).catch(() => undefined); // the sidebar says that the sign-in has run out
}

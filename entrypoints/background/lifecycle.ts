import { type Browser, browser } from 'wxt/browser';
import { dropCardRows } from '@/lib/cache/drop-card-rows';
import { catchUp, endOwedSessions, followPolicy } from './account-changes';
import { exclusive, sessionArea } from './browser-storage';
import { NAMELESS_ALARM } from './nameless-alarm';
import { ringsChanged } from './page-changes';
import type { Services } from './services';

const ALARM = 'heed-sync';
const PERIOD_MINUTES = 0.5;
const STARTED = 'started';

/** The browser keeps alarms over restarts of the worker; making it anew each time would put it off each time. */
export async function keepAlarm(): Promise<void> {
  if (await browser.alarms.get(ALARM)) return;
  // The first one at a random moment: five thousand browsers start at nine.
  const delayInMinutes = PERIOD_MINUTES * (1 + Math.random());
  await browser.alarms.create(ALARM, { delayInMinutes, periodInMinutes: PERIOD_MINUTES });
}

/** What waits to be sent besides notes, and the month's token: whoever is signed in has one, signal or not. */
async function quietHour(s: Services): Promise<void> {
  await s.signalTokens.fetch();
  await s.sendWaiting();
  await s.namelessPost.plan();
}

export async function onAlarm(s: Services, alarm: Browser.alarms.Alarm): Promise<void> {
  if (alarm.name === NAMELESS_ALARM) return s.namelessPost.ring();
  if (alarm.name !== ALARM) return;
  if (await s.rings.dropStale()) ringsChanged(s);
  s.dropOldRows().catch((error) => s.logError('old rows', error));
  // A question waits a minute: it may not wait for a pull that takes longer.
  s.answers.look().catch((error) => s.logError('approvals', error));
  s.takeBacks.settle().catch((error) => s.logError('approvals', error));
  endOwedSessions(s, { hurry: false });
  if (await s.silentSignIn({ hurry: false })) await catchUp(s);
  else await s.loop.run('alarm');
  await quietHour(s);
  await s.playbookLog.send();
}

/**
 * Once per browser session, and after each install or update, whatever woke us first: the browser doesn't tell of its
 * start in all of these cases, but session storage is empty then. Pages that are open get this version's content
 * script (the last one's can't reach us any more); who was signed in is again, if the store's cookie still says so.
 */
export async function onNewSession(s: Services): Promise<void> {
  const isNew = await exclusive('heed-new-session', async () => {
    if (await sessionArea.get(STARTED)) return false;
    await sessionArea.set(STARTED, true);
    return true;
  });
  if (!isNew) return;
  // What an old version left behind: nothing waits for a disk that is slow, or fails.
  dropCardRows().catch((error) => s.logError('old cards', error));
  // Takes seconds, and nothing here waits for it: who opens a customer now goes by the policy known last.
  followPolicy(s).catch((error) => s.logError('policy', error));
  await s.sites.refresh();
  endOwedSessions(s, { hurry: true });
  if (await s.silentSignIn({ hurry: true })) await catchUp(s);
}

export async function onInstalled({ reason }: Browser.runtime.InstalledDetails): Promise<void> {
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

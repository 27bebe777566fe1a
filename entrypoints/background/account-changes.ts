import { SECOND } from '@/lib/platform/clock';
import { serverOrigin } from '@/lib/sync/network/server-address';
import { letGo } from './let-go';
import type { Services } from './services';
import { withPatience } from './with-patience';

/** Someone is signed in who wasn't: cards come, notes go, badges say what they can say now. */
export async function catchUp(s: Services): Promise<void> {
  const { loop, views, adapterNews, repaintBadges, signalTokens, logError } = s;
  views.changed();
  signalTokens.fetch().catch((error) => logError('token', error));
  await adapterNews();
  await loop.run('sign-in');
  await repaintBadges();
}

const LAST_WORDS_PATIENCE = 3 * SECOND;

/** What can't be sent in that time waits on disk for its author, as notes do. */
async function sendBeforeLeaving(s: Services, is: () => Promise<boolean>, send: () => Promise<void>) {
  const sent = async () => {
    if (!(await is())) return;
    // A browser that is closed meanwhile signs nobody in as them.
    await s.account.leaves();
    await send();
  };
  const told = sent().catch((error) => s.logError('last words', error));
  await withPatience(told, LAST_WORDS_PATIENCE);
}

/**
 * Whoever wraps up the last call of the day and signs out would find that note unsent the next day; and supervisors would
 * go on deciding questions that nobody waits for.
 */
async function sendLastWords(s: Services): Promise<void> {
  const { loop, takeBacks } = s;
  await Promise.all([
    sendBeforeLeaving(
      s,
      () => letGo(s),
      () => loop.run('enqueue'),
    ),
    sendBeforeLeaving(s, takeBacks.isOwing, takeBacks.settle),
  ]);
}

/** Who is on the line. A disk that fails keeps nobody from signing in, or out. */
async function askAnew({ calls, logError }: Services): Promise<void> {
  await calls.unverifyAll().catch((error) => logError('calls', error));
}

/** @throws {AppError} see `Account.signIn` */
export async function signIn(s: Services, interactive: boolean): Promise<void> {
  await s.account.signIn(interactive);
  // Whoever signs in here may not be who verified the caller.
  if (interactive) await askAnew(s);
  catchUp(s).catch((error) => s.logError('sign-in', error));
}

/** All of them, whichever fails. @throws the first failure */
async function forgetWhatWasShown(s: Services): Promise<void> {
  const { book, progress, kept, phone, outreach, learnedSites, teaching, callPrompts, forgetChoices } = s;
  const { approvals, waitingCount, given, colleagues, reasonModels, forgetRefused } = s;
  s.forgetWrapped();
  s.storeNames.forget();
  const all = await Promise.allSettled([
    ...[book.clear(), progress.end(), kept.clear(), phone.clear(), outreach.clear()],
    ...[learnedSites.forgetAll(), teaching.forgetAll()],
    callPrompts.clear(),
    ...[approvals.clear(), waitingCount.clear(), given.clear(), colleagues.clear()],
    ...[reasonModels.clear(), forgetRefused()],
    forgetChoices(),
  ]);
  const failed = all.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/**
 * Forgets keys, customers and what is behind their cards, also where a person named or pointed at them, and whom they
 * chose. Notes stay: they wait for their author. Where a disk fails, all else is forgotten, and told: without keys nobody
 * opens what lies there.
 * @throws {AppError} `storage-failed`
 */
export async function signOut(s: Services) {
  const { account, views, adapterNews, repaintBadges } = s;
  const clear = () => forgetWhatWasShown(s);
  await askAnew(s);
  // Before the store is told, which may take long; and after, for what was on its way here meanwhile.
  await Promise.allSettled([clear()]);
  await sendLastWords(s);
  const ended: PromiseSettledResult<void>[] = [];
  for (const step of [() => account.signOut(() => views.changed()), clear, adapterNews, repaintBadges])
    ended.push(...(await Promise.allSettled([step()])));
  views.changed();
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Whoever signed out without the store: it hears of that now. Nothing waits for it. */
export function endOwedSessions({ account, logError }: Services, how: { hurry: boolean }): void {
  account.endOwedSessions(how).catch((error) => logError('sign-out', error));
}

/** What whoever runs this computer has set: its store, which badges, which sites are offered. */
export async function followPolicy(s: Services): Promise<void> {
  const before = await s.policy.read();
  const now = await s.policy.refresh();
  if (now.serverUrl !== null) await changeServer(s, now.serverUrl);
  if (JSON.stringify(now) === JSON.stringify(before)) return;
  await s.repaintBadges();
  s.views.changed();
}

/**
 * Another store knows another organisation: whoever is signed in at the old one is signed out, also who came to the end
 * of a sign-in there before the address changed. None can from here on.
 */
export async function changeServer(s: Services, typed: string) {
  const origin = serverOrigin(typed);
  if (origin === (await s.server.read())) return;
  await signOut(s);
  await s.server.write(origin);
  await s.playbookLog.clear();
  if ((await s.account.state()).state !== 'signed-out') await signOut(s);
  await s.sites.refresh();
}

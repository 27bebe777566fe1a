import { join, relative } from 'node:path';
import { type ExtensionBrowser, launchWithExtension } from './browser/launch-chromium';
import type { DemoOptions } from './options';
import { ANA, BEN, type DeskPerson, SUPERVISOR } from './organisation/people-of-the-desk';
import { HEED, type Running, type Surroundings, startAll } from './start-all';
import { createObserver } from './tour/observer';
import { runTour } from './tour/run-tour';
import { allSteps } from './tour/steps/all-steps';
import { signIn } from './tour/steps/sign-in';
import { readBadge } from './tour/story';
import { type Rep, seatRep } from './tour/tour';

const PICTURES = join(HEED, 'tour');
const VIEWPORT = { width: 1440, height: 900 };

async function openBrowser(
  { extensionDir }: Running,
  { shutdown, print }: Surroundings,
  kept: { profileDir?: string; headless: boolean },
): Promise<ExtensionBrowser> {
  const browser = await launchWithExtension({ extensionDir, say: print, viewport: VIEWPORT, ...kept });
  shutdown.add(() => browser.close());
  return browser;
}

function seat(browser: ExtensionBrowser, person: DeskPerson, { opened, crmUrl }: Running): Promise<Rep> {
  const password = opened.passwords[person.email] ?? '';
  return seatRep(browser, { email: person.email, name: person.name, password }, crmUrl);
}

async function walkTour(running: Running, around: Surroundings): Promise<boolean> {
  const { print, stop } = around;
  print(`\nThe tour, without a window. Pictures go to ${relative(process.cwd(), PICTURES)}/.\n`);
  const observer = createObserver((line) => print(`    ${line}`));
  const ana = await seat(await openBrowser(running, around, { headless: true }), ANA, running);
  const seatBen = async () => seat(await openBrowser(running, around, { headless: true }), BEN, running);
  const { story, crmUrl, storeUrl, network, opened } = running;
  const levelNow = () => readBadge(opened.store.db, story.customerId);
  const tour = { ...observer, page: ana.page, story, crmUrl, storeUrl, network, ana, levelNow, seatBen };
  const passed = await runTour({ steps: allSteps, tour, picturesDir: PICTURES, print, stop });
  if (stop.aborted) return false;
  print(
    passed
      ? '\nThe tour is done: every step showed what it should.'
      : '\nThe tour stopped at a step that failed.',
  );
  return passed;
}

/** Opens a window, signed in, on the customer; stays until it is closed or Ctrl+C. */
async function openForPerson(running: Running, around: Surroundings): Promise<void> {
  const { print, stop } = around;
  const kept = { profileDir: running.profileDir, headless: false };
  const browser = await openBrowser(running, around, kept);
  const closed = new Promise<void>((resolve) => {
    browser.context.once('close', () => resolve());
    stop.addEventListener('abort', () => resolve());
  });
  const ana = await seat(browser, ANA, running);
  const welcome = await signIn(ana, {
    ...createObserver(print),
    storeUrl: running.storeUrl,
    firstRun: false,
  });
  await welcome.close();
  await ana.page.bringToFront();
  await ana.page.goto(`${running.crmUrl}/customers/${running.story.customerId}`);
  print(`\nThe browser is open on ${running.story.name}. Close it, or press Ctrl+C here, to end the demo.`);
  await closed;
}

/** @returns whether all went as it should */
export async function runDemo(options: DemoOptions, around: Surroundings): Promise<boolean> {
  const { print } = around;
  const running = await startAll(options, around);
  print('People who can sign in, with passwords made for this demo:');
  for (const person of [ANA, BEN, SUPERVISOR]) {
    print(`  ${person.email.padEnd(36)}${running.opened.passwords[person.email]}`);
  }
  if (options.headless) return walkTour(running, around);
  await openForPerson(running, around);
  return true;
}

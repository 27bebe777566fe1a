import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import type { LoopbackServer } from '../support/loopback-server';
import { person, startHardCrm } from './support/hard-crm';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { readOf, switchOffBuiltIn, type Teacher, teacherOn } from './support/teacher';
import { reps, startWorld, type World } from './support/world';

let world: World;
let crm: LoopbackServer;
let browser: RepBrowser;
let page: Page;

beforeAll(async () => {
  crm = await startHardCrm();
  world = await startWorld({ redirectUris: [storeBuildRedirect], customers: 5 });
  await switchOffBuiltIn(world);
  browser = await openRepBrowser(world, { email: reps.ana });
});
beforeEach(async () => {
  await page?.close();
  page = await browser.context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
  await crm?.close();
});

const open = (kind: string, i: number) => page.goto(`${crm.url}/${kind}/${person(i).id}`);

async function begin(kind: string): Promise<Teacher> {
  await open(kind, 0);
  const teacher = await teacherOn(browser, page);
  await teacher.begin();
  await teacher.says(w.point);
  return teacher;
}

async function confirm(teacher: Teacher, i: number): Promise<void> {
  await teacher.says(w.isRight);
  await teacher.says(person(i).email);
  await teacher.press(w.right);
  await teacher.says(w.thanks(2));
}

/** Saved, it reads customers that it has never seen. */
async function savesAndReads(teacher: Teacher, kind: string): Promise<void> {
  await teacher.save();
  await expect.poll(() => teacher.text()).toBe('');
  for (const i of [2, 3, 4]) {
    await open(kind, i);
    await expect
      .poll(async () => (await readOf(browser, page))?.emails, { timeout: 15_000 })
      .toEqual([person(i).email]);
  }
}

/** By keys alone, until what they are on says so. */
async function walkTo(teacher: Teacher, key: string, words: string): Promise<void> {
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press(key);
    if ((await teacher.text()).includes(words)) return;
  }
  throw new Error(`${words}: not among what the keys go through`);
}

describe('a lesson on pages that are hard to read', () => {
  it('goes into a frame of the same origin', async () => {
    const teacher = await begin('framed');
    await teacher.point(page.frameLocator('iframe').getByText(person(0).email));
    await teacher.press(w.kinds.email);
    await teacher.says(person(0).email);
    await open('framed', 1);
    await confirm(teacher, 1);
    await savesAndReads(teacher, 'framed');
  });

  it('goes with the frame: to a record that comes late, and to the next one in its place', async () => {
    const reads = (i: number) =>
      expect
        .poll(async () => (await readOf(browser, page))?.emails, { timeout: 15_000 })
        .toEqual([person(i).email]);
    await page.goto(`${crm.url}/framed/${person(2).id}?late`);
    await reads(2);
    await page.evaluate((id) => {
      document.querySelector('iframe')?.contentWindow?.location.assign(`/inner/${id}?late`);
    }, person(3).id);
    await reads(3);
    await page.evaluate((id) => {
      document.querySelector('iframe')?.contentWindow?.location.assign(`/inner/${id}`);
    }, 1);
    await expect.poll(() => readOf(browser, page), { timeout: 15_000 }).toBeNull();
  });

  it('goes into components in components, by the keyboard alone', async () => {
    const teacher = await begin('component');
    await walkTo(teacher, 'ArrowDown', w.onIt(w.kinds.email, person(0).email));
    await page.keyboard.press('Enter');
    await teacher.says(w.whatIs);
    await new Promise((resolve) => setTimeout(resolve, 700)); // a press counts once the panel was seen
    await page.keyboard.press('Enter'); // on the likeliest answer, which has the focus
    await teacher.says(w.open);
    await open('component', 1);
    await teacher.says(w.isRight);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await page.keyboard.press('Enter');
    await teacher.says(w.thanks(2));
    await savesAndReads(teacher, 'component');
  });

  it('goes on where records change under one address', async () => {
    await page.goto(`${crm.url}/in-place`);
    const teacher = await teacherOn(browser, page);
    await teacher.begin();
    await teacher.point(page.getByText(person(0).email));
    await teacher.press(w.kinds.email);
    await teacher.says(w.open);
    await page.click('#next');
    await confirm(teacher, 1);
    await expect.poll(async () => (await teacher.state()).proposal?.pages).toBe(2);
    await page.click('#next');
    await teacher.says(person(2).email);
  });

  it('takes a correction, and goes on from there', async () => {
    const teacher = await begin('misleading');
    await teacher.point(page.locator('#mail'));
    await teacher.press(w.kinds.email);
    await open('misleading', 1);
    await teacher.says('billing.1@company.example');
    await teacher.press(w.wrong);
    await teacher.says(w.whatIsWrong);
    await teacher.press(w.kinds.email);
    await teacher.says(w.pointAt(w.kinds.email));
    await teacher.point(page.getByText(person(1).email));
    await confirm(teacher, 1);
    await savesAndReads(teacher, 'misleading');
  });
});

describe('what lies over the page', () => {
  it('is gone through with Tab, its own buttons too, and left with Escape', async () => {
    const teacher = await begin('component');
    await page.keyboard.press('Shift+Tab'); // to its last button
    await page.keyboard.press('Tab'); // and from there to the first in the page
    await teacher.says(w.onIt(w.kinds.email, 'agent@company.example'));
    await walkTo(teacher, 'Tab', w.onIt(w.kinds.email, person(0).email));
    await page.keyboard.press('Escape');
    await expect.poll(() => teacher.text()).toBe('');
    expect((await teacher.state()).teaching).toBe(false);
  });

  it('obeys no key and no click that the page makes up', async () => {
    const teacher = await begin('component');
    await page.evaluate(() => {
      const all = { bubbles: true, composed: true, clientX: 120, clientY: 20 };
      for (const key of ['ArrowDown', 'Enter', 'Escape'])
        for (const at of [window, document.documentElement, document.documentElement.lastElementChild])
          at?.dispatchEvent(new KeyboardEvent('keydown', { ...all, key }));
      for (const type of ['pointermove', 'pointerdown', 'click'])
        document.documentElement.lastElementChild?.dispatchEvent(new PointerEvent(type, all));
    });
    await new Promise((resolve) => setTimeout(resolve, 700));
    await teacher.says(w.point);
    expect(await teacher.text()).not.toContain('@');
    expect((await teacher.state()).teaching).toBe(true);
  });

  it('counts no click while the page lies over it, comes to the top, and then does', async () => {
    const teacher = await begin('component');
    await new Promise((resolve) => setTimeout(resolve, 800));
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; pointer-events: none; background: white';
      document.body.append(cover);
      cover.showPopover();
    });
    await expect
      .poll(
        async () => {
          await teacher.pressOnce(w.browse);
          return teacher.text();
        },
        { interval: 50 },
      )
      .toMatch(w.covered);
    await teacher.says(w.point);
    await teacher.press(w.browse);
    await teacher.says(w.goThere);
  });

  it('stays where the page takes it out, fades it or opens a dialog', async () => {
    const teacher = await begin('component');
    await page.evaluate(() => {
      document.head.insertAdjacentHTML(
        'beforeend',
        '<style>div { display: none !important; opacity: 0 !important }</style>',
      );
      document.documentElement.lastElementChild?.remove();
      const dialog = document.createElement('dialog');
      dialog.textContent = 'A record';
      document.body.append(dialog);
      dialog.showModal();
    });
    await teacher.press(w.browse);
    await teacher.says(w.goThere);
  });
});

describe('the options', () => {
  it('begin a lesson in the tab of a site', async () => {
    await open('component', 0);
    const teacher = await teacherOn(browser, page);
    const options = await browser.context.newPage();
    await options.goto(`chrome-extension://${browser.extensionId}/options.html`);
    await options.getByRole('button', { name: w.teachSiteLong('http://127.0.0.1') }).click();
    await teacher.says(w.point);
    await options.close();
  });
});

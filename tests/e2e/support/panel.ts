import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { isolatedWorld } from '../background/isolated-world';

const TIMEOUT = 15_000;

/** The browser's own sidebar, or the toolbar's popup, which Playwright doesn't count among its pages: read, and used by keys. */
export type Panel = {
  text(): Promise<string>;
  /** goes to the button of this name, and presses Enter there */
  press(name: string): Promise<void>;
  write(label: string, text: string): Promise<void>;
  /** asks the background as the panel does */
  call(method: string, input?: unknown): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  /** as a PNG; in base64 */
  picture(): Promise<string>;
  send(method: string, params?: object): Promise<unknown>;
};

type Reply = { id: number; result?: Record<string, unknown> };

/** Speaks the debugger's protocol with a target that isn't a page of Playwright's. */
async function attach(session: CDPSession, targetId: string) {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId });
  const waiting = new Map<number, (result: Record<string, unknown>) => void>();
  let last = 0;
  session.on('Target.receivedMessageFromTarget', (received) => {
    const { id, result = {} }: Reply = JSON.parse(received.message);
    waiting.get(id)?.(result);
  });
  return (method: string, params: object = {}) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, resolve);
      const message = JSON.stringify({ id, method, params });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}

async function targetAt(session: CDPSession, page: string): Promise<string> {
  for (const end = Date.now() + TIMEOUT; Date.now() < end; ) {
    const { targetInfos } = await session.send('Target.getTargets');
    const found = targetInfos.find((t) => t.url.endsWith(page));
    if (found) return found.targetId;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`There is no ${page}`);
}

const FOCUS_BUTTON = `(name) => {
  const all = [...document.querySelectorAll('button')];
  const found = all.find((b) => (b.getAttribute('aria-label') ?? b.textContent).includes(name));
  found?.focus();
  return found !== undefined && document.activeElement === found;
}`;
const FOCUS_FIELD = `(name) => {
  const labels = [...document.querySelectorAll('label')];
  const label = labels.find((l) => l.textContent.includes(name));
  const field = label?.control ?? document.querySelector('[aria-label="' + name + '"]');
  field?.focus();
  return field !== null && document.activeElement === field;
}`;

/** Opens the side panel as a click in this page would, and speaks with it from then on. */
export async function openPanel(page: Page): Promise<Panel> {
  const world = await isolatedWorld(page);
  await world?.call('panel.open', {}, { click: true });
  return speakWith(page, '/sidepanel.html');
}

/** Waits for one of our pages that stands in no tab, and speaks with it. @param page any page of that browser */
export async function speakWith(page: Page, address: '/sidepanel.html' | '/popup.html'): Promise<Panel> {
  const session = await page.context().newCDPSession(page);
  const send = await attach(session, await targetAt(session, address));
  const evaluate = async (expression: string) => {
    const { result } = await send('Runtime.evaluate', {
      ...{ expression, awaitPromise: true, returnByValue: true },
    });
    return (result as { value?: unknown } | undefined)?.value;
  };
  const focus = (script: string, name: string) =>
    expect
      .poll(() => evaluate(`(${script})(${JSON.stringify(name)})`), { timeout: TIMEOUT, message: name })
      .toBe(true);
  const key = async (name: string, windowsVirtualKeyCode: number, text?: string) => {
    const params = { key: name, code: name, windowsVirtualKeyCode, ...(text && { text }) };
    await send('Input.dispatchKeyEvent', { type: 'keyDown', ...params });
    await send('Input.dispatchKeyEvent', { type: 'keyUp', ...params });
  };
  return {
    ...{ send, evaluate },
    text: async () => String(await evaluate('document.body.innerText')),
    async press(name) {
      await focus(FOCUS_BUTTON, name);
      await key('Enter', 13, '\r');
    },
    async write(label, text) {
      await focus(FOCUS_FIELD, label);
      await send('Input.insertText', { text });
    },
    call: (method, input = {}) =>
      evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ heed: 1, method, input })})`),
    picture: async () => String((await send('Page.captureScreenshot')).data),
  };
}

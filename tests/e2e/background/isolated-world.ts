import type { CDPSession, Page } from 'playwright-core';

/** What can be done where our content script lives: beside the page's own scripts, which see nothing of it. */
export type IsolatedWorld = {
  /** asks the background as the content script does; with `click`, as if the person had just clicked on the page */
  call(method: string, input?: unknown, how?: { click: boolean }): Promise<unknown>;
  /** what an expression is there */
  evaluate(expression: string): Promise<unknown>;
};

type Context = { id: number; origin: string; auxData?: { type?: string; frameId?: string } };

/** @returns null where no content script of ours runs in the page */
export async function isolatedWorld(page: Page): Promise<IsolatedWorld | null> {
  const session = await page.context().newCDPSession(page);
  const contexts: Context[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context as Context));
  await session.send('Runtime.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  // Reading a frame of the page makes our script's world in there too; it has no say.
  const ours = contexts.find(
    ({ origin, auxData: { type, frameId } = {} }) =>
      origin.startsWith('chrome-extension:') && type === 'isolated' && frameId === frameTree.frame.id,
  );
  if (!ours) return null;
  return {
    evaluate: (expression) => evaluate(session, { contextId: ours.id, expression }),
    call: (method, input = {}, { click } = { click: false }) =>
      evaluate(session, {
        contextId: ours.id,
        userGesture: click,
        expression: `chrome.runtime.sendMessage(${JSON.stringify({ heed: 1, method, input })})`,
      }),
  };
}

type Evaluation = { contextId?: number; userGesture?: boolean; expression: string };

async function evaluate(session: CDPSession, evaluation: Evaluation): Promise<unknown> {
  const { result } = await session.send('Runtime.evaluate', {
    ...evaluation,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}

/** Asks the background from the browser's own sidebar, which Playwright doesn't count among its pages. */
export async function callFromPanel(page: Page, method: string, input: unknown): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  const panel = targetInfos.find((t) => t.url.endsWith('/sidepanel.html'));
  if (!panel) throw new Error('There is no side panel');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: panel.targetId });
  const answered = new Promise<unknown>((resolve) => {
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message);
      if (id === 1) resolve(result?.result?.value);
    });
  });
  const expression = `chrome.runtime.sendMessage(${JSON.stringify({ heed: 1, method, input })})`;
  const params = { expression, awaitPromise: true, returnByValue: true };
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
  await session.send('Target.sendMessageToTarget', { sessionId, message });
  return answered;
}

import type { CDPSession, Page } from 'playwright-core';

type Frame = { functionName: string; url: string; lineNumber: number };
type Node = { id: number; callFrame: Frame };
type Profile = { nodes: Node[]; samples?: number[]; timeDeltas?: number[] };

/** Where a worker was while something ran: a function's name, and the milliseconds in it itself. */
export type WorkerProfile = { name: string; ms: number }[];

/** Speaks the debugger's protocol with the one worker of a page, through the page's own connection. */
async function attachToWorker(cdp: CDPSession) {
  const attached = new Promise<string>((resolve) => {
    cdp.once('Target.attachedToTarget', ({ sessionId }) => resolve(sessionId));
  });
  await cdp.send('Target.setAutoAttach', {
    ...{ autoAttach: true, waitForDebuggerOnStart: false, flatten: false },
  });
  const sessionId = await attached;
  let last = 0;
  return (method: string, params: object = {}): Promise<unknown> => {
    const id = ++last;
    const answered = new Promise<unknown>((resolve) => {
      const hear = ({ message }: { message: string }) => {
        const answer = JSON.parse(message) as { id?: number; result?: unknown };
        if (answer.id !== id) return;
        cdp.off('Target.receivedMessageFromTarget', hear);
        resolve(answer.result);
      };
      cdp.on('Target.receivedMessageFromTarget', hear);
    });
    const message = JSON.stringify({ id, method, params });
    return cdp.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answered);
  };
}

const nameOf = ({ functionName, url, lineNumber }: Frame) =>
  `${functionName || '(a function)'}${url === '' ? '' : `:${lineNumber + 1}`}`;

function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profile): WorkerProfile {
  const names = new Map(nodes.map((node) => [node.id, nameOf(node.callFrame)]));
  const times = new Map<string, number>();
  samples.forEach((id, i) => {
    const name = names.get(id) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[i] ?? 0) / 1000);
  });
  return [...times].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms);
}

/** Samples the page's worker while `work` runs. `(idle)` is the time in which it waited for the browser. */
export async function profileWorker<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ value: T; times: WorkerProfile }> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const send = await attachToWorker(cdp);
    await send('Profiler.enable');
    await send('Profiler.setSamplingInterval', { interval: 200 });
    await send('Profiler.start');
    const value = await work();
    const { profile } = (await send('Profiler.stop')) as { profile: Profile };
    return { value, times: selfTimes(profile) };
  } finally {
    await cdp.detach();
  }
}

const SHOWN = 12;

/** The functions that took longest, in themselves. */
export function printProfile(title: string, times: WorkerProfile): void {
  const whole = times.reduce((sum, { ms }) => sum + ms, 0);
  console.error(`  where the worker spent ${whole.toFixed(0)} ms in ${title}:`);
  for (const { name, ms } of times.slice(0, SHOWN))
    console.error(`  ${ms.toFixed(0).padStart(8)} ms  ${name}`);
}

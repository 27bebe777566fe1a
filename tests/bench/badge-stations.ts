import type { Frame, Worker } from 'playwright-core';
import { VIEW_PORT } from '@/lib/messaging/envelope';
import { quantile } from './figure';

/** When a page's customer was at a station, on the machine's one clock (ms). */
export type Station = { at: number; what: string };
type WithStations = { heedStations: Station[] };

/** What this listens to, as it is in a worker and in a page of the extension. */
type Runtime = {
  onMessage: { addListener(hear: (message: { method?: string; input?: { state?: string } }) => void): void };
  sendMessage(message: { method?: string }): Promise<unknown>;
  connect(to: { name: string }): { onMessage: { addListener(hear: () => void): void } };
};

/** A listener beside the extension's own: it answers nothing, and hears in the same moment. */
function stampWorker(): void {
  const stations: Station[] = [];
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
  runtime.onMessage.addListener(({ method, input }) => {
    const at = performance.timeOrigin + performance.now();
    if (method === 'page.report' && input?.state === 'customer')
      stations.push({ at, what: 'background hears who' });
    if (method === 'sidebar.view') stations.push({ at, what: 'background is asked for the view' });
  });
  Object.assign(globalThis, { heedStations: stations });
}

function stampFrame(viewPort: string): void {
  const stations: Station[] = [];
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
  const send = runtime.sendMessage.bind(runtime);
  const stamp = (what: string) => stations.push({ at: performance.timeOrigin + performance.now(), what });
  runtime.sendMessage = async (message) => {
    if (message.method !== 'sidebar.view') return send(message);
    stamp('sidebar asks for the view');
    const answer = await send(message);
    stamp('sidebar has the view');
    return answer;
  };
  runtime.connect({ name: viewPort }).onMessage.addListener(() => stamp('sidebar is told'));
  Object.assign(globalThis, { heedStations: stations });
}

const read = () => (globalThis as unknown as WithStations).heedStations;

/** Stamps what goes by in the background and in a sidebar. */
export async function watchStations(worker: Worker, frame: Frame) {
  // tsx names inner functions by a helper of its own, which neither has.
  const itself = 'globalThis.__name = (f) => f';
  await worker.evaluate(itself);
  await frame.evaluate(itself);
  await worker.evaluate(stampWorker);
  await frame.evaluate(stampFrame, VIEW_PORT);
  return async (): Promise<Station[]> =>
    [...(await worker.evaluate(read)), ...(await frame.evaluate(read))].sort((a, b) => a.at - b.at);
}

export type Way = { there: number; inFrame: number; painted: number };

/** Between a customer's name in the page and its frame, the last of each station that lies on the way there. */
function legsOf({ there, inFrame, painted }: Way, stations: readonly Station[]): [string, number][] {
  const onTheWay = stations.filter(({ at }) => at >= there && at <= inFrame);
  const last = [...new Map(onTheWay.map((station) => [station.what, station])).values()];
  const way = [...last.sort((a, b) => a.at - b.at), { at: inFrame, what: 'name in the sidebar' }];
  const all = [...way, { at: painted, what: 'painted' }];
  return all.map(({ what, at }, i) => [what, at - (all[i - 1]?.at ?? there)]);
}

/** How long each leg of the way took, over all pages. */
export function printLegs(ways: readonly Way[], stations: readonly Station[]): void {
  const legs = new Map<string, number[]>();
  for (const way of ways)
    for (const [what, ms] of legsOf(way, stations)) legs.set(what, [...(legs.get(what) ?? []), ms]);
  console.error('  from the name in the page, each leg up to (p50, p95, pages):');
  for (const [what, times] of legs)
    console.error(
      `  ${quantile(times, 0.5).toFixed(0).padStart(8)} ${quantile(times, 0.95).toFixed(0).padStart(5)} ms  ${what} (${times.length})`,
    );
}

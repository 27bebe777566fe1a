import type { PageReport } from '@/lib/crm/page-report';
import type { Reported } from './tab-state';

type PaceDeps<Taken> = {
  take: (reported: Reported) => Promise<Taken>;
  /** milliseconds, only ever forwards */
  now: () => number;
  wait: (ms: number) => Promise<void>;
};

/** 20 reports a second and page, as many of them at once: no rep clicks that fast, a page that loops does. */
const EACH = 50;
const AT_ONCE = 1000;

type Waiting<Taken> = {
  reported: Reported;
  promise: Promise<Taken>;
  resolve: (result: Promise<Taken>) => void;
};

const overtaken = async <Taken extends { taken: boolean }>(by: Promise<Taken>): Promise<Taken> => ({
  ...(await by),
  taken: false,
});

/** One document's reports: one is worked on, the latest waits, the others get its answer. */
function createLane<Taken extends { taken: boolean }>({ take, now, wait }: PaceDeps<Taken>) {
  /** when the allowance is whole again */
  let wholeAt = 0;
  let last: PageReport['state'] | null = null;
  let waiting: Waiting<Taken> | null = null;
  let busy = false;

  function start(reported: Reported): Promise<Taken> {
    wholeAt = Math.max(wholeAt, now()) + EACH;
    last = reported.report.state;
    return take(reported);
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    while (waiting) {
      const early = wholeAt + EACH - now() - AT_ONCE;
      if (early > 0) await wait(early);
      const turn: Waiting<Taken> | null = waiting;
      waiting = null;
      if (!turn) break;
      const result = start(turn.reported);
      turn.resolve(result);
      await result.catch(() => null);
    }
    busy = false;
  }

  function line(reported: Reported): Promise<Taken> {
    let turn: Waiting<Taken>['resolve'] = () => undefined;
    const promise = new Promise<Taken>((resolve) => {
      turn = resolve;
    });
    waiting = { reported, promise, resolve: turn };
    void work();
    return promise;
  }

  return {
    isAtRest: () => !busy && wholeAt <= now(),

    submit(reported: Reported): Promise<Taken> {
      const { state, seq } = reported.report;
      const before = waiting;
      if (before && seq <= before.reported.report.seq) return overtaken(before.promise);
      waiting = null;
      // Never two in a row, so that these can't be more than the others.
      const result = state === 'blank' && last !== 'blank' ? start(reported) : line(reported);
      before?.resolve(overtaken(result));
      return result;
    },
  };
}

/**
 * Takes reports as they come, until a page sends more than a rep can cause: then only the latest, 20 a second.
 * A blank after anything else never waits. A report that was overtaken gets the newer one's answer.
 */
export function createReportPace<Taken extends { taken: boolean }>(deps: PaceDeps<Taken>) {
  const lanes = new Map<string, ReturnType<typeof createLane<Taken>>>();

  return (reported: Reported): Promise<Taken> => {
    const name = `${reported.tabId} ${reported.documentId ?? ''}`;
    let lane = lanes.get(name);
    if (!lane) {
      for (const [other, { isAtRest }] of lanes) if (isAtRest()) lanes.delete(other);
      lane = createLane(deps);
      lanes.set(name, lane);
    }
    return lane.submit(reported);
  };
}

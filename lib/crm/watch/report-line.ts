import type { PageReport } from '../page-report';

type ReportLineOptions<Answer> = {
  send: (report: PageReport) => Promise<Answer>;
  /** only ever for the latest report */
  answered: (report: PageReport, answer: Answer) => void;
  onLost: () => void;
};

/** A blank and who comes after it go out together: nobody waits for the blank's answer. */
const MOST_UNDERWAY = 2;

/**
 * Reports on their way to the background: a few at a time, and of those that have to wait only the latest.
 * However often a page changes, it can't keep the background from others.
 */
export function createReportLine<Answer>({ send, answered, onLost }: ReportLineOptions<Answer>) {
  let latest: PageReport | null = null;
  let waiting: PageReport | null = null;
  let underway = 0;

  async function go(report: PageReport): Promise<void> {
    underway += 1;
    try {
      const answer = await send(report);
      if (report === latest) answered(report, answer);
    } catch {
      onLost();
    } finally {
      underway -= 1;
      next();
    }
  }

  function next(): void {
    if (!waiting || underway >= MOST_UNDERWAY) return;
    const report = waiting;
    waiting = null;
    void go(report);
  }

  return (report: PageReport): void => {
    latest = report;
    waiting = report;
    next();
  };
}

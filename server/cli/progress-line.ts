import { type Clock, SECOND } from '@/lib/platform/clock';
import type { Progress } from '@/server/import/import-report';

const EVERY = 2 * SECOND;

type Output = { write(text: string): unknown; isTTY?: boolean };

/** How far an import is: one line that changes on a terminal, a line now and then in a log. */
export function createProgressLine(output: Output, label: string, clock: Clock) {
  let last = Number.NEGATIVE_INFINITY;
  const text = ({ rows, bytesRead, bytes }: Progress) => {
    const percent = bytes === 0 ? 100 : Math.floor((100 * bytesRead) / bytes);
    return `${label}: ${rows.toLocaleString('en')} rows, ${percent} %`;
  };
  return {
    show(progress: Progress): void {
      const now = clock.now().getTime();
      const done = progress.bytesRead >= progress.bytes;
      if (output.isTTY) output.write(`\r${text(progress)}`);
      else if (done || now - last >= EVERY) output.write(`${text(progress)}\n`);
      else return;
      last = now;
    },
    end(): void {
      if (output.isTTY) output.write('\n');
    },
  };
}

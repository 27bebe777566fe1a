import { readDoubts } from '@/server/read-doubts';
import { listSignals } from '@/server/signals/list-signals';
import { formatTable } from './format-table';
import type { Store } from './with-store';

/** What people wrote, in one line: nothing of it moves the terminal's cursor or colours what follows. */
const inLine = (text: string) => text.replace(/[\p{C}\s]+/gu, ' ').trim();
const day = (instant: string) => instant.slice(0, 10);

type How = { json?: boolean };
type Cells = (string | null)[];

function table(head: string[], rows: Cells[]): string {
  return formatTable(
    head,
    rows.map((row) => row.map((cell) => inLine(cell ?? '–'))),
  );
}

/** `heed report doubts`: what reps say looks wrong about customers, newest first, with whom to ask back. */
export async function doubtsReportText({ db }: Pick<Store, 'db'>, { json }: How): Promise<string> {
  const list = await readDoubts(db, null);
  if (json) return JSON.stringify(list);
  if (list.doubts.length === 0) return 'Nobody has said that something looks wrong.';
  return table(
    ['day', 'customer', 'what', 'said', 'by'],
    list.doubts.map((d) => [day(d.at), `#${d.leadsTo}`, d.kind, d.text, d.author]),
  );
}

/** `heed report signals`: what reps noticed in the last year; without a name only once enough of the team gave. */
export async function signalsReportText(
  { db, clock }: Pick<Store, 'db' | 'clock'>,
  { json }: How,
): Promise<string> {
  const list = await listSignals(db, clock.now());
  if (json) return JSON.stringify(list);
  if (list.signals.length === 0) return 'There is no signal that may be shown.';
  return table(
    ['day', 'team', 'kind', 'what', 'by'],
    list.signals.map((s) => [s.day, s.team, s.kind, s.line, s.givenBy]),
  );
}

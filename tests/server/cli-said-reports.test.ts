import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import { doubtListSchema } from '@/lib/protocol/doubt-list';
import { signalListSchema } from '@/lib/protocol/signals';
import { doubtsReportText, signalsReportText } from '@/server/cli/said-report-commands';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer } from './support/known-customer';
import { pushAs } from './support/push-mutations';
import { runCli } from './support/run-cli';
import { startTestStore, type TestStore } from './support/test-store';

const ESCAPE = String.fromCharCode(27);
const today = () => new Date().toISOString().slice(0, 10);

describeEachDatabase('what reps said, in the terminal', (kind) => {
  let store: TestStore;
  let cardNumber: number;
  beforeAll(async () => {
    store = await startTestStore(kind);
    ({ cardNumber } = await addKnownCustomer(store));
  });
  afterAll(() => store.stop());

  const doubts = (how = {}) => doubtsReportText(store.server, how);
  const signals = (how = {}) => signalsReportText({ db: store.server.db, clock: systemClock }, how);

  it('says so where nobody said anything', async () => {
    expect(await doubts()).toBe('Nobody has said that something looks wrong.');
    expect(await signals()).toBe('There is no signal that may be shown.');
  });

  it('doubts: one line each, with whom to ask back; what was typed can’t colour the terminal', async () => {
    const text = `Her son${ESCAPE}[31m\nanswered.`;
    const args = { cardNumber, cardVersion: 3, kind: 'not-their-score', text };
    const now = new Date();
    const sent = { id: uuidv7(now), clientId: uuidv7(now), userId: store.users.rep, at: now.toISOString() };
    expect(await pushAs(store, 'rep', [{ ...sent, name: 'reportDoubt', args }])).toMatchObject([
      { status: 'applied' },
    ]);
    const lines = (await doubts()).split('\n');
    expect(lines[0]).toMatch(/^day +customer +what +said +by$/);
    expect(lines[2]).toMatch(
      new RegExp(`^${today()} +#${cardNumber} +not-their-score +Her son.*answered\\. +The rep$`),
    );
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toContain(ESCAPE);
    const { doubts: list } = doubtListSchema.parse(JSON.parse(await doubts({ json: true })));
    expect(list.map((d) => d.leadsTo)).toEqual([cardNumber]);
  });

  it('signals: with the giver’s name where they gave it', async () => {
    const signal = {
      id: crypto.randomUUID(),
      kind: 'competitor',
      line: 'They deliver in a day',
      day: today(),
    };
    expect((await store.as('rep', '/v1/signals', signal)).status).toBe(200);
    expect((await signals()).split('\n')[2]).toMatch(
      new RegExp(`^${today()} .*competitor +They deliver in a day +The rep$`),
    );
    expect(signalListSchema.parse(JSON.parse(await signals({ json: true }))).signals).toHaveLength(1);
  });
});

it('both are commands of heed', async () => {
  const { out } = await runCli(['report', '--help'], { database: { dataDir: 'none' } as never });
  expect(out).toMatch(/doubts \[options\]/);
  expect(out).toMatch(/signals \[options\]/);
});

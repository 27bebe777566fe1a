import { describe, expect, it } from 'vitest';
import type { PageReport } from '@/lib/crm/page-report';
import { createReportLine } from '@/lib/crm/watch/report-line';

const report = (seq: number): PageReport => ({ state: seq % 2 ? 'nobody' : 'blank', seq });

type Reply = { resolve: (answer: string) => void; reject: (error: Error) => void };

/** A background that answers, or fails, when told to. */
function line() {
  const sent: number[] = [];
  const answered: number[] = [];
  const open: Reply[] = [];
  let lost = 0;
  const tell = createReportLine<string>({
    send: ({ seq }) => {
      sent.push(seq);
      return new Promise((resolve, reject) => open.push({ resolve, reject }));
    },
    answered: ({ seq }) => answered.push(seq),
    onLost: () => {
      lost += 1;
    },
  });
  const settle = async (how: (reply: Reply) => void) => {
    while (open.length > 0) {
      for (const reply of open.splice(0)) how(reply);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { tell, sent, answered, settle, lost: () => lost };
}

describe('reports on their way to the background', () => {
  it('lets a blank and who comes after it go without waiting', () => {
    const { tell, sent } = line();
    tell(report(0));
    tell(report(1));
    expect(sent).toEqual([0, 1]);
  });

  it('sends a burst of 300 as a few, and ends with the latest', async () => {
    const { tell, sent, answered, settle } = line();
    for (let seq = 0; seq < 300; seq++) tell(report(seq));
    await settle((reply) => reply.resolve('ok'));
    expect(sent).toEqual([0, 1, 299]);
    expect(answered).toEqual([299]);
  });

  it('goes on when nobody answers', async () => {
    const { tell, sent, answered, settle, lost } = line();
    for (let seq = 0; seq < 5; seq++) tell(report(seq));
    await settle((reply) => reply.reject(new Error('nobody')));
    expect(sent).toEqual([0, 1, 4]);
    expect(answered).toEqual([]);
    expect(lost()).toBe(3);
  });
});

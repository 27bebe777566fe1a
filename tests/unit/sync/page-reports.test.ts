import { describe, expect, it } from 'vitest';
import type { PageReport } from '@/lib/crm/page-report';
import { createPageReports } from '@/lib/sync/page-reports';

function reports() {
  const asked: string[] = [];
  const { take } = createPageReports({
    account: {
      state: async () => ({ state: 'signed-out' }),
      bookKeys: async () => null,
    },
    drafts: { active: async () => null },
    tabs: { report: async () => true },
    slots: {
      of: async () => {
        asked.push('slot');
        return { state: 'nobody' };
      },
    },
    now: () => 0,
    wait: async () => undefined,
  });
  return {
    asked,
    take: (report: PageReport) => take({ tabId: 1, documentId: 'D', origin: 'https://crm.example', report }),
  };
}

const quiet = { taken: true, badge: null, answer: { level: null, open: false } };

describe('what a page says of itself', () => {
  it('is taken down without looking anybody up where it is blank', async () => {
    const { asked, take } = reports();
    expect(await take({ state: 'blank', seq: 0 })).toEqual(quiet);
    expect(asked).toEqual([]);
    expect(await take({ state: 'nobody', seq: 1 })).toEqual(quiet);
    expect(asked).toEqual(['slot']);
  });
});

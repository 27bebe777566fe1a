import { describe, expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { maskNoteContent } from '@/lib/domain/mask-note-content';

const CARD = '4111 1111 1111 1111';

describe('card numbers in a note', () => {
  it('are masked in everything that was typed freely', () => {
    const masked = maskNoteContent({
      ...emptyNoteContent,
      summary: `paid with ${CARD}`,
      promise: { what: `refund to ${CARD}`, dueOn: '2026-12-01', by: CARD },
      offers: [
        {
          ...{
            id: '01939000-0000-7000-8000-000000000000',
            actionCode: 'refund',
            amountMinor: 1,
            state: 'done',
          },
          ...{ reference: CARD, taskOwner: CARD, approvalId: null, at: '2026-11-22T09:00:00Z' },
        } as const,
      ],
    });
    expect(JSON.stringify(masked).match(/•••• 1111/g)).toHaveLength(5);
    expect(JSON.stringify(masked)).not.toMatch(/4111/);
  });

  it('leave a note without any as it is', () => {
    const content = { ...emptyNoteContent, summary: 'Order 12345, call +44 20 7946 0202' };
    expect(maskNoteContent(content)).toEqual(content);
  });
});

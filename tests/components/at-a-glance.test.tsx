import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import { makeCard, makeDetail } from './support/make-view';
import { showVerified } from './support/show-verified';

const told = () => screen.findByRole('region', { name: 'Already told us' });
/** What stands behind a label. */
async function row(label: string): Promise<HTMLElement> {
  const term = await within(await told()).findByText(label, { selector: 'dt' });
  return term.nextElementSibling as HTMLElement;
}
const noRow = async (label: string) =>
  expect(within(await told()).queryByText(label, { selector: 'dt' })).toBeNull();

describe('how often they have called about this', () => {
  it('is said of their last contacts until a reason is tapped', async () => {
    showVerified();
    await waitFor(async () =>
      expect(await row('Contacts')).toHaveTextContent(
        '2 contacts about billing in 32 days · last 8 days ago',
      ),
    );
  });

  it('was last when the newest note says, also before the card knows of it', async () => {
    const notes = makeDetail().notes.map((n, i) => (i === 0 ? { ...n, at: '2026-11-22T09:00:00.000Z' } : n));
    showVerified({ detail: { notes } });
    await waitFor(async () => expect(await row('Contacts')).toHaveTextContent(/· last today$/));
  });

  it('was last when the card says, also before the notes are told anew', async () => {
    showVerified({ card: makeCard({ lastContactAt: '2026-11-22T09:00:00.000Z' }) });
    await waitFor(async () =>
      expect(await row('Contacts')).toHaveTextContent('2 contacts about billing in 32 days · last today'),
    );
  });

  it('counts this call as soon as its reason is tapped, and follows another tap', async () => {
    const { user } = showVerified();
    await row('Said last');
    await user.click(screen.getByRole('button', { name: /Called about/ }));
    await user.click(await screen.findByRole('option', { name: 'Bill not understood' }));
    await waitFor(async () =>
      expect(await row('Contacts')).toHaveTextContent('3rd contact about billing in 32 days'),
    );
  });

  it('is a first time where they never called about that, with the days looked at', async () => {
    showVerified({ content: { contactReason: 'engineer-missed' } });
    await waitFor(async () =>
      expect(await row('Contacts')).toHaveTextContent('First contact about delivery in 90 days'),
    );
  });

  it('counts nothing of another customer’s notes: the card speaks then', async () => {
    showVerified({ detail: { number: 999 } });
    expect(await row('Contacts')).toHaveTextContent('3 contacts in 90 days');
    expect(await row('Last about')).toHaveTextContent('Billed twice or wrongly');
    await noRow('Said last');
  });

  it('says what was taken down last, and by whom', async () => {
    showVerified();
    expect(await row('Said last')).toHaveTextContent(/^Same sum booked .*noted by Tom Okafor, 14 Nov$/);
  });
});

describe('an answer that another contact of the account gave', () => {
  it('is shown as that, without its words; their own earlier ones stay', async () => {
    const [answer] = makeDetail().responses;
    if (!answer) throw new Error('no answer');
    const own = { ...answer, at: '2026-05-02T09:00:00.000Z', score: 8, verbatim: 'All fine.' };
    showVerified({ detail: { responses: [{ ...answer, verbatim: '', byAnother: true }, own] } });
    await waitFor(async () =>
      expect(await row('Score')).toHaveTextContent(/Given by another contact of this account.*“All fine\.”/),
    );
    expect(screen.queryByText(/tired of telling/)).toBeNull();
  });
});

describe('clocks', () => {
  it('say how long there is left for the case, in words', async () => {
    showVerified();
    expect(await row('Case')).toHaveTextContent('Answer: due tomorrow');
    await waitFor(async () => expect(await row('Case')).toHaveTextContent('open since Thu 19 Nov'));
  });

  it.each([
    ['2026-11-22T16:04:00.000Z', 'Answer: 3 h left'],
    ['2026-11-22T12:23:00.000Z', 'Answer: 40 min overdue'],
    ['2026-11-19T12:00:00.000Z', 'Answer: was due Thu 19 Nov, 3 days overdue'],
    ['2026-11-27T18:00:00.000Z', 'Answer: due Fri 27 Nov, 5 days left'],
  ])('a case due at %s: %s', async (dueAt, words) => {
    showVerified({ card: makeCard({ openCase: { dueAt } }) });
    expect(await row('Case')).toHaveTextContent(words);
  });

  it('counts days by the organisation’s clock, where another day had begun', async () => {
    showVerified({ card: makeCard({ openCase: { dueAt: '2026-11-20T23:30:00.000Z' } }) });
    await waitFor(async () => expect(await row('Case')).toHaveTextContent('Answer: was due yesterday'));
  });

  const complaint = {
    openedAt: '2026-11-12T10:00:00.000Z',
    jurisdiction: null,
    steps: [
      { name: 'First answer', dueAt: '2026-11-19' },
      { name: 'Final answer', dueAt: '2027-01-07' },
    ],
  };

  it('a complaint has each of its steps, the overdue one in bold', async () => {
    showVerified({ card: makeCard({ complaintOpen: true }), detail: { complaint } });
    const line = await row('Complaint');
    expect(line).toHaveTextContent('First answer: was due Thu 19 Nov, 3 days overdue');
    expect(line.querySelector('strong')).toHaveTextContent('First answer');
    expect(line).toHaveTextContent('Final answer: due 7 Jan 2027, 46 days left');
    expect(line).toHaveTextContent('open since Thu 12 Nov');
  });

  it('a complaint that is closed by now has no clock, though what was kept still says so', async () => {
    showVerified({ detail: { complaint } });
    await row('Said last');
    await noRow('Complaint');
  });
});

describe('the score', () => {
  const score = (value: number, at: string) => ({ value, at, kind: 'relational', mode: 'web' }) as const;

  it('has its date, its age and how many answers there are', async () => {
    showVerified();
    expect(await row('Score')).toHaveTextContent(/^4 · 10 Nov, 12 days ago, down from 8.*4 answers/);
    expect(screen.getByRole('img', { name: 'Scores, oldest first: 7, 9, 8, 4' })).toBeInTheDocument();
  });

  it('is called fallen only where it is a fall', async () => {
    const card = makeCard({
      score: score(4, '2026-11-10T09:00:00.000Z'),
      earlier: [{ value: 5, at: '2026-05-02T09:00:00.000Z' }],
    });
    showVerified({ card });
    expect(await row('Score')).toHaveTextContent('4 · 10 Nov, 12 days ago');
    expect(await row('Score')).not.toHaveTextContent('down');
  });

  it.each([
    ['2026-03-02T09:00:00.000Z', '2 Mar, 8 months ago, getting old'],
    ['2025-04-10T09:00:00.000Z', '19 months old: too old to go by'],
  ])('of %s says: %s', async (at, words) => {
    showVerified({ card: makeCard({ score: score(4, at), earlier: [] }) });
    expect(await row('Score')).toHaveTextContent(words);
  });

  it('is missing in words, not as a zero', async () => {
    showVerified({ card: makeCard({ score: null, earlier: [] }) });
    expect(await row('Score')).toHaveTextContent('Never answered, or not by name');
  });

  it('stands in the text’s size: nobody beside the screen can read it', async () => {
    showVerified();
    expect(
      (await row('Score')).querySelector('h1, h2, h3, strong, [class*="title"], [class*="name"]'),
    ).toBeNull();
  });
});

describe('why', () => {
  it('has the drivers in plain words, points that are no probability, and of which day they are', async () => {
    showVerified({ card: makeCard({ risk: { ...makeCard().risk, at: '2026-11-20T04:00:00.000Z' } }) });
    expect(await row('Why')).toHaveTextContent(
      'Gave us 4 of 10, month-to-month, 3 contacts in 90 days, a broken promise. 95 points, not a probability. Worked out Fri 20 Nov.',
    );
  });
});

describe('what there is of their words', () => {
  it('is on its way: the card is there already', async () => {
    showVerified({ answer: () => new Promise(() => {}) });
    expect(await row('Score')).toHaveTextContent('Getting their words…');
    expect(await row('Contacts')).toHaveTextContent('3 contacts in 90 days');
    expect(await row('Promised')).toHaveTextContent('1 promise not kept');
  });

  it('is not here, and the store can’t be reached', async () => {
    showVerified({ answer: () => ({ state: 'offline' }) });
    expect(await row('Score')).toHaveTextContent('Their own words aren’t on this computer');
  });

  it('is as of when the store told it last', async () => {
    showVerified({
      answer: () => ({ state: 'ready', detail: makeDetail(), asOf: '2026-11-22T09:00:00.000Z' }),
    });
    expect(await screen.findByText(/What they told us is as of/)).toBeInTheDocument();
    expect(await row('Said last')).toHaveTextContent('Same sum booked');
  });

  it('can’t be shown now', async () => {
    showVerified({
      answer: () => {
        throw new AppError('outdated');
      },
    });
    expect(
      await screen.findByText('Their own words can’t be shown now.', {}, { timeout: 20_000 }),
    ).toBeInTheDocument();
    expect(await row('Contacts')).toHaveTextContent('3 contacts in 90 days');
  });

  it('is nothing, of somebody whom Heed doesn’t know or can’t read', async () => {
    const { unmount } = showVerified({ card: null });
    expect(await screen.findByText(/Not in Heed\. It knows nothing/)).toBeInTheDocument();
    unmount();
    showVerified({ card: null, damaged: true });
    expect(await screen.findByText(/What this computer has of this customer is damaged/)).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Already told us' })).toBeNull();
  });
});

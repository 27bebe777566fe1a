import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Card } from '@/lib/domain/card';
import type { NoteContent } from '@/lib/domain/note';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { AppError } from '@/lib/platform/app-error';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { axeFaults } from './support/axe';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeCard, makeContent, makeDetail, makePage, okCard } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

type Answer = RpcOutput<'customer.detail'>;
type Shown = {
  card?: Card | null;
  content?: Partial<NoteContent>;
  detail?: Partial<CustomerDetail>;
  answer?: () => Answer | Promise<Answer>;
  name?: string;
  damaged?: boolean;
};

/** A call with somebody verified. */
function show({
  card = makeCard(),
  content,
  detail,
  answer,
  name = 'Marta Kowalczyk',
  damaged = false,
}: Shown = {}) {
  const call = makeCall({
    card,
    name,
    damaged,
    content: makeContent({ caller: 'customer', ...content }),
    rev: 1,
  });
  const background = createFakeBackground(
    { call, page: makePage({ card, name, damaged }) },
    {
      'customer.detail': () =>
        answer ? answer() : { state: 'ready', detail: makeDetail(detail), asOf: null },
    },
  );
  return { background, ...showSidebar(background) };
}

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
    show();
    await waitFor(async () =>
      expect(await row('Contacts')).toHaveTextContent(
        '2 contacts about billing in 32 days · last 8 days ago',
      ),
    );
  });

  it('counts this call as soon as its reason is tapped, and follows another tap', async () => {
    const { user } = show();
    await row('Said last');
    await user.click(screen.getByRole('button', { name: /Called about/ }));
    await user.click(await screen.findByRole('option', { name: 'Bill not understood' }));
    await waitFor(async () =>
      expect(await row('Contacts')).toHaveTextContent('3rd contact about billing in 32 days'),
    );
  });

  it('is a first time where they never called about that, with the days looked at', async () => {
    show({ content: { contactReason: 'engineer-missed' } });
    await waitFor(async () =>
      expect(await row('Contacts')).toHaveTextContent('First contact about delivery in 90 days'),
    );
  });

  it('counts nothing of another customer’s notes: the card speaks then', async () => {
    show({ detail: { number: 999 } });
    expect(await row('Contacts')).toHaveTextContent('3 contacts in 90 days');
    expect(await row('Last about')).toHaveTextContent('Billed twice or wrongly');
    await noRow('Said last');
  });

  it('says what was taken down last, and by whom', async () => {
    show();
    expect(await row('Said last')).toHaveTextContent(/^Same sum booked .*noted by Tom Okafor, 14 Nov$/);
  });
});

describe('an answer that another contact of the account gave', () => {
  it('is shown as that, without its words; their own earlier ones stay', async () => {
    const [answer] = makeDetail().responses;
    if (!answer) throw new Error('no answer');
    const own = { ...answer, at: '2026-05-02T09:00:00.000Z', score: 8, verbatim: 'All fine.' };
    show({ detail: { responses: [{ ...answer, verbatim: '', byAnother: true }, own] } });
    await waitFor(async () =>
      expect(await row('Score')).toHaveTextContent(/Given by another contact of this account.*“All fine\.”/),
    );
    expect(screen.queryByText(/tired of telling/)).toBeNull();
  });
});

describe('clocks', () => {
  it('say how long there is left for the case, in words', async () => {
    show();
    expect(await row('Case')).toHaveTextContent('Answer: due tomorrow');
    await waitFor(async () => expect(await row('Case')).toHaveTextContent('open since Thu 19 Nov'));
  });

  it.each([
    ['2026-11-22T16:04:00.000Z', 'Answer: 3 h left'],
    ['2026-11-22T12:23:00.000Z', 'Answer: 40 min overdue'],
    ['2026-11-19T12:00:00.000Z', 'Answer: was due Thu 19 Nov, 3 days overdue'],
    ['2026-11-27T18:00:00.000Z', 'Answer: due Fri 27 Nov, 5 days left'],
  ])('a case due at %s: %s', async (dueAt, words) => {
    show({ card: makeCard({ openCase: { dueAt } }) });
    expect(await row('Case')).toHaveTextContent(words);
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
    show({ card: makeCard({ complaintOpen: true }), detail: { complaint } });
    const line = await row('Complaint');
    expect(line).toHaveTextContent('First answer: was due Thu 19 Nov, 2 days overdue');
    expect(line.querySelector('strong')).toHaveTextContent('First answer');
    expect(line).toHaveTextContent('Final answer: due 7 Jan 2027, 46 days left');
    expect(line).toHaveTextContent('open since Thu 12 Nov');
  });

  it('a complaint that is closed by now has no clock, though what was kept still says so', async () => {
    show({ detail: { complaint } });
    await row('Said last');
    await noRow('Complaint');
  });
});

describe('the score', () => {
  const score = (value: number, at: string) => ({ value, at, kind: 'relational', mode: 'web' }) as const;

  it('has its date, its age and how many answers there are', async () => {
    show();
    expect(await row('Score')).toHaveTextContent(/^4 · 10 Nov, 12 days ago, down from 8.*4 answers/);
    expect(screen.getByRole('img', { name: 'Scores, oldest first: 7, 9, 8, 4' })).toBeInTheDocument();
  });

  it('is called fallen only where it is a fall', async () => {
    const card = makeCard({
      score: score(4, '2026-11-10T09:00:00.000Z'),
      earlier: [{ value: 5, at: '2026-05-02T09:00:00.000Z' }],
    });
    show({ card });
    expect(await row('Score')).toHaveTextContent('4 · 10 Nov, 12 days ago');
    expect(await row('Score')).not.toHaveTextContent('down');
  });

  it.each([
    ['2026-03-02T09:00:00.000Z', '2 Mar, 8 months ago, getting old'],
    ['2025-04-10T09:00:00.000Z', '19 months old: too old to go by'],
  ])('of %s says: %s', async (at, words) => {
    show({ card: makeCard({ score: score(4, at), earlier: [] }) });
    expect(await row('Score')).toHaveTextContent(words);
  });

  it('is missing in words, not as a zero', async () => {
    show({ card: makeCard({ score: null, earlier: [] }) });
    expect(await row('Score')).toHaveTextContent('Never answered, or not by name');
  });

  it('stands in the text’s size: nobody beside the screen can read it', async () => {
    show();
    expect(
      (await row('Score')).querySelector('h1, h2, h3, strong, [class*="title"], [class*="name"]'),
    ).toBeNull();
  });
});

describe('why', () => {
  it('has the drivers in plain words, points that are no probability, and of which day they are', async () => {
    show({ card: makeCard({ risk: { ...makeCard().risk, at: '2026-11-20T04:00:00.000Z' } }) });
    expect(await row('Why')).toHaveTextContent(
      'Gave us 4 of 10, month-to-month, 3 contacts in 90 days, a broken promise. 95 points, not a probability. Worked out Fri 20 Nov.',
    );
  });
});

describe('what there is of their words', () => {
  it('is on its way: the card is there already', async () => {
    show({ answer: () => new Promise(() => {}) });
    expect(await row('Score')).toHaveTextContent('Getting their words…');
    expect(await row('Contacts')).toHaveTextContent('3 contacts in 90 days');
    expect(await row('Promised')).toHaveTextContent('1 promise not kept');
  });

  it('is not here, and the store can’t be reached', async () => {
    show({ answer: () => ({ state: 'offline' }) });
    expect(await row('Score')).toHaveTextContent('Their own words aren’t on this computer');
  });

  it('is as of when the store told it last', async () => {
    show({ answer: () => ({ state: 'ready', detail: makeDetail(), asOf: '2026-11-22T09:00:00.000Z' }) });
    expect(await screen.findByText(/What they told us is as of/)).toBeInTheDocument();
    expect(await row('Said last')).toHaveTextContent('Same sum booked');
  });

  it('can’t be shown now', async () => {
    show({
      answer: () => {
        throw new AppError('outdated');
      },
    });
    expect(
      await screen.findByText('Their own words can’t be shown now.', {}, { timeout: 5000 }),
    ).toBeInTheDocument();
    expect(await row('Contacts')).toHaveTextContent('3 contacts in 90 days');
  });

  it('is nothing, of somebody whom Heed doesn’t know or can’t read', async () => {
    const { unmount } = show({ card: null });
    expect(await screen.findByText(/Not in Heed\. It knows nothing/)).toBeInTheDocument();
    unmount();
    show({ card: null, damaged: true });
    expect(await screen.findByText(/What this computer has of this customer is damaged/)).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Already told us' })).toBeNull();
  });
});

describe('each level', () => {
  const at = (level: Card['risk']['level']) => makeCard({ risk: { ...makeCard().risk, level } });

  it.each([
    ['critical', 'At risk', 'at-risk'],
    ['high', 'At risk', 'at-risk'],
    ['elevated', 'Watch', 'watch'],
    ['low', 'OK', 'ok'],
    ['unknown', 'Unknown', 'unknown'],
  ] as const)('%s is said by the word “%s” and its shape', async (level, word, shape) => {
    show({ card: at(level) });
    const header = await screen.findByRole('banner');
    expect(within(header).getByText(word)).toBeInTheDocument();
    expect(header.querySelector(`[data-shape="${shape}"]`)).not.toBeNull();
  });

  it.each(['low', 'unknown'] as const)(
    '%s stays a collapsed badge, and nothing is asked for',
    async (level) => {
      const card = level === 'low' ? okCard() : at('unknown');
      const collapsed: boolean[] = [];
      const background = createFakeBackground({ page: makePage({ card }) });
      showSidebar(background, { onCollapse: (is) => collapsed.push(is) });
      expect(await screen.findByRole('button', { name: /^Heed: (OK|Unknown)\. Open$/ })).toBeInTheDocument();
      expect(collapsed.at(-1)).toBe(true);
      expect(screen.queryByRole('textbox')).toBeNull();
      expect(background.inputsOf('customer.detail')).toEqual([]);
    },
  );
});

describe('axe finds nothing', () => {
  const complaint = { openedAt: '2026-11-12T10:00:00.000Z', jurisdiction: null, steps: [] };
  const states: Record<string, Shown> = {
    'at risk': {},
    'with a reason tapped': { content: { contactReason: 'billed-twice' } },
    'with a complaint': {
      card: makeCard({ complaintOpen: true, supportNeeded: true }),
      detail: { complaint },
    },
    'nothing ever answered': {
      card: makeCard({ score: null, earlier: [] }),
      detail: { responses: [], notes: [] },
    },
    'words on their way': { answer: () => new Promise(() => {}) },
    offline: { answer: () => ({ state: 'offline' }) },
    'nobody known': { card: null },
    damaged: { card: null, damaged: true },
    'a name from right to left': { name: 'عبد الرحمن بن محمد الهاشمي' },
  };

  it.each(Object.entries(states))('%s', async (_, shown) => {
    const { container } = show(shown);
    await screen.findByRole('heading', { level: 1 });
    if (shown.card !== null) await told();
    expect(await axeFaults(container)).toEqual([]);
  });

  it('in the form to say that something looks wrong', async () => {
    const { user, container } = show();
    await user.click(await screen.findByRole('button', { name: 'This looks wrong…' }));
    expect(await axeFaults(container)).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    'Maximiliane-Theodora Freifrau von Hohenstein-Wartburgshausen zu Löwenberg',
    'عبد الرحمن بن محمد الهاشمي',
  ])('%s stands whole in the header, in its own direction', async (name) => {
    show({ name });
    const heading = await screen.findByRole('heading', { level: 1, name });
    expect(heading).toHaveAttribute('dir', 'auto');
    expect(heading).toHaveAttribute('title', name);
  });
});

import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ApprovalsApp } from '@/entrypoints/approvals/app';
import { PageProviders } from '@/entrypoints/options/page-providers';
import { AppError, type AppErrorCode } from '@/lib/platform/app-error';
import type { Approval, ApprovalAnswered, ApprovalFacts, WaitingApproval } from '@/lib/protocol/approval';
import type { Role } from '@/lib/protocol/roles';
import { axeFaults } from './support/axe';
import { createFakeBackground } from './support/fake-background';
import { makeApproval, makeFacts, makeWaiting } from './support/make-approval';
import { makeOrganisation, makeSync } from './support/make-view';

type World = {
  role?: Role | null;
  waiting?: WaitingApproval[];
  answered?: ApprovalAnswered | AppErrorCode;
  /** what the store says of a question that waits no longer */
  ended?: Approval;
};

function show({ role = 'supervisor', waiting = [makeWaiting()], answered, ended }: World = {}) {
  let list = waiting;
  let fails: AppErrorCode | null = null;
  let signedIn = role !== null;
  let reader = 'sunita';
  let silent = false;
  const organisation = makeOrganisation();
  let user = { ...organisation.user, name: 'Sunita Sharma', role: role ?? 'supervisor' };
  const background = createFakeBackground(
    {},
    {
      'sync.state': () => makeSync({ unlocked: signedIn }),
      'organisation.get': () => (signedIn ? { ...organisation, user } : null),
      'account.signIn': () => {
        signedIn = true;
        return {};
      },
      'approvals.list': () => {
        if (fails) throw new AppError(fails);
        return silent ? new Promise(() => undefined) : { userId: reader, approvals: list };
      },
      'approvals.read': () => {
        if (!ended) throw new AppError('offline');
        return ended;
      },
      'approvals.answer': ({ answer, line, approvalId }) => {
        if (typeof answered === 'string') throw new AppError(answered);
        list = list.filter((a) => a.id !== approvalId);
        const by = { answeredBy: 'Sunita Sharma', answer: line };
        return answered ?? { counted: true, approval: makeApproval({ state: answer, ...by }) };
      },
    },
  );
  render(
    <PageProviders
      host={{ ...background.host, kind: 'page' }}
      onCrash={(e) => {
        throw e;
      }}
    >
      <ApprovalsApp />
    </PageProviders>,
  );
  const fail = (code: AppErrorCode | null) => {
    fails = code;
  };
  const set = (next: WaitingApproval[]) => {
    list = next;
  };
  /** Somebody else at the same desk, of whom the store has said nothing yet. */
  const signInAs = (id: string) => {
    reader = id;
    user = { ...user, id };
    silent = true;
    background.set({});
  };
  return { background, fail, set, signInAs, user: userEvent.setup({ delay: null }) };
}

const item = () => screen.findByRole('listitem', { name: /asks/ });
/** What has only just come takes no answer. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 800));

describe('a question that waits', () => {
  it('says who asks, for whom, what, how much, why, and how long yet', async () => {
    show();
    const card = await item();
    for (const part of [
      'Rosa Lind asks',
      'team North',
      'Marta Kowalczyk · #202',
      'Old price for three months €60',
      'Three months wrong',
      'It waits for you.',
    ])
      expect(card).toHaveTextContent(part);
    expect(within(card).getByRole('timer')).toHaveTextContent(/^\d+ s$/);
  });

  it('says what it takes to decide: how they stand, what is open, what was given, how far over it is', async () => {
    show();
    const card = await item();
    const rows = within(card)
      .getAllByRole('term')
      .map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);
    expect(rows).toEqual([
      'Customer: Marta Kowalczyk · #202At riskGold',
      'To give: Old price for three months €60',
      'Limit: €25 over: €35 of €50 left in a callNot counting what isn’t saved yet of this call',
      'Why: Three months wrong',
      'Open: Complaint open · 2 promises broken · 1 promise due',
      'Given before: €18 in 90 daysRefund the wrong charge €18, Sat 14 Nov',
    ]);
    expect(card.querySelector('.risk-badge')).toHaveAttribute('data-level', 'at-risk');
    expect(await axeFaults()).toEqual([]);
  });

  it.each<[string, Partial<ApprovalFacts>, string]>([
    [
      'nothing open',
      { complaintOpen: false, promises: { due: 0, broken: 0 } },
      'No complaint, nothing promised',
    ],
    ['nothing given', { given: { minor: 0, days: 30, last: [] } }, 'Nothing in 30 days'],
    ['nobody’s level', { level: 'unknown', tier: null }, 'Unknown'],
    [
      'the rep’s day the narrowest',
      { room: { left: 0, of: 30_000, by: 'day' } },
      '€60 over: €0 of €300 left to the rep today',
    ],
    [
      'the customer’s limit the narrowest',
      { room: { left: 100, of: 10_000, by: 'customer' } },
      '€59 over: €1 of €100 left for this customer',
    ],
    ['room by now', { room: { left: 6000, of: 9000, by: 'call' } }, 'to the rep: €60Not counting what isn’t'],
  ])('about somebody with %s', async (_, part, words) => {
    show({ waiting: [makeWaiting({ facts: makeFacts(part) })] });
    expect(await item()).toHaveTextContent(words);
  });

  it('of an older store says what it says, and guesses nothing', async () => {
    show({ waiting: [makeWaiting({ facts: null })] });
    const terms = within(await item()).getAllByRole('term');
    expect(terms.map((term) => term.textContent)).toEqual(['Customer', 'To give', 'Why']);
  });

  it.each<[string, Partial<WaitingApproval>, string]>([
    ['without a name', { customerName: '' }, '#202'],
    ['without a number', { cardNumber: null }, 'Marta Kowalczyk'],
    ['without either', { customerName: '', cardNumber: null }, 'not in the customer list yet'],
    ['with a name from right to left', { customerName: 'مريم عبد الله' }, 'مريم عبد الله · #202'],
  ])('about somebody %s', async (_, part, words) => {
    show({ waiting: [makeWaiting(part)] });
    expect(await item()).toHaveTextContent(words);
  });

  it('that has gone on to the next may still be answered', async () => {
    show({ waiting: [makeWaiting({}, 61)] });
    expect(await item()).toHaveTextContent('It waits for Zoe Lund now. You may still answer.');
  });
});

describe('a question that is over while the pointer is on it', () => {
  it.each<[string, Approval | undefined, string]>([
    ['was granted', makeApproval({ state: 'granted', answeredBy: 'Zoe Lund' }), 'Granted by Zoe Lund.'],
    [
      'was refused',
      makeApproval({ state: 'refused', answeredBy: 'Zoe Lund', answer: 'Not without the bill' }),
      'Refused by Zoe Lund: “Not without the bill”.',
    ],
    ['was taken back', makeApproval({ state: 'withdrawn' }), 'The rep took it back.'],
    ['was answered by nobody', makeApproval({ state: 'unanswered' }), 'The rep may offer something else.'],
    ['the store can’t be asked about', undefined, 'This question is over.'],
  ])('says how it ended: %s', async (_, ended, words) => {
    const { set, background } = show({ ...(ended && { ended }) });
    await item();
    fireEvent.pointerEnter(screen.getByRole('list'));
    set([]);
    await waitFor(async () => expect(await item()).toHaveTextContent(words), { timeout: 5000 });
    expect(background.inputsOf('approvals.read')[0]).toEqual({
      userId: 'sunita',
      approvalId: makeApproval().id,
    });
  });
});

describe('answering', () => {
  it.each([
    ['Grant', 'granted', 'You granted Old price for three months €60. Rosa Lind sees it now.'],
    ['Refuse', 'refused', 'You refused Old price for three months €60. Rosa Lind sees it now.'],
  ])('%s by keyboard, with a line', async (name, answer, words) => {
    const { background, signInAs, user } = show();
    await item();
    await settled();
    const line = screen.getByRole('textbox', { name: 'A line to the rep' });
    line.focus();
    await user.keyboard('Once.');
    await user.tab();
    if (name === 'Refuse') await user.tab();
    expect(document.activeElement).toHaveTextContent(name);
    await user.keyboard('{Enter}');
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(background.inputsOf('approvals.answer')).toEqual([
      { userId: 'sunita', approvalId: makeApproval().id, answer, line: 'Once.' },
    ]);
    // What was answered is gone, and the keyboard isn't lost with it.
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Nobody waits for you.'));
    signInAs('abel');
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  });

  it.each<[string, ApprovalAnswered | AppErrorCode, string]>([
    [
      'another granted it first',
      { counted: false, approval: makeApproval({ state: 'granted', answeredBy: 'Zoe Lund' }) },
      'Zoe Lund had granted it already. Your answer doesn’t count.',
    ],
    [
      'another refused it first',
      { counted: false, approval: makeApproval({ state: 'refused', answeredBy: 'Zoe Lund' }) },
      'Zoe Lund had refused it already. Your answer doesn’t count.',
    ],
    [
      'the rep took it back',
      { counted: false, approval: makeApproval({ state: 'withdrawn' }) },
      'The rep had taken it back. Your answer doesn’t count.',
    ],
    [
      'it is too late',
      { counted: false, approval: makeApproval({ state: 'unanswered' }) },
      'The time was over: the rep may offer something else.',
    ],
    ['it is gone', 'not-found', 'That question isn’t there any more. Nothing was answered.'],
    [
      'somebody else has signed in',
      'identity-changed',
      'Somebody else is signed in by now. Nothing was answered.',
    ],
    ['the store is out of reach', 'offline', 'Your answer wasn’t sent. Try again.'],
  ])('says plainly that it doesn’t count where %s', async (_, answered, words) => {
    const { user } = show({ answered });
    await item();
    await settled();
    await user.click(screen.getByRole('button', { name: /^Grant/ }));
    expect(await screen.findByText(words, { exact: false })).toBeInTheDocument();
  });
});

describe('the page', () => {
  it('says that nobody waits, and shows by itself who comes', async () => {
    const { set } = show({ waiting: [] });
    expect(await screen.findByText('Nobody waits for you.')).toBeInTheDocument();
    set([makeWaiting()]);
    expect(await screen.findByText('1 question waits for you.', {}, { timeout: 20_000 })).toBeInTheDocument();
  });

  it('out of reach keeps what it knew, with its time, and takes no answer', async () => {
    const { fail } = show();
    await item();
    fail('offline');
    const alert = await screen.findByRole('alert', {}, { timeout: 20_000 });
    expect(alert).toHaveTextContent(
      /^The store can’t be reached\. This is what waited at \d\d:\d\d; answers can’t be sent now\.$/,
    );
    expect(screen.getByRole('button', { name: /^Grant/ })).toBeDisabled();
    fail(null);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull(), { timeout: 20_000 });
    expect(screen.getByRole('button', { name: /^Grant/ })).toBeEnabled();
  });

  it('says what else went wrong', async () => {
    const { fail, background } = show({ waiting: [] });
    fail('session-expired');
    expect(await screen.findByText(/Your sign-in has run out/, {}, { timeout: 20_000 })).toBeInTheDocument();
    expect(background.inputsOf('approvals.answer')).toEqual([]);
  });

  it.each<Role>(['rep', 'executive'])('is not for a %s, and asks for nothing in their name', async (role) => {
    const { background } = show({ role });
    expect(await screen.findByText(/Approvals are for supervisors and administrators/)).toBeInTheDocument();
    expect(background.inputsOf('approvals.list')).toEqual([]);
  });

  it('shows the next one who signs in nothing of what waited for the last', async () => {
    const { signInAs } = show();
    await item();
    signInAs('abel');
    await waitFor(() => expect(screen.queryByRole('listitem', { name: /asks/ })).toBeNull());
  });

  it('lets somebody sign in', async () => {
    const { user } = show({ role: null });
    expect(await screen.findByText('Nobody is signed in here.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await item();
  });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import { createFakeBackground } from './support/fake-background';
import { makeColleagues, makeGiven, makeHandover } from './support/make-handover';
import { makeCall, makeContent, makeSync } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const call = makeCall({ content: makeContent({ caller: 'customer', summary: 'billed twice' }), rev: 5 });
const locked = makeHandover({ ask: null, content: null });
const card = (name: string | RegExp) => screen.findByRole('region', { name });

async function openSheet(background: ReturnType<typeof createFakeBackground>) {
  const { user } = showSidebar(background);
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Hand over…' }));
  return { user, sheet: within(await screen.findByRole('alertdialog')) };
}

describe('handing a call over', () => {
  it('goes to the rep’s own team by one tap, after the last words are on disk', async () => {
    const background = createFakeBackground({ call }, { 'handover.give': () => ({}) });
    const { user, sheet } = await openSheet(background);
    await user.type(sheet.getByRole('textbox', { name: 'What should they do?' }), 'Ring them');
    await user.click(sheet.getByRole('button', { name: 'Hand over' }));
    expect(
      await screen.findByText('Note on Marta Kowalczyk handed over to My team, North.'),
    ).toBeInTheDocument();
    const asked = { to: { kind: 'team' }, toName: 'My team, North', ask: 'Ring them', onLine: false };
    expect(background.inputsOf('handover.give')).toEqual([{ noteId: call.noteId, rev: 5, ...asked }]);
  });

  it('goes to a colleague found by a few letters, by keys alone, and says that they hold the line', async () => {
    const background = createFakeBackground({ call }, { 'handover.give': () => ({}) });
    const { user, sheet } = await openSheet(background);
    expect(sheet.getByRole('searchbox', { name: 'Search colleagues' })).toHaveFocus();
    await user.keyboard('ines{ArrowDown}{Enter}');
    await user.click(sheet.getByRole('checkbox', { name: /Still on the line/ }));
    expect(sheet.getByText(/so your colleague reads this at once/)).toBeInTheDocument();
    await user.click(sheet.getByRole('button', { name: 'Hand over' }));
    await waitFor(() =>
      expect(background.inputsOf('handover.give')).toMatchObject([
        { to: { kind: 'colleague', userId: 'u3' }, toName: 'Ines Duarte', onLine: true },
      ]),
    );
  });

  it('says that it waits where the store can’t be reached, and still reaches the team', async () => {
    const background = createFakeBackground(
      { call, sync: makeSync({ online: false }) },
      { 'handover.give': () => ({}), 'colleagues.list': () => ({ colleagues: null }) },
    );
    const { sheet } = await openSheet(background);
    expect(sheet.getByText(/nobody can take it before/)).toBeInTheDocument();
    expect(sheet.getByText(/Your team can take it all the same/)).toBeInTheDocument();
    expect(sheet.getByRole('option', { name: /My team/ })).toBeInTheDocument();
  });

  it('keeps the note where it fails', async () => {
    const background = createFakeBackground(
      { call },
      {
        'handover.give': () => {
          throw new AppError('storage-failed');
        },
      },
    );
    const { user, sheet } = await openSheet(background);
    await user.click(sheet.getByRole('button', { name: 'Hand over' }));
    await waitFor(() => expect(background.inputsOf('handover.give')).toHaveLength(1));
    await user.click(sheet.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveValue('billed twice');
  });

  it('lists a thousand colleagues by name, the own team first', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => ({
      id: `x${n}`,
      name: `Person ${n}`,
      team: 'South',
    }));
    const own = makeColleagues().colleagues;
    const background = createFakeBackground(
      { call },
      { 'colleagues.list': () => ({ colleagues: { team: 'North', colleagues: [...many, ...own] } }) },
    );
    const { sheet } = await openSheet(background);
    const names = sheet
      .getAllByRole('option')
      .slice(0, 3)
      .map((o) => o.textContent);
    expect(names).toEqual(['My team, North', 'Tom OkaforNorth', 'Person 0South']);
  });

  it.each([
    ['no call', {}],
    ['a note that is nobody’s', { call: makeCall({ customer: { cardNumber: null, identifiers: [] } }) }],
    ['an edit', { call: makeCall({ editing: { original: makeContent() } }) }],
  ])('isn’t offered for %s', async (_name, view) => {
    const { user } = showSidebar(createFakeBackground(view));
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await screen.findByRole('menu');
    expect(screen.queryByRole('menuitem', { name: 'Hand over…' })).toBeNull();
  });
});

describe('what a colleague hands over', () => {
  it('says who and when, and not a word of it, before the caller is verified', async () => {
    const background = createFakeBackground({}, { 'handover.list': () => ({ handovers: [locked] }) });
    showSidebar(background);
    const shown = within(await card('Ana Sousa hands over'));
    expect(shown.getByText('What was said shows once the caller is verified.')).toBeInTheDocument();
    expect(shown.getByText('Ana Sousa verified the caller. Ask them again.')).toBeInTheDocument();
    expect(shown.queryByRole('button')).toBeNull();
    expect(background.inputsOf('handover.list')[0]).toEqual({ caller: 'unverified' });
  });

  it('asks again once the rep has verified the caller, and is read and taken', async () => {
    const background = createFakeBackground(
      {},
      {
        'handover.list': ({ caller }) => ({ handovers: [caller === 'customer' ? makeHandover() : locked] }),
        'handover.take': () => ({}),
      },
    );
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'Verified' }));
    const shown = within(await card('Ana Sousa hands over'));
    expect(await shown.findByText('Please check whether the refund went out')).toBeInTheDocument();
    for (const said of [
      'Billed twice or wrongly',
      'Refund the wrong charge: accepted',
      'Refund of €18, by Fri 27 Nov, Ana Sousa',
      'Complaint',
      'angry',
    ])
      expect(shown.getByText(said)).toBeInTheDocument();
    expect(shown.getByText(/has the bank statement/)).toBeInTheDocument();
    await user.click(shown.getByRole('button', { name: 'Take over from Ana Sousa' }));
    const [first] = background.inputsOf('handover.take');
    expect(first).toEqual({ handoverId: makeHandover().handoverId });
    const order = background.asked.map((a) => a.method);
    expect(order.indexOf('draft.write')).toBeLessThan(order.indexOf('handover.take'));
  });

  it('is there at once while its giver holds the line, though nothing else of the account is', async () => {
    const live = makeHandover({ onLine: true });
    showSidebar(createFakeBackground({}, { 'handover.list': () => ({ handovers: [live] }) }));
    expect(await screen.findByText('Please check whether the refund went out')).toBeInTheDocument();
    expect(screen.getByText('Not verified')).toBeInTheDocument();
    expect(screen.queryByText(/Already told us/)).toBeNull();
  });

  it('says that its giver verified the caller after it was taken, too, until this rep has', async () => {
    const taken = makeCall({ begunBy: 'Ana Sousa', askAgain: 'handed-over' });
    const { user } = showSidebar(createFakeBackground({ call: taken }));
    const said = 'Ana Sousa verified the caller. Ask them again.';
    const check = within(await screen.findByRole('group', { name: 'Caller' }));
    expect(check.getByText(said)).toBeInTheDocument();
    await user.click(check.getByRole('button', { name: 'Verified' }));
    await waitFor(() => expect(screen.queryByText(said)).toBeNull());
  });

  it('stands above all else there is to read', async () => {
    const { container } = showSidebar(
      createFakeBackground({}, { 'handover.list': () => ({ handovers: [makeHandover({ onLine: true })] }) }),
    );
    await card('Ana Sousa hands over');
    expect(container.querySelector('.sidebar-read > :first-child')).toHaveTextContent('Ana Sousa hands over');
  });

  it('is the giver’s own to take back, and one that was taken to go on with', async () => {
    const mine = makeHandover({ mine: true });
    const taken = makeHandover({ handoverId: '019ab000-0000-7000-8000-0000000000d9', taken: true });
    const background = createFakeBackground(
      {},
      { 'handover.list': () => ({ handovers: [mine, taken] }), 'handover.takeBack': () => ({}) },
    );
    const { user } = showSidebar(background);
    const own = within(await card('You hand this over to North'));
    await user.click(own.getByRole('button', { name: 'Take back' }));
    expect(background.inputsOf('handover.takeBack')).toEqual([{ handoverId: mine.handoverId }]);
    expect(
      within(await card('You took this before')).getByRole('button', { name: 'Go on' }),
    ).toBeInTheDocument();
  });

  it('says so where another was quicker', async () => {
    const background = createFakeBackground(
      {},
      {
        'handover.list': () => ({ handovers: [makeHandover({ onLine: true })] }),
        'handover.take': () => {
          throw new AppError('not-found');
        },
      },
    );
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'Take over from Ana Sousa' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('That isn’t there any more');
  });

  it('shows nothing while it can’t be told, and never keeps the rep from the rest', async () => {
    const background = createFakeBackground(
      {},
      {
        'handover.list': () => {
          throw new AppError('offline');
        },
      },
    );
    showSidebar(background);
    expect(await screen.findByRole('textbox', { name: 'Summary' })).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says in the call who began the note', async () => {
    const begun = { begunBy: 'Ana Sousa', asked: 'Please book the refund' };
    showSidebar(createFakeBackground({ call: makeCall(begun) }));
    expect(await screen.findByText('Begun by Ana Sousa')).toBeInTheDocument();
    expect(screen.getByText('Please book the refund')).toBeInTheDocument();
  });
});

describe('what the rep handed over', () => {
  it.each([
    ['unsent', /nobody can take it before the store can be reached/, 'Take back the note on Marta Kowalczyk'],
    ['refused', /it is safe on this computer/, 'Take back the note on Marta Kowalczyk'],
    ['waiting', /waits to be taken/, 'Take back the note on Marta Kowalczyk'],
    ['taken', /Tom Okafor took it/, 'OK: note on Marta Kowalczyk'],
  ] as const)('is listed: %s', async (state, said, button) => {
    const takenBy = state === 'taken' ? 'Tom Okafor' : null;
    const background = createFakeBackground(
      {},
      {
        'handover.given': () => ({ given: [makeGiven({ state, takenBy })] }),
        'handover.takeBack': () => ({}),
        'handover.close': () => ({}),
      },
    );
    const { user } = showSidebar(background);
    const list = within(await card('Handed over'));
    expect(list.getByText(said)).toBeInTheDocument();
    await user.click(list.getByRole('button', { name: button }));
    const asked = background.inputsOf(state === 'taken' ? 'handover.close' : 'handover.takeBack');
    expect(asked).toEqual([{ handoverId: makeGiven().handoverId }]);
  });

  it('stands there once, beside its customer, until somebody has taken it', async () => {
    let given = [makeGiven()];
    const mine = makeHandover({ handoverId: makeGiven().handoverId, mine: true });
    const background = createFakeBackground(
      {},
      { 'handover.given': () => ({ given }), 'handover.list': () => ({ handovers: [mine] }) },
    );
    showSidebar(background);
    const own = await card('You hand this over to North');
    expect(own).toHaveTextContent('waits to be taken');
    await waitFor(() => expect(background.inputsOf('handover.given')).toHaveLength(1));
    expect(screen.queryByRole('region', { name: 'Handed over' })).toBeNull();
    given = [makeGiven({ state: 'taken', takenBy: 'Tom Okafor' })];
    act(() => background.set({}));
    expect(await card('Handed over')).toHaveTextContent('Tom Okafor took it');
    expect(screen.queryByRole('region', { name: 'You hand this over to North' })).toBeNull();
  });

  it('comes and goes with the view', async () => {
    let given = [makeGiven()];
    const background = createFakeBackground({}, { 'handover.given': () => ({ given }) });
    showSidebar(background);
    await card('Handed over');
    given = [];
    act(() => background.set({}));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Handed over' })).toBeNull());
  });
});

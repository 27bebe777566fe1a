import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OutreachView } from '@/lib/messaging/outreach-methods';
import { AppError, type AppErrorCode } from '@/lib/platform/app-error';
import type { VisibleGuard } from '@/lib/ui/visible-guard';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeCard } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

type One = Extract<OutreachView, { state: 'one' }>;

const marta: One = {
  state: 'one',
  entry: {
    ...{ number: 202, outreachId: '019ab000-0000-7000-8000-0000000000e1', name: 'Marta Kowalczyk' },
    phones: [{ shown: '+44 1632 960202', value: '+441632960202' }],
    why: { score: 4, at: '2026-11-10T09:00:00.000Z', about: 'First payment' },
    ...{ attempts: 0, wished: false },
    claimedUntil: '2026-11-22T13:13:00.000Z',
    callUntil: '2026-11-22T20:00:00.000Z',
  },
  card: makeCard(),
  noteId: null,
  told: null,
};

/** A background that has this list, and begins calls from it. */
function world(
  first: OutreachView,
  { mayCall = true, fails = null as AppErrorCode | null, refused = 0 } = {},
) {
  let list: OutreachView = { state: 'idle' };
  const background = createFakeBackground(
    { page: { state: 'nobody' } },
    {
      'outreach.state': () => list,
      'outreach.next': () => {
        if (fails) throw new AppError(fails);
        list = first;
        return list;
      },
      'outreach.begin': ({ noteId }) => {
        if (!mayCall) {
          list = { state: 'idle' };
          return { begun: false };
        }
        list = { ...marta, noteId };
        const { name } = marta.entry;
        const customer = { cardNumber: 202, identifiers: [] };
        background.set({
          call: makeCall({ noteId, name, customer, direction: 'outreach', pageDiffers: true }),
        });
        return { begun: true };
      },
      'outreach.result': ({ outcome, callBackAt }) => {
        if (list.state === 'one')
          list = { ...list, told: { outcome, heard: true, nextAt: callBackAt ?? null } };
        return {};
      },
      'outreach.refused': () => ({ refused }),
      'outreach.putAway': () => {
        refused = 0;
        return {};
      },
      'outreach.giveBack': () => {
        list = { state: 'idle' };
        return {};
      },
    },
  );
  const set = (next: OutreachView) => {
    list = next;
  };
  return { background, set };
}

async function open(user: ReturnType<typeof showSidebar>['user']) {
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Outreach: who to call' }));
  return within(await screen.findByRole('dialog', { name: 'Who to call' }));
}

describe('the list of whom to call', () => {
  it('says who, by which number, why in plain words, until when, and nothing of anybody’s numbers', async () => {
    const { user } = showSidebar(world(marta).background);
    const sheet = await open(user);
    for (const text of [
      'Marta Kowalczyk',
      '+44 1632 960202',
      'They gave us 4 of 10, about “First payment” (12 days ago). Nobody has spoken with them since.',
      'Month-to-month, 3 contacts in 90 days, a broken promise.',
    ])
      expect(await sheet.findByText(text)).toBeInTheDocument();
    expect(sheet.getByText(/May be called until \d\d:\d\d today/)).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent(/detractor|calls today|your calls|rank/i);
  });

  it.each<[string, OutreachView, RegExp]>([
    [
      'hours',
      { state: 'none', why: 'hours', at: '2026-11-23T09:00:00.000Z' },
      /outside calling hours. They begin \d\d:\d\d tomorrow/,
    ],
    [
      'later',
      { state: 'none', why: 'later', at: '2026-11-25T09:00:00.000Z' },
      /The next one is due \d\d:\d\d on Wed,? 25 Nov/,
    ],
    [
      'pace',
      { state: 'none', why: 'pace', at: '2026-11-22T14:00:00.000Z' },
      /as many customers as can be called in an hour. The next one is there \d\d:\d\d/,
    ],
    ['empty', { state: 'none', why: 'empty', at: null }, /^Nobody to call now.$/],
    ['offline', { state: 'offline' }, /The store can’t be reached, and the list is nowhere else/],
  ])('with nobody (%s) it says why, and can look again', async (_why, view, text) => {
    const { background } = world(view);
    const { user } = showSidebar(background);
    const sheet = await open(user);
    expect(await sheet.findByText(text)).toBeInTheDocument();
    await user.click(sheet.getByRole('button', { name: 'Look again' }));
    expect(background.inputsOf('outreach.next')).toHaveLength(2);
  });

  it.each([
    ['not-allowed', 'Your sign-in doesn’t allow calling from this list.'],
    ['server-error', 'The list can’t be shown now. Nothing is lost.'],
  ] as const)('an error (%s) is said where the rep looks', async (fails, text) => {
    const { user } = showSidebar(world(marta, { fails }).background);
    expect(await (await open(user)).findByText(text)).toBeInTheDocument();
  });

  it('shows that it asks', async () => {
    const background = createFakeBackground({}, { 'outreach.next': () => new Promise(() => undefined) });
    const { user } = showSidebar(background);
    expect(await (await open(user)).findByText('Asking the store who is next…')).toBeInTheDocument();
  });

  it('says of one who was called before, and of one who asked for it', async () => {
    const entry = { ...marta.entry, attempts: 2, wished: true, why: null, name: '' };
    const { user } = showSidebar(world({ ...marta, entry, card: null }).background);
    const sheet = await open(user);
    for (const text of ['#202', 'They asked to be called back about now.', 'Called 2 times before.'])
      expect(await sheet.findByText(text)).toBeInTheDocument();
  });

  it('can give somebody back', async () => {
    const { background } = world(marta);
    const { user } = showSidebar(background);
    const sheet = await open(user);
    await user.click(await sheet.findByRole('button', { name: 'Give back' }));
    expect(background.inputsOf('outreach.giveBack')).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('somebody who may not be called any more is said to be so', async () => {
    const { user } = showSidebar(world(marta, { mayCall: false }).background);
    const sheet = await open(user);
    await user.click(await sheet.findByRole('button', { name: 'Start the call' }));
    expect(await sheet.findByText(/They may not be called any more/)).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Outreach call' })).toBeNull();
  });
});

describe('a call from the list', () => {
  async function called(first: OutreachView = marta) {
    const made = world(first);
    const shown = showSidebar(made.background);
    const sheet = await open(shown.user);
    await shown.user.click(await sheet.findByRole('button', { name: 'Start the call' }));
    return { ...made, ...shown, bar: within(await screen.findByRole('region', { name: 'Outreach call' })) };
  }

  it('begins a note of a call that goes out, with the number beside it and nothing of the account', async () => {
    const { bar } = await called();
    expect(await screen.findByRole('heading', { name: 'Marta Kowalczyk' })).toBeInTheDocument();
    expect(bar.getByText('+44 1632 960202')).toBeInTheDocument();
    expect(screen.getByText('Not verified')).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent(/gave us 4|month-to-month/i);
  });

  it.each([
    ['Reached', 'reached', 'Reached. They are off the list.'],
    ['Didn’t want to talk', 'refused', 'Didn’t want to talk. They are off the list.'],
    ['Nobody answered', 'not-reached', 'Nobody answered three times. They are off the list as not reached.'],
  ] as const)('“%s” is one tap, and then there is the next', async (name, outcome, text) => {
    const { background, user, bar } = await called();
    await user.click(bar.getByRole('button', { name }));
    expect(background.inputsOf('outreach.result')).toEqual([{ outcome, callBackAt: null }]);
    expect(await bar.findByText(text)).toBeInTheDocument();
    await user.click(bar.getByRole('button', { name: 'Next customer' }));
    expect(await screen.findByRole('dialog', { name: 'Who to call' })).toBeInTheDocument();
  });

  it('to be called back has a day and an hour, and none that is over or far away', async () => {
    const { background, user, bar } = await called();
    await user.click(bar.getByRole('button', { name: 'Call back…' }));
    const day = bar.getByLabelText('Call back on');
    await user.clear(day);
    await user.type(day, '2020-01-01');
    expect(bar.getByRole('button', { name: 'Set' })).toBeDisabled();
    expect(bar.getByText('That is over already.')).toBeInTheDocument();
    await user.clear(day);
    await user.type(day, '2099-01-05');
    expect(bar.getByRole('button', { name: 'Set' })).toBeDisabled();
    expect(bar.getByText(/^Not more than 90 days ahead/)).toBeInTheDocument();
    await user.clear(day);
    await user.type(day, '2027-01-05');
    await user.click(bar.getByRole('button', { name: 'Set' }));
    const at = new Date('2027-01-05T10:00').toISOString();
    expect(background.inputsOf('outreach.result')).toEqual([{ outcome: 'call-back', callBackAt: at }]);
    expect(await bar.findByText(/^To be called back .*2027, perhaps by somebody else.$/)).toBeInTheDocument();
  });

  it('without a network the result is noted here', async () => {
    const { background, set, bar, user } = await called();
    await user.click(bar.getByRole('button', { name: 'Reached' }));
    const { noteId = null } = background.view().call ?? {};
    set({ ...marta, noteId, told: { outcome: 'reached', heard: false, nextAt: null } });
    background.set({});
    expect(
      await bar.findByText('Noted on this computer. It goes to the store by itself.'),
    ).toBeInTheDocument();
  });

  it('whose note was wrapped up can still be said how it went', async () => {
    const { background, user, bar } = await called();
    background.set({ call: null });
    await user.click(bar.getByRole('button', { name: 'Reached' }));
    expect(background.inputsOf('outreach.result')).toHaveLength(1);
  });

  it('a page that lies over Heed tells no result', async () => {
    const covered: VisibleGuard = { elsewhere: false, watch: () => () => undefined, sight: () => 'covered' };
    const made = world({ ...marta, noteId: '019ab000-0000-7000-8000-0000000000f1' });
    const { user } = showSidebar(made.background, { guard: covered });
    const sheet = await open(user);
    await user.click(await sheet.findByRole('button', { name: 'Reached' }));
    expect(await sheet.findByText(/Nothing was done/)).toBeInTheDocument();
    expect(made.background.inputsOf('outreach.result')).toEqual([]);
  });
});

describe('a result that came too late', () => {
  function late(first: OutreachView = marta) {
    const made = world(first, { refused: 2 });
    return { ...made, ...showSidebar(made.background) };
  }

  it('is said where the rep works, with what to do, until they have read it', async () => {
    const { background, user } = late();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/What 2 calls came to reached the store too late/);
    expect(alert).toHaveTextContent(/Your notes are kept\.\s*Go on with the next customer/);
    await user.click(within(alert).getByRole('button', { name: 'I’ve read it' }));
    expect(background.inputsOf('outreach.putAway')).toHaveLength(1);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('is said on the list, which goes on from there', async () => {
    const { background, set, user } = late({ state: 'none', why: 'empty', at: null });
    const sheet = await open(user);
    set(marta);
    expect(await sheet.findByText(/reached the store too late/)).toBeInTheDocument();
    await user.click(sheet.getByRole('button', { name: 'Next customer' }));
    expect(background.inputsOf('outreach.putAway')).toHaveLength(1);
    await waitFor(() => expect(background.inputsOf('outreach.next')).toHaveLength(2));
  });
});

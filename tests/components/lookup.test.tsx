import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { PageProviders } from '@/entrypoints/options/page-providers';
import { LookupApp } from '@/entrypoints/popup/app';
import type { LookupAnswer, LookupView } from '@/lib/messaging/lookup-methods';
import { AppError } from '@/lib/platform/app-error';
import { createFakeBackground } from './support/fake-background';
import { makeRing, okCard } from './support/make-view';

const calm: LookupView = {
  ...{ account: 'signed-in', unlocked: true, coming: false, unsent: 0, call: null, rings: [] },
};
const { id: _, at: __, ...shown } = makeRing({ via: 'typed', from: '', said: '0711 5550 202' });
const one: LookupAnswer = { state: 'read', ...shown };
const nobody: LookupAnswer = { ...one, why: 'nobody', candidates: [] };

/** The popup over a background in memory; `order` is what it did, in order. */
function showPopup(
  view: Partial<LookupView> = {},
  answer: LookupAnswer = one,
  begin?: () => never,
  waiting = 0,
) {
  const order: string[] = [];
  let now = { ...calm, ...view };
  const background = createFakeBackground(
    {},
    {
      'lookup.view': () => now,
      'approvals.count': () => ({ waiting }),
      'approvals.open': () => ({}),
      'lookup.find': () => answer,
      'lookup.begin': () => {
        order.push('begin');
        return begin?.() ?? {};
      },
      'ring.choose': () => {
        order.push('choose');
        return {};
      },
      'ring.dismiss': () => {
        now = { ...now, rings: [] };
        return {};
      },
    },
  );
  const host = { ...background.host, openPanel: () => void order.push('panel') };
  const done = vi.fn(() => void order.push('done'));
  render(
    <PageProviders
      host={host}
      onCrash={(error) => {
        throw error;
      }}
    >
      <LookupApp onDone={done} />
    </PageProviders>,
  );
  const user = userEvent.setup({ delay: null });
  const set = (part: Partial<LookupView>) => {
    now = { ...now, ...part };
    act(() => background.set({}));
  };
  const find = async (text: string) => {
    await user.type(await screen.findByRole('textbox', { name: 'Find a customer' }), `${text}{Enter}`);
  };
  return { background, user, order, done, set, find };
}

describe('the popup of the toolbar', () => {
  it('has the search on top, with the cursor in it', async () => {
    showPopup();
    expect(await screen.findByRole('textbox', { name: 'Find a customer' })).toHaveFocus();
  });

  it('shows whom it may mean by level, number and how they were found, not verified, and nothing of the account', async () => {
    const { background, find } = showPopup();
    await find('0711 5550 202');
    expect(background.inputsOf('lookup.find')).toEqual([{ text: '0711 5550 202' }]);
    const found = within(await screen.findByRole('region', { name: 'Who is calling?' }));
    for (const text of ['At risk', '#202', 'found by phone', 'caller not verified'])
      expect(found.getByText(text)).toBeInTheDocument();
    for (const fact of ['Gold', 'billed', 'Score', '4,', 'month', 'Promise', '95'])
      expect(document.body).not.toHaveTextContent(fact);
  });

  it('begins the call with the one who is chosen, opens the side panel with that same click, and is done', async () => {
    const { background, user, order, done, find } = showPopup();
    await find('0711 5550 202');
    await user.click(await screen.findByRole('button', { name: /This one/ }));
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(background.inputsOf('lookup.begin')).toEqual([
      { text: '0711 5550 202', noteId: expect.any(String), cardNumber: 202 },
    ]);
    expect(order).toEqual(['begin', 'panel', 'done']);
  });

  it('begins with a new caller where nobody is known by it', async () => {
    const { background, user, find } = showPopup({}, nobody);
    await find('0711 999');
    expect(await screen.findByText(/No customer is known by this/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Note it down' }));
    expect(background.inputsOf('lookup.begin')).toMatchObject([{ cardNumber: null }]);
  });

  it('stays and says so where the call couldn’t begin', async () => {
    const { user, done, find } = showPopup({}, one, () => {
      throw new AppError('identity-changed');
    });
    await find('0711 5550 202');
    await user.click(await screen.findByRole('button', { name: /This one/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Find them again');
    expect(done).not.toHaveBeenCalled();
  });

  it('opens the side panel without looking anybody up', async () => {
    const { background, user, order } = showPopup();
    await user.click(await screen.findByRole('button', { name: 'Open side panel' }));
    expect(order).toEqual(['panel', 'done']);
    expect(background.inputsOf('lookup.find')).toEqual([]);
  });

  it('names whose call would be parked by choosing', async () => {
    const { find } = showPopup({ call: 'Marta Kowalczyk' });
    await find('0711 5550 202');
    expect(await screen.findByText(/parks the call with Marta Kowalczyk/)).toBeInTheDocument();
  });

  it.each<[string, Partial<LookupView>, LookupAnswer, RegExp]>([
    ['nothing can be read in it', {}, { state: 'unreadable' }, /no phone number, e-mail address/],
    ['it was too much for a minute', {}, { state: 'paused' }, /try again in a minute/],
    ['the book is damaged', {}, { ...nobody, why: 'damaged' }, /can’t be read until Heed has fetched/],
    ['customers are on their way', { coming: true }, nobody, /still on their way/],
  ])('says in words that %s', async (_name, view, answer, said) => {
    const { find } = showPopup(view, answer);
    await find('0711 5550 202');
    expect(await screen.findByText(said)).toBeInTheDocument();
  });

  it.each<[string, Partial<LookupView>, RegExp]>([
    ['customers are locked', { unlocked: false }, /Customers are locked/],
    ['the sign-in has run out', { account: 'expired' }, /Your sign-in has run out/],
  ])('says so before anything is typed where %s, and can be signed in from', async (_name, view, said) => {
    const { background, user } = showPopup(view);
    expect(await screen.findByText(said)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(background.inputsOf('account.signIn')).toEqual([{ interactive: true }]);
  });

  it('has no field while nobody is signed in', async () => {
    showPopup({ account: 'signed-out', unlocked: false, unsent: 2 });
    expect(await screen.findByText(/2 unsent notes safe/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeInTheDocument();
  });

  it('shows who rings, also who begins to ring meanwhile, and can be answered from', async () => {
    const { background, user, order, set } = showPopup();
    await screen.findByRole('textbox');
    const ring = makeRing({
      ...{ why: 'several' },
      candidates: [
        ...makeRing().candidates,
        { card: okCard(), name: '', storeName: '', accountEnd: null, foundBy: ['phone'] },
      ],
    });
    set({ rings: [ring] });
    const rings = within(await screen.findByRole('region', { name: 'The phone rings' }));
    await user.click(rings.getByRole('button', { name: /This one: Customer 318/ }));
    expect(background.inputsOf('ring.choose')).toMatchObject([{ ringId: ring.id, cardNumber: 318 }]);
    expect(order.slice(0, 2)).toEqual(['choose', 'panel']);
  });

  it('says so where the background doesn’t answer', async () => {
    const { background, find } = showPopup();
    await screen.findByRole('textbox');
    background.fail('internal');
    await find('0711 5550 202');
    expect(await screen.findByRole('alert')).toHaveTextContent('Heed didn’t answer');
  });
});

describe('the number on the button', () => {
  it('stands in the popup too, and one click leads to the page on which it is answered', async () => {
    const { user, background, order } = showPopup({}, one, undefined, 2);
    expect(await screen.findByText(/2 reps wait for your approval/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(order).toEqual(['done']));
    expect(background.inputsOf('approvals.open')).toEqual([{}]);
  });

  it('is no word where nobody waits', async () => {
    showPopup();
    await screen.findByRole('textbox', { name: 'Find a customer' });
    expect(screen.queryByText(/wait for your approval/)).toBeNull();
  });
});

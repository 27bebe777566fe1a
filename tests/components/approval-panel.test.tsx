import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Asked } from '@/lib/messaging/approval-methods';
import { AppError } from '@/lib/platform/app-error';
import type { VisibleGuard } from '@/lib/ui/visible-guard';
import { makeApproval, makeAsked } from './support/make-approval';
import { makeContent, makeDetail, makeOffer, makeOrganisation, NOW } from './support/make-view';
import { showOffers as show, type World } from './support/show-offers';

const panel = () => screen.findByRole('region', { name: 'You may offer' });
const approval = () => screen.findByRole('region', { name: 'Approval' });
const press = (name: string | RegExp) => screen.findByRole('button', { name });
/** What a screen reader says of it by itself. */
const said = async () => within(await approval()).getByRole('status').textContent;

describe('what isn’t offered', () => {
  it.each<[string, World, RegExp]>([
    [
      'a complaint in the note',
      { content: { complaint: true } },
      /No offers made to keep them: a complaint is open\./,
    ],
    ['a complaint on the card', { card: { complaintOpen: true } }, /a complaint is open/],
    ['a dispute', { content: { dispute: true } }, /they dispute what we say they owe/],
    ['support needed', { content: { supportNeeded: true } }, /they need support/],
    ['no contact wanted', { card: { doNotContact: true } }, /they asked not to be contacted/],
    [
      'several at once',
      { content: { complaint: true, dispute: true }, card: { supportNeeded: true } },
      /a complaint is open, they dispute what we say they owe and they need support\./,
    ],
  ])('says why: %s', async (_, world, words) => {
    const { user } = show(world);
    expect(await panel()).toHaveTextContent(words);
    const more = screen.queryByRole('button', { name: 'More…' });
    if (more) await user.click(more);
    expect(screen.queryByRole('button', { name: /Old price/ })).toBeNull();
  });

  it.each<['declined' | 'accepted' | 'done', RegExp]>([
    ['declined', /Not again yet: Refund the wrong charge\. They declined it Sat 14 Nov\./],
    ['accepted', /Not again yet: Refund the wrong charge\. They accepted it Sat 14 Nov\./],
    ['done', /They accepted it Sat 14 Nov, and it is done\./],
  ])('again so soon: %s', async (state, words) => {
    const offers = [makeOffer({ state, at: '2026-11-14T10:00:00.000Z' })];
    const [first] = makeDetail().notes;
    const notes = first ? [{ ...first, content: makeContent({ offers }) }] : [];
    show({ rules: { reofferDays: 30 }, detail: { notes } });
    await waitFor(async () => expect(await panel()).toHaveTextContent(words));
    expect(screen.queryByRole('button', { name: /^Refund the wrong charge/ })).toBeNull();
  });

  it.each<[string, World, string]>([
    ['the day', { rules: { limitPerDayMinor: 10_000 }, today: 9000 }, '€10 of €100 left today'],
    [
      'the customer',
      {
        rules: { limitPerCustomerMinor: 4000 },
        detail: {
          notes: makeDetail().notes.map((n) => ({
            ...n,
            content: makeContent({ offers: [makeOffer({ state: 'done', at: NOW, amountMinor: 1000 })] }),
          })),
        },
      },
      '€20 of €40 left for this customer',
    ],
  ])('beyond the limit of %s', async (_, world, words) => {
    show(world);
    await waitFor(async () => expect(await panel()).toHaveTextContent(words));
    expect(await press(/^Old price/)).toHaveTextContent('needs approval');
  });
});

describe('a refund', () => {
  it('may be given in part, never more than there is', async () => {
    const { user, content } = show({ content: { offers: [makeOffer()] } });
    await user.click(await press('Give less…'));
    const field = screen.getByRole('textbox', { name: 'Amount' });
    await user.clear(field);
    await user.type(field, '18.01');
    expect(await press('Set')).toBeDisabled();
    expect(await panel()).toHaveTextContent('Up to €18');
    await user.clear(field);
    await user.type(field, '12,5{Enter}');
    await waitFor(() => expect(content()?.offers[0]?.amountMinor).toBe(1250));
    expect(await panel()).toHaveTextContent('€37.50 of €50 left');
  });

  it('beyond what is left may be given as far as it goes, without asking', async () => {
    const { user, content, background } = show({ content: { offers: [makeOffer({ amountMinor: 4000 })] } });
    await user.click(await press(/^Credit the days lost/));
    const field = screen.getByRole('textbox', { name: 'Amount' });
    await user.clear(field);
    await user.type(field, '10');
    await user.click(await press('Offer €10'));
    await waitFor(() =>
      expect(content()?.offers[1]).toMatchObject({
        actionCode: 'credit',
        amountMinor: 1000,
        approvalId: null,
      }),
    );
    expect(background.inputsOf('approval.ask')).toEqual([]);
  });
});

describe('asking a supervisor', () => {
  const dear = { rules: { limitMinor: 4000 } };
  it('sends what, how much and why, once there is a why', async () => {
    const { user, background } = show(dear);
    await user.click(await press(/^Old price/));
    expect(await press('Ask for approval')).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: 'Why, in one line' }), 'Nine years with us');
    await user.click(await press('Ask for approval'));
    await approval();
    expect(background.inputsOf('approval.ask')).toMatchObject([
      { actionCode: 'old-price', amountMinor: 4500, why: 'Nine years with us', noteId: expect.any(String) },
    ]);
  });

  it('needs a click that the rep could see', async () => {
    const guard: VisibleGuard = { watch: () => () => undefined, sight: () => 'covered', elsewhere: false };
    const { user, background } = show({ ...dear, guard });
    await user.click(await press(/^Old price/));
    await user.type(screen.getByRole('textbox', { name: 'Why, in one line' }), 'x');
    await user.click(await press('Ask for approval'));
    expect(await screen.findByText(/Nothing was recorded/)).toBeInTheDocument();
    expect(background.inputsOf('approval.ask')).toEqual([]);
  });

  it('says that it wasn’t asked where the store won’t take it', async () => {
    const ask = () => {
      throw new AppError('bad-input');
    };
    const { user } = show({ ...dear, ask });
    await user.click(await press(/^Old price/));
    await user.type(screen.getByRole('textbox', { name: 'Why, in one line' }), 'x');
    await user.click(await press('Ask for approval'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Heed couldn’t take this as it is.');
  });

  it('says that too many wait already where the store won’t have more', async () => {
    const ask = () => {
      throw new AppError('still-asked');
    };
    const { user } = show({ ...dear, ask });
    await user.click(await press(/^Old price/));
    await user.type(screen.getByRole('textbox', { name: 'Why, in one line' }), 'x');
    await user.click(await press('Ask for approval'));
    expect(await screen.findByRole('alert')).toHaveTextContent('You’ve asked for approval already');
  });
});

describe('the wait', () => {
  const wait = (secondsAgo: number, part: Partial<Asked> = {}) =>
    makeAsked(makeApproval({}, secondsAgo), part);

  // Asked when the test begins: the time of one that was asked when the file was read may be over by then.
  it.each<[string, () => Asked, string]>([
    ['the first', () => wait(0), 'Waiting for Sunita Sharma. Then Zoe Lund is asked.'],
    [
      'the second',
      () => wait(61),
      'Waiting for Zoe Lund. If nobody answers, you may offer something else or promise a call back.',
    ],
    [
      'the second, out of reach',
      () => wait(61, { reached: false }),
      'Waiting for Zoe Lund. If nobody answers, you may offer something else or promise a call back. The store can’t be reached right now. Heed goes on asking it.',
    ],
  ])('names whom it is with, what comes next and how long yet: %s', async (_, asked, words) => {
    show({ asked: asked() });
    expect(await said()).toBe(words);
    expect(within(await approval()).getByRole('timer')).toHaveTextContent(/^\d+ s$/);
    // The seconds are there to be looked at, never read out one by one.
    expect(within(await approval()).getByRole('timer')).toHaveAttribute('aria-live', 'off');
    expect(screen.queryByRole('button', { name: /needs approval/ })).toBeNull();
  });

  it('can be taken back', async () => {
    const { user, background } = show({ asked: wait(0) });
    await user.click(await press('Take it back'));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Approval' })).toBeNull());
    expect(background.inputsOf('approval.withdraw')).toHaveLength(1);
  });
});

describe('an answer', () => {
  const answered = (state: 'granted' | 'refused') =>
    makeAsked(makeApproval({ state, answeredBy: 'Zoe Lund', answer: 'Once.' }));

  it('yes: the offer carries it, and takes nothing from the rep’s own limit', async () => {
    const { user, content } = show({ asked: answered('granted') });
    expect(await said()).toBe('Zoe Lund says yes. “Once.”');
    await user.click(await press('Offer Old price for three months €60'));
    await waitFor(() =>
      expect(content()?.offers).toMatchObject([
        { actionCode: 'old-price', amountMinor: 6000, state: 'offered', approvalId: makeApproval().id },
      ]),
    );
    expect(screen.queryByRole('region', { name: 'Approval' })).toBeNull();
    expect(await panel()).toHaveTextContent('up to €50');
  });

  it('no: says who and why, and closes', async () => {
    const { user, background } = show({ asked: answered('refused') });
    expect(await said()).toBe('Zoe Lund says no. “Once.”');
    expect(screen.queryByRole('button', { name: /^Offer/ })).toBeNull();
    await user.click(await press('Close'));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Approval' })).toBeNull());
    expect(background.inputsOf('approval.putAway')).toHaveLength(1);
  });
});

describe('no answer', () => {
  const fallback = makeOrganisation().playbook.actions.map((a) => ({ ...a, fallback: a.code === 'credit' }));
  const rules = { actions: fallback, limitMinor: 1000 };
  it.each<[string, Asked, string]>([
    ['in time', makeAsked(makeApproval({ state: 'unanswered' })), 'Nobody answered in time.'],
    [
      'in time, and the store is out of reach',
      makeAsked(makeApproval({}, 121), { reached: false }),
      'Nobody answered in time.',
    ],
    [
      'since there is nobody',
      makeAsked(makeApproval({ state: 'unanswered', people: [] })),
      'There is no supervisor who could be asked.',
    ],
    [
      'since the store is out of reach',
      makeAsked(null, { reached: false }),
      'The store can’t be reached, so no supervisor can be asked. Your note is safe.',
    ],
  ])('%s: what is approved beforehand may be given at once', async (_, asked, words) => {
    const { user, content } = show({ asked, rules });
    expect(await said()).toBe(words);
    await user.click(await within(await approval()).findByRole('button', { name: /^Credit the days lost/ }));
    await waitFor(() =>
      expect(content()?.offers).toMatchObject([
        { actionCode: 'credit', amountMinor: 1500, approvalId: asked.approvalId },
      ]),
    );
  });

  it('a call back can be promised, which fills the note’s promise and writes over none', async () => {
    const asked = makeAsked(makeApproval({ state: 'unanswered' }));
    const { user, content } = show({ asked, rules });
    await user.click(await press('Promise a call back'));
    await waitFor(() =>
      expect(content()?.promise).toEqual({
        ...{ what: 'Call back about: Old price for three months €60', dueOn: '2026-11-23', by: 'Rosa Lind' },
      }),
    );
  });

  it('where there is a promise already, it says so', async () => {
    const promise = { what: 'Send the bill', dueOn: '2026-11-24', by: 'Rosa Lind' };
    show({ asked: makeAsked(makeApproval({ state: 'unanswered' })), rules, content: { promise } });
    expect(await approval()).toHaveTextContent('The note has a promise already: add the call back to it.');
    expect(screen.queryByRole('button', { name: 'Promise a call back' })).toBeNull();
  });

  it('out of reach, the same question can be asked again', async () => {
    const asked = makeAsked(null, { reached: false });
    const { user, background } = show({ asked, rules });
    await user.click(await press('Ask again'));
    await waitFor(async () => expect(await said()).toMatch(/^Waiting for/));
    expect(background.inputsOf('approval.ask')).toMatchObject([{ approvalId: asked.approvalId }]);
  });
});

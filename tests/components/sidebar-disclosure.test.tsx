import { cleanup, screen } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, driverCodes, riskLevels } from '@/lib/domain/card';
import type { Caller } from '@/lib/domain/note';
import { AppError } from '@/lib/platform/app-error';
import { createFakeBackground } from './support/fake-background';
import { playbook } from './support/make-playbook';
import { makeCall, makeCard, makeContent, makeDetail, makePage } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2026-11-21'), noInvalidDate: true });

/** Cards whose every fact is a word or a number found nowhere else on the screen. */
const cards: fc.Arbitrary<Card> = fc
  .record({
    level: fc.constantFrom(...riskLevels),
    score: fc.integer({ min: 0, max: 10 }),
    at: instant,
    drivers: fc.subarray([...driverCodes]),
    contacts90: fc.integer({ min: 0, max: 99 }),
    brokenPromises: fc.integer({ min: 0, max: 9 }),
    flags: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  })
  .map(({ level, score, at, drivers, contacts90, brokenPromises, flags: [a, b, c] }) =>
    makeCard({
      ...{
        contacts90,
        brokenPromises,
        complaintOpen: a,
        supportNeeded: b,
        doNotContact: c,
        tier: 'Platinumtier',
      },
      score: { value: score, at: at.toISOString(), kind: 'relational', mode: 'web' },
      risk: {
        ...{ level, points: 77, at: at.toISOString() },
        drivers: drivers.slice(0, 6).map((code) => ({ code, points: 9 })),
      },
    }),
  );

const accountFacts =
  /Already told us|You may offer|Earlier notes|Platinumtier|[Cc]ontacts? in 90|Billed twice|Score|points|promise not|not done|broken|Case|Complaint open|Support needed|Do not contact|[Mm]onth-to-month|[Gg]ave us|Okafor|tired of telling|[Uu]p to €/;

async function screenText(caller: Caller, card: Card): Promise<string> {
  const call = makeCall({ card, content: makeContent({ caller }) });
  const background = createFakeBackground({ page: makePage({ card }), call });
  const { container } = showSidebar(background);
  try {
    await screen.findByText('Say first');
    expect(background.inputsOf('customer.detail')).toEqual([]);
    return container.textContent ?? '';
  } finally {
    cleanup();
  }
}

describe('until the caller is verified', () => {
  it.each(['unverified', 'other'] as const)(
    'nothing about the account shows to a caller who is %s',
    async (caller) => {
      await fc.assert(
        fc.asyncProperty(cards, async (card) => {
          expect(await screenText(caller, card)).not.toMatch(accountFacts);
        }),
        { numRuns: 15 },
      );
    },
  );

  it('no prompt that discloses is among those shown', async () => {
    const text = await screenText('unverified', makeCard());
    const disclosing = playbook.prompts.filter((p) => p.disclosing);
    expect(disclosing.length).toBeGreaterThan(0);
    for (const { intent, example } of disclosing) {
      expect(text).not.toContain(intent);
      expect(text).not.toContain(example);
    }
    expect(text).toContain('Let them finish');
  });

  it('prompts come first, then why the rest is closed', async () => {
    const text = await screenText('unverified', makeCard());
    expect(text.indexOf('Say first')).toBeLessThan(text.indexOf('once the caller is verified'));
  });

  it('the badge’s word is all there is', async () => {
    expect(await screenText('unverified', makeCard())).toContain('At risk');
  });
});

describe('once the caller is verified', () => {
  it.each(['customer', 'authorised'] as const)('the story shows to a caller who is %s', async (caller) => {
    const call = makeCall({ content: makeContent({ caller }) });
    showSidebar(createFakeBackground({ call }));
    const told = await screen.findByRole('region', { name: 'Already told us' });
    await screen.findAllByText(/tired of telling/);
    expect(told).toHaveTextContent('2 contacts about billing in 32 days');
    expect(told).toHaveTextContent('Refund of €18, Tue 17 Nov: not done');
    expect(told).toHaveTextContent('4 · 10 Nov, 12 days ago, down from 8');
    expect(told).toHaveTextContent('95 points, not a probability');
    expect(screen.getByText('Gold · 6 y 3 m ·', { exact: false })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'You may offer' })).toBeInTheDocument();
  });

  it('is asked for, of the number on the card alone', async () => {
    const background = createFakeBackground({
      call: makeCall({ content: makeContent({ caller: 'customer' }) }),
    });
    showSidebar(background);
    await screen.findAllByText(/tired of telling/);
    expect(background.inputsOf('customer.detail')).toEqual([{ cardNumber: 202 }]);
  });

  it('closes again when the caller turns out to be someone else', async () => {
    const { user } = showSidebar(createFakeBackground());
    await user.click(await screen.findByRole('button', { name: 'Verified' }));
    await screen.findByRole('region', { name: 'Already told us' });
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Someone else' }));
    expect(screen.queryByRole('region', { name: 'Already told us' })).toBeNull();
    expect(screen.getByText('Say nothing about the account.')).toBeInTheDocument();
  });

  it('the word detractor stands nowhere', async () => {
    const call = makeCall({ content: makeContent({ caller: 'customer' }) });
    const { container } = showSidebar(createFakeBackground({ call }));
    await screen.findAllByText(/tired of telling/);
    expect(container).not.toHaveTextContent(/detractor/i);
  });

  it('says so when their own words aren’t on this computer', async () => {
    const call = makeCall({ content: makeContent({ caller: 'customer' }) });
    showSidebar(createFakeBackground({ call }, { 'customer.detail': () => ({ state: 'offline' }) }));
    expect(await screen.findByText(/aren’t on this computer/)).toBeInTheDocument();
    expect(screen.getByText('1 promise not kept')).toBeInTheDocument();
  });

  it.each([
    ['today', 0, /^What they told us is as of \d\d:\d\d today; the store can’t be reached\.$/],
    ['yesterday', 1, /as of \d\d:\d\d yesterday; the store/],
    ['days ago', 5, /as of \d\d:\d\d on \w{3},? \d+ \w+( \d{4})?; the store/],
  ])('says how old they are when the store can’t be reached: known since %s', async (_, days, line) => {
    const asOf = new Date();
    asOf.setDate(asOf.getDate() - days);
    const kept = { state: 'ready', detail: makeDetail(), asOf: asOf.toISOString() } as const;
    const call = makeCall({ content: makeContent({ caller: 'customer' }) });
    showSidebar(createFakeBackground({ call }, { 'customer.detail': () => kept }));
    expect(await screen.findByText(line)).toBeInTheDocument();
    expect(screen.getAllByText(/tired of telling/)[0]).toBeVisible();
  });

  it('says nothing of an age when the store told them just now', async () => {
    const call = makeCall({ content: makeContent({ caller: 'customer' }) });
    showSidebar(createFakeBackground({ call }));
    await screen.findAllByText(/tired of telling/);
    expect(screen.queryByText(/store can’t be reached/)).toBeNull();
  });

  it('doesn’t blame the network when the store withholds them', async () => {
    const call = makeCall({ content: makeContent({ caller: 'customer' }) });
    const withheld = () => Promise.reject(new AppError('not-allowed'));
    showSidebar(createFakeBackground({ call }, { 'customer.detail': withheld }));
    expect(await screen.findByText(/can’t be shown now/)).toBeInTheDocument();
    expect(screen.queryByText(/store can’t be reached/)).toBeNull();
  });

  it('are taken off the screen when the store withholds them from now on', async () => {
    let allowed = true;
    const call = makeCall({ content: makeContent({ caller: 'customer' }) });
    const background = createFakeBackground(
      { call },
      {
        'customer.detail': () => {
          if (!allowed) throw new AppError('not-allowed');
          return { state: 'ready', detail: makeDetail(), asOf: null };
        },
      },
    );
    showSidebar(background);
    await screen.findAllByText(/tired of telling/);
    allowed = false;
    background.set({});
    expect(await screen.findByText(/can’t be shown now/)).toBeInTheDocument();
    expect(screen.queryAllByText(/tired of telling/)).toEqual([]);
  });

  it('are not the next rep’s to see on the same page, not even while theirs are on the way', async () => {
    const asks: number[] = [];
    const call = makeCall({ content: makeContent({ caller: 'customer' }) });
    const background = createFakeBackground(
      { call },
      {
        'customer.detail': ({ cardNumber }) => {
          asks.push(cardNumber);
          if (asks.length > 1) return new Promise(() => {});
          return { state: 'ready', detail: makeDetail(), asOf: null };
        },
      },
    );
    showSidebar(background);
    await screen.findAllByText(/tired of telling/);
    background.set({ account: { state: 'signed-in', id: 'u2', name: 'Ben Osei' } });
    await expect.poll(() => asks.length).toBeGreaterThan(1);
    await expect.poll(() => screen.queryAllByText(/tired of telling/)).toEqual([]);
  });

  it('names a promise once, the broken ones first, and three at most', async () => {
    const due = (what: string) => ({ what, dueOn: '2026-11-27', by: 'Ana', state: 'due' }) as const;
    const promises = [
      ...[due('Call back'), due('Call back'), due('New bill'), due('Engineer')],
      { what: 'Refund', dueOn: '2026-11-03', by: 'Tom', state: 'broken' } as const,
    ];
    const call = makeCall({ content: makeContent({ caller: 'customer' }) });
    const detail = makeDetail({ promises });
    showSidebar(
      createFakeBackground({ call }, { 'customer.detail': () => ({ state: 'ready', detail, asOf: null }) }),
    );
    const refund = (await screen.findByText('Refund')).closest('p');
    expect([...(refund?.parentElement?.children ?? [])].map((p) => p.textContent)).toEqual([
      'Refund, Tue 3 Nov: not done',
      'Call back, Fri 27 Nov: due',
      'New bill, Fri 27 Nov: due',
      'and 1 more',
    ]);
  });

  it('an expired score says that it is too old to go by', async () => {
    const card = makeCard({
      score: { value: 4, at: '2025-04-10T09:00:00.000Z', kind: 'relational', mode: 'web' },
    });
    const call = makeCall({ card, content: makeContent({ caller: 'customer' }) });
    showSidebar(
      createFakeBackground(
        { call },
        { 'customer.detail': () => ({ state: 'ready', detail: makeDetail({ responses: [] }), asOf: null }) },
      ),
    );
    expect(await screen.findByText(/19 months old: too old to go by/)).toBeInTheDocument();
  });
});

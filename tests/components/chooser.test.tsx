import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { createFakeBackground } from './support/fake-background';
import { makeCard, makeSync, okCard } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const coming = { customers: 1, totalCustomers: 9, bytes: 1, totalBytes: 9, secondsLeft: 9 };

describe('several customers', () => {
  const page: Extract<PageSlot, { state: 'choose' }> = {
    state: 'choose',
    key: 'k1',
    name: 'Kowalczyk',
    why: 'identifiers-disagree',
    candidates: [
      { card: makeCard(), name: '', storeName: '', accountEnd: null, foundBy: ['externalId'] },
      { card: okCard(), name: '', storeName: '', accountEnd: null, foundBy: ['email', 'phone', 'email'] },
    ],
  };

  it.each([
    ['identifiers-disagree', /leads to different customers/],
    ['shared-identifier', /Several customers share/],
    ['several-people', /names several people/],
    ['only-phone-fits', /Only the phone fits/],
  ] as const)('ask, and say why: %s', async (why, words) => {
    showSidebar(createFakeBackground({ page: { ...page, why, candidates: [] } }));
    expect(await screen.findByRole('region', { name: 'Which customer is it?' })).toHaveTextContent(words);
  });

  it('are told apart by what the page calls each of them', async () => {
    const [one, other] = page.candidates;
    if (!one || !other) throw new Error('two of them');
    const candidates = [
      { ...one, name: 'Märta Ødegård' },
      { ...other, name: '' },
    ];
    showSidebar(createFakeBackground({ page: { ...page, name: '', why: 'several-people', candidates } }));
    const items = await screen.findAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      'At risk#202found by customer numberOn the page: Märta ØdegårdThis one',
      'OK#318found by e-mail, phoneThis one',
    ]);
    expect(
      screen.getByRole('button', { name: 'This one: Customer 202 in Heed, on the page: Märta Ødegård' }),
    ).toBeInTheDocument();
  });

  it.each([
    ['another’s number', '#318'],
    ['Heed’s own words', 'Customer 318 in Heed'],
    ['signs that turn round what follows', '\u202e813#\u2067'],
    ['a label of its own', 'On the page: #318 · found by customer number'],
  ])(
    'are known by Heed’s own number, and the page’s name is said to be the page’s, where that is %s',
    async (_, called) => {
      const [one] = page.candidates;
      const candidates = one ? [{ ...one, name: called }] : [];
      showSidebar(createFakeBackground({ page: { ...page, name: `${called}, Sam`, candidates } }));
      const chooser = await screen.findByRole('region', { name: 'Which customer is it?' });
      const row = within(chooser).getByRole('listitem');
      expect(row.querySelector('.candidate-name')).toHaveTextContent(/^#202$/);
      const names = within(chooser).getAllByText((_text, element) => element?.className === 'label on-page');
      expect(names.map((name) => [name.textContent, name.querySelector('bdi')?.textContent])).toEqual([
        [`On the page: ${called}, Sam`, `${called}, Sam`],
        [`On the page: ${called}`, called],
      ]);
      expect(within(row).getByRole('button').getAttribute('aria-label')).toMatch(
        /^This one: Customer 202 in Heed, on the page: /,
      );
    },
  );

  it('are named by the store where strangers who see the screen can’t read it', async () => {
    const candidates = page.candidates.map((c, i) => ({
      ...c,
      storeName: ['Vera Vogel', 'Sam Roe'][i] ?? '',
    }));
    showSidebar(createFakeBackground({ page: { ...page, candidates } }));
    expect(await screen.findByText('Vera Vogel')).toHaveClass('sensitive');
    expect(screen.getByText('#202')).not.toHaveClass('sensitive');
    expect(
      screen.getByText(/Nothing but levels and what tells them apart shows until you choose/),
    ).toBeInTheDocument();
  });

  it('of the same name are told apart by how their account numbers end, which is not to be read out', async () => {
    const candidates = page.candidates.map((c, i) => ({
      ...c,
      storeName: 'Vera Holm',
      accountEnd: ['4711', '0815'][i] ?? '',
    }));
    showSidebar(createFakeBackground({ page: { ...page, candidates } }));
    const items = await screen.findAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      'At riskVera HolmAccount …4711#202found by customer numberThis one',
      'OKVera HolmAccount …0815#318found by e-mail, phoneThis one',
    ]);
    expect(screen.getByText('Account …4711')).toHaveClass('sensitive');
    expect(
      screen.getByText(/ask for the account number and compare how it ends. Don’t read it out/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', {
        name: 'This one: Vera Holm, account number ending in 4711, Customer 202 in Heed',
      }),
    ).toBeInTheDocument();
  });

  it('of the same name are to be found by the account number where Heed knows no such number', async () => {
    const candidates = page.candidates.map((c) => ({ ...c, storeName: 'Vera Holm', accountEnd: '' }));
    showSidebar(createFakeBackground({ page: { ...page, candidates } }));
    expect(
      await screen.findByText('To tell them apart, ask for the account number, and find them by it.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Account …/)).toBeNull();
  });

  it('whose names tell them apart are asked for no account number', async () => {
    showSidebar(createFakeBackground({ page }));
    await screen.findAllByRole('listitem');
    expect(screen.queryByText(/account number/)).toBeNull();
  });

  it('are each named once, where they are listed; whom the page names besides is said above them', async () => {
    const named = page.candidates.map((c, i) => ({ ...c, name: ['Vera Vogel', 'شرين'][i] ?? '' }));
    const both = { ...page, name: 'شرين, Vera Vogel', candidates: named };
    const background = createFakeBackground({ page: both });
    showSidebar(background);
    const chooser = await screen.findByRole('region', { name: 'Which customer is it?' });
    expect(within(chooser).getAllByText('Vera Vogel', { exact: false })).toHaveLength(1);
    act(() => background.set({ page: { ...both, name: 'Vera Vogel, شرين, Sam Stranger' } }));
    expect(await within(chooser).findByText('Vera Vogel, شرين, Sam Stranger')).toBeInTheDocument();
  });

  it('may be none of them, where only a phone fits', async () => {
    const background = createFakeBackground({ page: { ...page, why: 'only-phone-fits' } });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'Someone new' }));
    expect(background.inputsOf('page.choose')).toEqual([{ key: 'k1', cardNumber: null, shown: [202, 318] }]);
  });

  it.each([
    ['on their way', makeSync({ coming })],
    ['on their way for the first time', makeSync({ lastPullAt: null })],
    ['locked', makeSync({ unlocked: false })],
    ['in part damaged', makeSync({ damaged: true })],
  ])('can’t be said to be none of them while the customers are %s', async (_, sync) => {
    for (const why of ['only-phone-fits', 'unsure'] as const) {
      const { unmount } = showSidebar(createFakeBackground({ page: { ...page, why }, sync }));
      expect(await screen.findByText(/^Not all customers are here yet/)).toBeInTheDocument();
      expect(screen.queryByRole('button', { name: 'Someone new' })).toBeNull();
      unmount();
    }
  });

  it('can’t be said to be none of them where the cards of none of them can be read', async () => {
    showSidebar(createFakeBackground({ page: { ...page, why: 'unsure', candidates: [] } }));
    expect(await screen.findByText(/^Not all customers are here yet/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Someone new' })).toBeNull();
  });

  it('aren’t chosen by a click that something may lie over', async () => {
    const background = createFakeBackground({ page: { ...page, why: 'only-phone-fits' } });
    const guard = { watch: () => () => undefined, sight: () => 'covered' as const, elsewhere: false };
    const { user } = showSidebar(background, { guard });
    await user.click(await screen.findByRole('button', { name: 'This one: Customer 318 in Heed' }));
    await user.click(screen.getByRole('button', { name: 'Someone new' }));
    expect(screen.getByText(/Nothing was done/)).toBeInTheDocument();
    expect(background.inputsOf('page.choose')).toEqual([]);
  });

  it('are told apart by badge, number and how they were found, and by nothing that discloses', async () => {
    const background = createFakeBackground({ page });
    const { user } = showSidebar(background);
    const chooser = await screen.findByRole('region', { name: 'Which customer is it?' });
    const rows = within(chooser).getAllByRole('listitem');
    expect(rows.map((r) => r.textContent)).toEqual([
      'At risk#202found by customer numberThis one',
      'OK#318found by e-mail, phoneThis one',
    ]);
    expect(screen.queryByRole('textbox', { name: 'Summary' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'This one: Customer 318 in Heed' }));
    expect(background.inputsOf('page.choose')).toEqual([{ key: 'k1', cardNumber: 318 }]);
  });
});

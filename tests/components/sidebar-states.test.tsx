import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makePage, makeSync } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const verified = makeCall({ content: makeContent({ caller: 'customer' }), rev: 1 });

describe('nobody signed in', () => {
  it('offers to sign in, and says that unsent notes are safe', async () => {
    const background = createFakeBackground({
      account: { state: 'signed-out' },
      page: { state: 'blank' },
      sync: makeSync({ unsent: 2, unlocked: false }),
    });
    const { user } = showSidebar(background);
    expect(await screen.findByText('2 unsent notes safe on this computer.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(background.inputsOf('account.signIn')).toEqual([{ interactive: true }]);
    await expect.poll(background.storageAsked).toBe(1);
  });

  it('says why it didn’t work', async () => {
    const background = createFakeBackground(
      { account: { state: 'signed-out' }, page: { state: 'blank' } },
      {
        'account.signIn': () => {
          throw new AppError('offline');
        },
      },
    );
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The store can’t be reached.');
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  });
});

describe('while notes leave by the thousand', () => {
  it('their number falls, and nothing else is read again for it', async () => {
    const sync = makeSync({ unsent: 10_000 });
    const background = createFakeBackground({ call: verified, sync });
    showSidebar(background);
    await screen.findByRole('button', { name: /10000 unsent/ });
    await screen.findByRole('button', { name: 'Earlier notes (2), answers (1)' });
    const others = () => background.asked.filter(({ method }) => method !== 'sidebar.view').length;
    const before = others();
    for (const unsent of [9400, 8800]) {
      act(() => background.set({ sync: { ...sync, unsent } }, 'counts'));
      await screen.findByRole('button', { name: new RegExp(`${unsent} unsent`) });
    }
    expect(others()).toBe(before);
  });
});

describe('a sign-in that ran out', () => {
  it('stops nothing: the note goes on, with a way back in', async () => {
    const background = createFakeBackground({
      account: { state: 'expired', id: 'u1', name: 'Rosa Lind' },
      call: makeCall({ content: makeContent({ summary: 'half' }), rev: 1 }),
    });
    const { user } = showSidebar(background);
    expect(await screen.findByText(/sign-in has run out/)).toBeInTheDocument();
    expect(screen.getByText(/Nothing is lost: go on typing/)).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Summary' }), ' a word');
    await waitFor(() => expect(background.view().call?.content.summary).toBe('half a word'));
  });

  it('says that customers are locked after a restart, and that notes work', async () => {
    showSidebar(
      createFakeBackground({ sync: makeSync({ unlocked: false }), page: makePage({ card: null }) }),
    );
    expect(await screen.findByText(/Customers are locked/)).toBeInTheDocument();
    expect(screen.getByText(/Notes work/)).toBeInTheDocument();
  });
});

describe('nobody on the page', () => {
  it('is said quietly, with the notes that wait', async () => {
    const parked = [
      {
        noteId: '019ab000-0000-7000-8000-0000000000c1',
        ...{ name: 'Tom Baker', accountEnd: '' },
        startedAt: '2026-11-22T11:03:00.000Z',
        ...{ editing: false, heldAt: null, unfinished: true },
      },
    ];
    const background = createFakeBackground({ page: { state: 'nobody' }, parked });
    const { user } = showSidebar(background);
    expect(await screen.findByRole('heading', { name: 'No customer on this page' })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Unfinished notes' })).toHaveTextContent(
      'Tom Baker begun 2 h ago',
    );
    await user.click(screen.getByRole('button', { name: 'Resume: Tom Baker' }));
    expect(background.inputsOf('call.resume')).toEqual([{ noteId: parked[0]?.noteId }]);
  });

  it('leaves a blank page blank', async () => {
    const { container } = showSidebar(createFakeBackground({ page: { state: 'blank' } }));
    await screen.findByText('online');
    expect(container.querySelector('main')).toHaveTextContent('');
  });

  it('is put otherwise beside a tab that has nothing to do with Heed', async () => {
    const background = createFakeBackground({ page: { state: 'blank' } });
    background.host.kind = 'panel';
    showSidebar(background);
    expect(await screen.findByRole('heading', { name: 'Heed isn’t on this page' })).toBeInTheDocument();
  });
});

describe('a customer the store doesn’t know', () => {
  it('is unknown: neither good nor bad, and the note works', async () => {
    const background = createFakeBackground({ page: makePage({ card: null, name: 'Ewa Nowak' }) });
    const { user, container } = showSidebar(background);
    await screen.findByRole('heading', { name: 'Ewa Nowak' });
    expect(container.querySelector('.risk-badge')).toHaveTextContent('Unknown');
    expect(container.querySelector('.customer-header')).toHaveTextContent('Not in Heed');
    await user.click(screen.getByRole('button', { name: 'Verified' }));
    expect(
      await screen.findByText(/^Not in Heed\. It knows nothing about this customer yet/),
    ).toBeInTheDocument();
    expect(background.inputsOf('customer.detail')).toEqual([]);
  });

  it.each([
    ['while the first of them come', { online: true, lastPullAt: null }, /are on their way/],
    [
      'before the first came from a store that can’t be reached',
      { online: false, lastPullAt: null },
      /Not all customers are on this/,
    ],
    ['while they are locked', { unlocked: false }, /are locked until you sign in\. The note/],
  ])('is not said to be unknown %s', async (_, sync, text) => {
    const page = makePage({ card: null });
    const call = makeCall({ card: null, content: makeContent({ caller: 'customer' }), rev: 1 });
    showSidebar(createFakeBackground({ page, call, sync: makeSync(sync) }));
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.queryByText(/Not in Heed/)).toBeNull();
  });

  it('has no name where the page shows none', async () => {
    showSidebar(createFakeBackground({ page: makePage({ name: '' }) }));
    expect(await screen.findByRole('heading', { name: 'No name on the page' })).toBeInTheDocument();
  });
});

describe('a customer whose data here is damaged', () => {
  const damaged = /^What this computer has of this customer is damaged\. Heed gets it again/;

  it.each([
    ['before a call', {}],
    ['in a call with nobody verified', { call: makeCall({ card: null, damaged: true }) }],
    [
      'in a call with the customer',
      { call: makeCall({ card: null, damaged: true, content: makeContent({ caller: 'customer' }), rev: 1 }) },
    ],
  ])('is said to be just that %s, and not to be unknown', async (_, part) => {
    const background = createFakeBackground({ page: makePage({ card: null, damaged: true }), ...part });
    showSidebar(background, { onCollapse() {} });
    expect(await screen.findByText(damaged)).toBeInTheDocument();
    expect(screen.queryByText(/Not in Heed/)).toBeNull();
    act(() => background.set({ page: makePage(), call: null }));
    await waitFor(() => expect(screen.queryByText(damaged)).toBeNull());
  });
});

describe('notes that were deleted from this computer', () => {
  const lost = { at: '2026-11-22T12:50:00.000Z', unsent: 3 };

  it.each([
    ['signed in', {}],
    ['signed out', { account: { state: 'signed-out' }, page: { state: 'blank' } } as const],
  ])('are told to whoever is %s, until they have read it', async (_, part) => {
    const background = createFakeBackground(
      { sync: makeSync({ lost }), ...part },
      { 'storage.lostRead': () => ({}) },
    );
    const { user } = showSidebar(background);
    const said = await screen.findByRole('alert');
    expect(said).toHaveTextContent(/were deleted from this computer.*3 notes that waited to be sent/);
    await user.click(within(said).getByRole('button', { name: 'I have read this' }));
    expect(background.inputsOf('storage.lostRead')).toEqual([{}]);
    act(() => background.set({ sync: makeSync() }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});

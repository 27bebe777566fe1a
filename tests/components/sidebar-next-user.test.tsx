import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import { HostProvider } from '@/lib/ui/host';
import { useViewPushes } from '@/lib/ui/queries';
import { createQueryClient } from '@/lib/ui/query-client';
import { createSidebarStore } from '@/lib/ui/sidebar-store';
import { useOwnView } from '@/lib/ui/use-own-view';
import { type Answers, createFakeBackground, type FakeBackground } from './support/fake-background';
import { jurgen, makeCall, makeContent, makePage, makeSync } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const HERS = 'Her husband is in hospital';
const ana = { state: 'signed-in', id: 'ana', name: 'Kim Lee' } as const;
/** Another person of the same name. */
const ben = { ...ana, id: 'ben' } as const;
const nobody = { account: { state: 'signed-out' }, page: { state: 'blank' }, call: null } as const;

/** All that can be read on the screen, or heard. */
const shown = () =>
  [document.body, ...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input')]
    .map((element) => ('value' in element ? element.value : element.textContent))
    .join(' ');

const summary = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Summary' });
const press = async (user: UserEvent, name: RegExp | string) =>
  user.click(await screen.findByRole('button', { name }));
const typeHers = async (user: UserEvent) => {
  await user.click(await summary());
  await user.paste(HERS);
};
const openUnsent = (user: UserEvent) => press(user, /1 note/);

const fails = () => {
  throw new AppError('storage-failed');
};
const unsent = {
  id: '1',
  name: 'Marta',
  at: '2026-11-22T13:00:00.000Z',
  state: 'waiting',
  code: null,
} as const;

type Left = {
  answers?: Answers;
  /** the customer's words are in a call that the background has */
  inCall?: boolean;
  leave: (user: UserEvent) => Promise<unknown>;
  /** what shows that it stood there */
  trace: RegExp;
  /** what the next one does where it might show */
  look?: (user: UserEvent) => Promise<unknown>;
};

const left: Record<string, Left> = {
  'the line that copies the last note, and undoes it': {
    leave: (user) => press(user, /^Wrap up/),
    trace: /Undo/,
  },
  'what was read out': { leave: (user) => press(user, /^Wrap up/), trace: /Note on Marta Kowalczyk saved/ },
  'the text for the CRM': {
    answers: { 'crmNote.look': () => ({ field: { label: 'Internal note', hasText: false } }) },
    leave: async (user) => {
      await press(user, 'For the CRM');
      await user.click(await screen.findByRole('menuitem', { name: /^Put into the CRM/ }));
    },
    trace: /Put this note into the CRM/,
  },
  'the question whose note it is': {
    answers: {
      'note.save': () => ({ state: 'confirm', noteName: 'Marta', pageName: 'Jürgen', key: jurgen().key }),
    },
    leave: (user) => press(user, /^Wrap up/),
    trace: /Marta.*Jürgen/,
  },
  'why something failed': {
    answers: { 'note.save': fails },
    leave: (user) => press(user, /^Wrap up/),
    trace: /disk/,
  },
  'words that never got onto the disk': {
    answers: { 'draft.write': fails },
    inCall: false,
    leave: (user) => typeHers(user),
    trace: new RegExp(HERS),
  },
  'the list of what is unsent': {
    answers: { 'outbox.list': () => [{ ...unsent, kind: 'note', conflict: null, summary: HERS }] },
    leave: openUnsent,
    trace: /Unsent notes.*Her husband/,
    look: async (user) => {
      await openUnsent(user);
      await screen.findByRole('dialog', { name: 'Unsent notes' });
    },
  },
};

/** Ana at the desk, in a call, or on a page where one may begin. */
function anaAtDesk({ answers, inCall = true }: Pick<Left, 'answers' | 'inCall'>) {
  const call = inCall ? makeCall({ content: makeContent({ summary: HERS }), rev: 5 }) : null;
  const hers = { ...answers };
  const background = createFakeBackground(
    { account: ana, call, sync: makeSync({ unsent: 1, needsAttention: 1 }) },
    hers,
  );
  return { background, hers, ...showSidebar(background) };
}

async function benSignsIn(background: FakeBackground, hers: Answers): Promise<void> {
  delete hers['draft.write'];
  hers['outbox.list'] = () => new Promise(() => {});
  background.set({ account: ben, page: jurgen() });
  await waitFor(() => expect(shown()).toContain('Jürgen Hoffmann-Weißenfels'));
}

const isGone = ({ trace }: Left) => {
  expect(shown()).not.toMatch(trace);
  expect(shown()).not.toContain(HERS);
};

describe('what one user had in the sidebar is not the next one’s', () => {
  it.each(Object.entries(left))('%s, after a sign-out', async (_, one) => {
    const { background, hers, user } = anaAtDesk(one);
    await one.leave(user);
    await waitFor(() => expect(shown()).toMatch(one.trace));
    background.set(nobody);
    await screen.findByRole('button', { name: 'Sign in' });
    isGone(one);
    await benSignsIn(background, hers);
    isGone(one);
    await one.look?.(user);
    isGone({ ...one, trace: new RegExp(HERS) });
  });

  it.each(Object.entries(left))('%s, where the sign-out between was not seen', async (_, one) => {
    const { background, hers, user } = anaAtDesk(one);
    await one.leave(user);
    await waitFor(() => expect(shown()).toMatch(one.trace));
    await benSignsIn({ ...background, set: (part) => background.set({ ...part, call: null }) }, hers);
    isGone(one);
  });
});

describe('words that never got onto the disk', () => {
  const typed = async () => {
    const world = anaAtDesk({ answers: { 'draft.write': fails }, inCall: false });
    await typeHers(world.user);
    await screen.findByText('not saved');
    return world;
  };

  it('are never sent for the next user', async () => {
    const { background, hers } = await typed();
    background.set(nobody);
    await screen.findByRole('button', { name: 'Sign in' });
    await benSignsIn(background, hers);
    const sent = background.inputsOf('draft.write').length;
    window.dispatchEvent(new Event('blur'));
    expect(background.inputsOf('draft.write').slice(sent)).toEqual([]);
    expect(background.view().call).toBeNull();
    expect(new Set(background.inputsOf('draft.write').map(({ userId }) => userId))).toEqual(new Set(['ana']));
  });

  it('stay while the sign-in has run out, and are on the disk once their writer is back', async () => {
    const { background, hers, user } = await typed();
    background.set({ account: { ...ana, state: 'expired' }, page: makePage() });
    await waitFor(() => expect(shown()).toMatch(/sign in again|Sign in/i));
    expect(await summary()).toHaveValue(HERS);
    delete hers['draft.write'];
    background.set({ account: ana });
    await user.click(within(await screen.findByRole('alert')).getByRole('button', { name: /again/ }));
    await waitFor(() => expect(background.view().call?.content.summary).toBe(HERS));
    expect(await summary()).toHaveValue(HERS);
  });
});

it('that signing out failed stays to be read by whoever signed out, and is not told to the next one', async () => {
  const answers: Answers = {};
  const background = createFakeBackground({ account: ana }, answers);
  let fail = () => {};
  answers['account.signOut'] = () =>
    new Promise((_, reject) => {
      fail = () => reject(new AppError('storage-failed'));
    });
  background.host.kind = 'panel';
  const { user } = showSidebar(background);
  await press(user, 'More');
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  background.set(nobody);
  await screen.findByRole('button', { name: 'Sign in' });
  fail();
  expect(await screen.findByRole('alert')).toHaveTextContent(/disk/);
  background.set({ account: ben, page: jurgen() });
  await waitFor(() => expect(shown()).toContain('Jürgen Hoffmann-Weißenfels'));
  expect(screen.queryByRole('alert')).toBeNull();
  // The next one's session ends by itself.
  background.set(nobody);
  await screen.findByRole('button', { name: 'Sign in' });
  expect(screen.queryByRole('alert')).toBeNull();
});

it('that signing out failed is told no more once it has succeeded', async () => {
  const answers: Answers = { 'account.signOut': fails };
  const background = createFakeBackground({ account: ana }, answers);
  background.host.kind = 'panel';
  const { user } = showSidebar(background);
  const signOut = async () => {
    await press(user, 'More');
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  };
  await signOut();
  await screen.findByRole('alert');
  answers['account.signOut'] = () => {
    background.set(nobody);
    return {};
  };
  await signOut();
  await screen.findByRole('button', { name: 'Sign in' });
  expect(screen.queryByRole('alert')).toBeNull();
});

it('that signing out failed goes when it has been read', async () => {
  const background = createFakeBackground({ account: ana }, { 'account.signOut': fails });
  background.host.kind = 'panel';
  const { user } = showSidebar(background);
  await press(user, 'More');
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  const alert = await screen.findByRole('alert');
  // Before the view that nobody is signed in by: it stays over that.
  background.set(nobody);
  await screen.findByRole('button', { name: 'Sign in' });
  expect(await screen.findByRole('alert')).toHaveTextContent(alert.textContent ?? '');
  await user.click(
    within(screen.getByRole('alert')).getByRole('button', { name: /Dismiss|Close|OK|Got it/ }),
  );
  expect(screen.queryByRole('alert')).toBeNull();
});

it('a view of the next user is none to a sidebar that hasn’t begun anew', async () => {
  const background = createFakeBackground({ account: ana });
  const [store, client, told] = [createSidebarStore(), createQueryClient(), vi.fn()];
  const wrapper = ({ children }: { children: ReactNode }) => (
    <HostProvider value={background.host}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </HostProvider>
  );
  const { result } = renderHook(
    () => {
      useViewPushes();
      return useOwnView(store, told);
    },
    { wrapper },
  );
  await waitFor(() => expect(result.current.data?.view.account).toEqual(ana));
  expect(told).not.toHaveBeenCalled();
  act(() => background.set({ account: ben }));
  await waitFor(() => expect(told).toHaveBeenCalled());
  expect(result.current.data).toBeUndefined();
});

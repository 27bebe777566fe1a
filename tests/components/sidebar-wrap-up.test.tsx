import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { AppError } from '@/lib/platform/app-error';
import type { VisibleGuard } from '@/lib/ui/visible-guard';
import { createFakeBackground } from './support/fake-background';
import { jurgen, makeCall, makeCard, makeContent } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const call = makeCall({
  content: makeContent({ summary: 'billed twice' }),
  rev: 5,
  savedAt: '2026-11-22T13:00:00.000Z',
});
const wrapUp = () => screen.findByRole('button', { name: /^Wrap up/ });

describe('wrapping up', () => {
  it('saves the note with its newest words, and says so', async () => {
    const background = createFakeBackground({ call });
    const { user } = showSidebar(background);
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), '!');
    await user.click(await wrapUp());
    await screen.findByText(/^Note on Marta Kowalczyk saved on this computer at/);
    expect(background.inputsOf('note.save')).toEqual([{ noteId: call.noteId, rev: 6, despitePage: false }]);
    expect(background.inputsOf('draft.write').at(-1)?.content.summary).toBe('billed twice!');
    expect(await screen.findByRole('textbox', { name: 'Summary' })).toHaveValue('');
    expect(screen.getByText('This page')).toBeInTheDocument();
  });

  it.each([
    ['another thing was resolved', { caller: 'customer', outcome: 'resolved' }, true],
    ['the complaint was', { caller: 'customer', outcome: 'resolved', complaint: true }, false],
    ['nothing was yet', { caller: 'customer' }, false],
    ['nobody is verified', { caller: 'unverified', outcome: 'resolved' }, false],
  ] as const)('says that a complaint of before stays open: %s', async (_, said, stays) => {
    const card = makeCard({ complaintOpen: true });
    showSidebar(createFakeBackground({ call: makeCall({ card, content: makeContent(said), rev: 5 }) }));
    await wrapUp();
    expect(screen.queryAllByText(/^Their complaint stays open/)).toHaveLength(stays ? 1 : 0);
  });

  it('takes Ctrl and Enter from anywhere, the summary too', async () => {
    const background = createFakeBackground({ call });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('textbox', { name: 'Summary' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(background.inputsOf('note.save')).toHaveLength(1));
    expect(background.inputsOf('draft.write')).toEqual([]);
  });

  it('isn’t offered while there is no call', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    expect(await wrapUp()).toBeDisabled();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(background.inputsOf('note.save')).toEqual([]);
  });

  it('ends a call in which nothing was said without a note', async () => {
    const background = createFakeBackground({ call: makeCall() });
    const { user } = showSidebar(background);
    await user.click(await wrapUp());
    await waitFor(() =>
      expect(background.inputsOf('call.dropEmpty')).toEqual([{ noteId: makeCall().noteId }]),
    );
    expect(background.inputsOf('note.save')).toEqual([]);
  });

  it.each([
    ['offline', /can’t be reached.*safe on this computer/],
    ['storage-full', /disk is full/],
    ['identity-changed', /someone else by now.*Nothing was saved to the wrong customer/],
  ] as const)('keeps everything when it fails with %s', async (code, words) => {
    const background = createFakeBackground(
      { call },
      {
        'note.save': () => {
          throw new AppError(code);
        },
      },
    );
    const { user } = showSidebar(background);
    await user.click(await wrapUp());
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveValue('billed twice');
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('doesn’t save before the words are on disk', async () => {
    const background = createFakeBackground(
      { call },
      {
        'draft.write': () => {
          throw new AppError('storage-failed');
        },
      },
    );
    const { user } = showSidebar(background);
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), '!');
    await user.click(await wrapUp());
    await screen.findAllByText(/couldn’t save the last words/);
    expect(background.inputsOf('note.save')).toEqual([]);
  });
});

describe('when the page shows someone else', () => {
  function doubting(about = call) {
    let doubt = true;
    const background = createFakeBackground(
      { call: { ...about, pageDiffers: true }, page: jurgen() },
      {
        'note.save': ({ despitePage }) => {
          if (doubt && !despitePage)
            return {
              state: 'confirm',
              noteName: 'Marta Kowalczyk',
              pageName: 'Jürgen Hoffmann-Weißenfels',
              key: jurgen().key,
            };
          background.set({ call: null });
          return { state: 'saved' };
        },
        'note.moveToPage': () => {
          doubt = false;
          return {};
        },
      },
    );
    return background;
  }

  async function ask(around: Parameters<typeof showSidebar>[1] = {}, about = call) {
    const background = doubting(about);
    const { user } = showSidebar(background, around);
    await user.click(await wrapUp());
    const dialog = await screen.findByRole('alertdialog', { name: 'Whose note is this?' });
    return { background, user, dialog };
  }

  it('asks, and names both', async () => {
    const { dialog } = await ask();
    expect(dialog).toHaveTextContent('The note is aboutMarta Kowalczyk');
    expect(dialog).toHaveTextContent('The page showsJürgen Hoffmann-Weißenfels');
  });

  it('saves to the note’s customer when the rep says so', async () => {
    const { background, user, dialog } = await ask();
    await user.click(within(dialog).getByRole('button', { name: 'Save to Marta Kowalczyk' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(background.inputsOf('note.save').map((i) => i.despitePage)).toEqual([false, true]);
    expect(background.inputsOf('note.moveToPage')).toEqual([]);
  });

  it('moves to the page’s customer when the rep says so', async () => {
    const { background, user, dialog } = await ask();
    await user.click(within(dialog).getByRole('button', { name: /^Move to Jürgen/ }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(background.inputsOf('note.moveToPage')).toEqual([{ noteId: call.noteId, key: jurgen().key }]);
    expect(await screen.findByText(/^Note on Jürgen Hoffmann-Weißenfels saved/)).toBeInTheDocument();
    expect(background.inputsOf('note.save').map((i) => i.despitePage)).toEqual([false, false]);
  });

  it.each([
    ['covered', /Nothing was done/],
    ['elsewhere', /in the browser’s own sidebar/],
  ] as const)('neither saves nor moves on a click that is %s', async (sight, words) => {
    const guard: VisibleGuard = {
      watch: () => () => undefined,
      sight: () => sight,
      elsewhere: sight === 'elsewhere',
    };
    const { background, user, dialog } = await ask({ guard });
    for (const name of [/^Save to/, /^Move to/])
      await user.click(within(dialog).getByRole('button', { name }));
    expect(within(dialog).getByRole('status')).toHaveTextContent(words);
    expect(background.inputsOf('note.save').map((i) => i.despitePage)).toEqual([false]);
    expect(background.inputsOf('note.moveToPage')).toEqual([]);
  });

  it('offers first what can be done: one about nobody can only go to the page’s customer, and not by Enter alone', async () => {
    const nobodys = { ...call, customer: { cardNumber: null, identifiers: [] }, card: null };
    const { dialog } = await ask({}, nobodys);
    expect(within(dialog).queryByRole('button', { name: /Marta/ })).toBeNull();
    const save = within(dialog).getByRole('button', { name: /^Save to Jürgen/ });
    expect(save).toHaveAttribute('data-look', 'primary');
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus());
  });

  it('offers first to leave the note where it is', async () => {
    const { dialog } = await ask();
    const look = (name: RegExp) => within(dialog).getByRole('button', { name }).getAttribute('data-look');
    expect([look(/^Save to Marta/), look(/^Move to Jürgen/)]).toEqual(['primary', 'plain']);
  });

  it('does nothing when the rep cancels, by Escape too', async () => {
    const { background, user, dialog } = await ask();
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await user.click(await wrapUp());
    await screen.findByRole('alertdialog');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(background.inputsOf('note.save').map((i) => i.despitePage)).toEqual([false, false]);
    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveValue('billed twice');
  });

  const another = makeCall({ noteId: '0192f0c1-2222-7000-8000-000000000009', name: 'Cara Lindqvist' });

  it('asks of no other note that was taken up since', async () => {
    const { background } = await ask();
    act(() => background.set({ call: another }));
    await screen.findAllByText('Cara Lindqvist');
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('asks nothing where another note was taken up before the page had answered', async () => {
    let answer: (saved: RpcOutput<'note.save'>) => void = () => undefined;
    const background = createFakeBackground(
      { call: { ...call, pageDiffers: true }, page: jurgen() },
      { 'note.save': () => new Promise((resolve) => (answer = resolve)) },
    );
    const { user } = showSidebar(background);
    await user.click(await wrapUp());
    await waitFor(() => expect(background.inputsOf('note.save')).toHaveLength(1));
    act(() => background.set({ call: another }));
    await screen.findAllByText('Cara Lindqvist');
    await act(async () =>
      answer({ state: 'confirm', noteName: call.name, pageName: 'Jürgen', key: jurgen().key }),
    );
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('doesn’t offer a move to a page that has gone on since', async () => {
    const { background, dialog } = await ask();
    background.set({ page: { state: 'nobody' } });
    await waitFor(() => expect(within(dialog).queryByRole('button', { name: /^Move to/ })).toBeNull());
  });
});

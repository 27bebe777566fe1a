import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import { formatClock } from '@/lib/ui/format';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makePage } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const summary = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Summary' });
const note = () => screen.getByRole('region', { name: /^Note/ });

describe('typing', () => {
  it('begins the call, without taking the hand off the keyboard', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    await user.type(await summary(), 'She was billed twice');
    expect(await screen.findByText('This call')).toBeInTheDocument();
    await waitFor(() => expect(background.view().call?.content.summary).toBe('She was billed twice'));
    const box = await summary();
    expect(box).toHaveFocus();
    expect(box).toHaveValue('She was billed twice');
    const writes = background.inputsOf('draft.write');
    expect(new Set(writes.map((w) => w.noteId)).size).toBe(1);
    expect(writes[0]?.key).toBe(makePage().key);
    expect(writes.map((w) => w.rev)).toEqual([...writes.map((w) => w.rev)].sort((a, b) => a - b));
  });

  // Without a pause between the keys and the event, so that nothing but the event can have sent the second.
  it.each(['blur', 'pagehide'])('goes out on %s, without waiting', async (event) => {
    const background = createFakeBackground();
    showSidebar(background);
    const field = await summary();
    fireEvent.change(field, { target: { value: 'x' } });
    fireEvent.change(field, { target: { value: 'xy' } });
    expect(background.inputsOf('draft.write')).toMatchObject([{ content: { summary: 'x' } }]);
    fireEvent(window, new Event(event));
    expect(background.inputsOf('draft.write')).toMatchObject([{}, { content: { summary: 'xy' } }]);
  });

  it('goes out when the sidebar is taken out', async () => {
    const background = createFakeBackground();
    const { unmount } = showSidebar(background);
    const field = await summary();
    fireEvent.change(field, { target: { value: 'x' } });
    fireEvent.change(field, { target: { value: 'xy' } });
    unmount();
    expect(background.inputsOf('draft.write')).toMatchObject([{}, { content: { summary: 'xy' } }]);
  });

  it('comes back when the sidebar is loaded anew', async () => {
    const background = createFakeBackground();
    const first = showSidebar(background);
    await first.user.type(await summary(), 'half a sent');
    first.unmount();
    await waitFor(() => expect(background.view().call).not.toBeNull());
    showSidebar(background);
    expect(await summary()).toHaveValue('half a sent');
  });
});

describe('“saved”', () => {
  it('is said only when the background has said so', async () => {
    let answer: () => void = () => undefined;
    const savedAt = '2026-11-22T13:03:20.000Z';
    const background = createFakeBackground(
      {},
      { 'draft.write': ({ rev }) => new Promise((resolve) => (answer = () => resolve({ rev, savedAt }))) },
    );
    const { user } = showSidebar(background);
    await user.type(await summary(), 'x');
    await waitFor(() => expect(background.inputsOf('draft.write')).toHaveLength(1));
    expect(note()).toHaveTextContent('saving…');
    expect(note()).not.toHaveTextContent(/saved \d/);
    act(answer);
    await waitFor(() => expect(note()).toHaveTextContent(`saved ${formatClock(savedAt)}`), {
      timeout: 20_000,
    });
    await user.type(await summary(), 'y');
    expect(note(), 'the next word is not on disk yet').not.toHaveTextContent(/saved \d/);
  });

  it('gives way to the truth when the disk is full, and nothing typed goes away', async () => {
    const background = createFakeBackground(
      {},
      {
        'draft.write': () => {
          throw new AppError('storage-full');
        },
      },
    );
    const { user } = showSidebar(background);
    await user.type(await summary(), 'precious');
    expect(await screen.findByRole('alert')).toHaveTextContent(/disk is full.*will be lost if it closes/);
    expect(note()).toHaveTextContent('not saved');
    expect(await summary()).toHaveValue('precious');
  });

  it('comes after all when the rep tries again', async () => {
    let full = true;
    const background = createFakeBackground(
      {},
      {
        'draft.write': ({ rev }) => {
          if (full) throw new AppError('storage-full');
          return { rev, savedAt: '2026-11-22T13:03:20.000Z' };
        },
      },
    );
    const { user } = showSidebar(background);
    await user.type(await summary(), 'x');
    await screen.findByRole('alert');
    full = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});

describe('a card number', () => {
  it('is masked as its last digit is typed, and the rep is told', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    await user.click(await summary());
    await user.paste('Card 4111 1111 1111 11');
    await user.keyboard('1');
    expect(await summary()).toHaveValue('Card 4111 1111 1111 111');
    await user.keyboard('1 expires');
    expect(await summary()).toHaveValue('Card •••• 1111 expires');
    expect(screen.getByText(/card number was masked/)).toBeInTheDocument();
    await waitFor(() => expect(background.view().call?.content.summary).toBe('Card •••• 1111 expires'));
    const last = background.inputsOf('draft.write').at(-1);
    expect(JSON.stringify(last)).not.toContain('4111');
  });

  it('is masked where it is pasted into the middle, and the caret stays there', async () => {
    const { user } = showSidebar(createFakeBackground());
    const box = await summary();
    await user.type(box, 'before after');
    box.setSelectionRange(7, 7);
    await user.paste('5500005555555559 ');
    await user.keyboard('X');
    expect(await summary()).toHaveValue('before •••• 5559 Xafter');
  });

  it('is told from an order number', async () => {
    const { user } = showSidebar(createFakeBackground());
    await user.click(await summary());
    await user.paste('order 45123456789');
    await user.keyboard('01');
    expect(await summary()).toHaveValue('order 4512345678901');
  });
});

describe('the rest of the note', () => {
  it('takes a reason in two taps, and gives it back in one', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'Called about: Choose' }));
    await user.click(await screen.findByRole('option', { name: /Billed twice/ }));
    expect(screen.getByRole('button', { name: 'Called about: Billed twice or wrongly' })).toBeInTheDocument();
    await waitFor(() => expect(background.view().call?.content.contactReason).toBe('billed-twice'));
    await user.click(screen.getByRole('button', { name: 'Called about: Billed twice or wrongly' }));
    await user.click(await screen.findByRole('option', { name: /Billed twice/ }));
    await waitFor(() => expect(background.view().call?.content.contactReason).toBeNull());
  });

  it('finds a reason by a few letters, with the keyboard alone', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    (await screen.findByRole('button', { name: 'Unhappy with: Choose' })).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('searchbox', { name: 'Search reasons' });
    await user.keyboard('again{ArrowDown}{Enter}');
    await waitFor(() => expect(background.view().call?.content.reasons).toEqual(['told-again']));
    expect(
      screen.getByRole('button', { name: 'Remove from the note: Had to tell it again' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('radiogroup', { name: 'How bad' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Unhappy with: Add a reason' }));
    await user.click(await screen.findByRole('option', { name: /Waited too long/ }));
    await waitFor(() => expect(background.view().call?.content.reasons).toEqual(['told-again', 'long-wait']));
  });

  it('asks what was promised, then by when and by whom', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    expect(screen.queryByLabelText('By when')).toBeNull();
    await user.type(await screen.findByRole('textbox', { name: 'Promise' }), 'A call back');
    fireEvent.change(await screen.findByLabelText('By when'), { target: { value: '2026-12-01' } });
    await waitFor(() =>
      expect(background.view().call?.content.promise).toEqual({
        what: 'A call back',
        dueOn: '2026-12-01',
        by: 'Rosa Lind',
      }),
    );
    await user.clear(screen.getByRole('textbox', { name: 'Promise' }));
    await waitFor(() => expect(background.view().call?.content.promise).toBeNull());
  });

  it('takes an outcome, and takes it back', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('radio', { name: 'Follow-up' }));
    await waitFor(() => expect(background.view().call?.content.outcome).toBe('follow-up'));
    await user.click(screen.getByRole('radio', { name: 'Follow-up' }));
    await waitFor(() => expect(background.view().call?.content.outcome).toBeNull());
  });

  it('takes down a complaint', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('checkbox', { name: 'Complaint' }));
    await waitFor(() => expect(background.view().call?.content.complaint).toBe(true));
  });

  it('names in its head whom it is about', async () => {
    showSidebar(createFakeBackground({ call: makeCall({ content: makeContent({ summary: 'x' }), rev: 1 }) }));
    expect(await screen.findByRole('region', { name: 'Note · Marta Kowalczyk' })).toBeInTheDocument();
  });
});

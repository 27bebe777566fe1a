import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { keepKeyboardHere } from './support/keyboard-here';
import { makeCall, makeCard, makeContent, makeRules, okCard } from './support/make-view';
import { makeOrganisationWith, noteWorld, writtenLast } from './support/note-world';

/** The organisation's lists are here. */
const ready = () => screen.findAllByText('Price went up');
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('called about', () => {
  it('offers what calls are about most, in that order, one tap each', async () => {
    const { user, background } = noteWorld();
    const chips = await screen.findByRole('toolbar', { name: 'Often called about' });
    expect(
      within(chips)
        .getAllByRole('button')
        .map((b) => b.textContent),
    ).toEqual(['Engineer did not come', 'Price went up', 'Bill not understood']);
    await user.click(within(chips).getByRole('button', { name: 'Price went up' }));
    await waitFor(() => expect(writtenLast(background)?.contactReason).toBe('price-increase'));
    expect(screen.queryByRole('toolbar', { name: 'Often called about' })).toBeNull();
    expect(await button('Called about: Price went up')).toHaveFocus();
  });

  it('offers what stands first in the list where nobody has counted', async () => {
    noteWorld({ organisation: makeOrganisationWith({ topContactReasons: [] }) });
    const chips = await screen.findByRole('toolbar', { name: 'Often called about' });
    expect(within(chips).getAllByRole('button')[0]).toHaveTextContent('Billed twice or wrongly');
  });
});

describe('complaint', () => {
  it('shows its clock from the call’s start, under the organisation’s own rules', async () => {
    const { user, background } = noteWorld();
    await ready();
    await user.click(await screen.findByRole('checkbox', { name: 'Complaint' }));
    // The call began on Sunday 22 November.
    await screen.findByText(
      'Simple route until the end of Wed 25 Nov; Final answer until the end of 17 Jan 2027.',
    );
    const unchecked = screen.getByText('Not confirmed for your company yet.');
    // What stays in sight at the note's end lies over nothing that has to be read.
    expect(unchecked.closest('.note-end')).toBeNull();
    await waitFor(() =>
      expect(writtenLast(background)).toMatchObject({ complaint: true, jurisdiction: 'uk-fca' }),
    );
  });

  it('runs by other rules where the rep says so', async () => {
    const { user, background } = noteWorld({ content: { complaint: true, jurisdiction: 'uk-fca' } });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Complaint rules' }), 'General');
    await screen.findByText(/^First answer until the end of Fri 27 Nov/);
    await waitFor(() => expect(writtenLast(background)?.jurisdiction).toBe('general'));
  });

  it('asks for no rules where there is one set', async () => {
    const [only] = makeRules().jurisdictions;
    const rules = makeRules({ jurisdictions: only ? [{ ...only, unchecked: false }] : [] });
    noteWorld({ organisation: makeOrganisationWith({ rules }), content: { complaint: true } });
    await ready();
    await screen.findByText(/^First answer/);
    expect(screen.queryByRole('combobox', { name: 'Complaint rules' })).toBeNull();
    expect(screen.queryByText(/Not confirmed/)).toBeNull();
  });

  it('in an edit, says how long, not until when: its clock ran from the call', async () => {
    const original = makeContent({ complaint: true });
    noteWorld({ content: { complaint: true }, editing: { original } });
    await screen.findByText(
      'Simple route within 3 working days; Final answer within 8 weeks (counted from the call).',
    );
  });

  it('forgets whose rules when it is none after all', async () => {
    const { user, background } = noteWorld({ content: { complaint: true, jurisdiction: 'uk-fca' } });
    await user.click(await screen.findByRole('checkbox', { name: 'Complaint' }));
    await waitFor(() =>
      expect(writtenLast(background)).toMatchObject({ complaint: false, jurisdiction: null }),
    );
  });
});

describe('what is rarely needed', () => {
  it('is folded, and says how much of it is set', async () => {
    const { user, background } = noteWorld({ content: { dispute: true } });
    await user.click(await button('More to say (1 set)'));
    await user.click(await screen.findByRole('radio', { name: 'Theirs' }));
    await user.click(screen.getByRole('checkbox', { name: 'Needs support' }));
    await screen.findByText('Only this tick. Don’t write down why.');
    await user.click(await button('Behind it: Choose'));
    await user.click(await screen.findByRole('option', { name: /Waited too long/ }));
    await waitFor(() =>
      expect(writtenLast(background)).toMatchObject({
        ...{ lossOf: 'customer', supportNeeded: true, rootReason: 'long-wait', dispute: true },
      }),
    );
    expect(await button('More to say (4 set)')).toBeInTheDocument();
  });

  it('is there for a customer nobody worries about, and nothing of it is asked', async () => {
    noteWorld({ card: okCard() });
    expect(await button('More to say')).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText(/Still needed/)).toBeNull();
  });
});

describe('follow-up', () => {
  it('stands two working days on once that is the outcome, and goes with it', async () => {
    const { user, background } = noteWorld();
    await user.click(await screen.findByRole('radio', { name: 'Follow-up' }));
    expect(await screen.findByLabelText('Follow up on')).toHaveValue('2026-11-24');
    await user.click(screen.getByRole('radio', { name: 'Resolved' }));
    await waitFor(() => expect(writtenLast(background)?.followUpOn).toBeNull());
    expect(screen.queryByLabelText('Follow up on')).toBeNull();
  });

  it('on a holiday offers the next day on which somebody works', async () => {
    const { user, background } = noteWorld({ content: { outcome: 'follow-up', followUpOn: '2026-12-25' } });
    await screen.findByText('Nobody works on Fri 25 Dec.');
    await user.click(await button('Mon 28 Dec'));
    await waitFor(() => expect(writtenLast(background)?.followUpOn).toBe('2026-12-28'));
  });
});

describe('the promise guard', () => {
  const verified = { caller: 'customer' as const };
  const promise = (what: string, dueOn = '2026-11-24') => ({ promise: { what, dueOn, by: 'Rosa Lind' } });

  it('names what was promised and isn’t done, and puts it into the promise in one tap', async () => {
    const { user, background } = noteWorld({ content: { ...verified, ...promise('Ring back') } });
    await screen.findByText('Refund of €18, promised for Tue 17 Nov, is not done: name it first.');
    expect(
      screen.getByText('Corrected bill by post is already promised for Fri 27 Nov.'),
    ).toBeInTheDocument();
    await user.click(await button('Promise both'));
    await waitFor(() => expect(writtenLast(background)?.promise?.what).toBe('Refund of €18, and Ring back'));
    expect(screen.queryByText(/name it first/)).toBeNull();
  });

  it.each(['unverified', 'other'] as const)(
    'says nothing of earlier promises to a caller who is %s',
    async (caller) => {
      const { background } = noteWorld({ content: { caller, ...promise('Refund of €80', '2026-11-28') } });
      await screen.findByText(/Nobody works on/);
      expect(screen.queryByText(/promised for/)).toBeNull();
      expect(background.inputsOf('customer.detail')).toEqual([]);
    },
  );

  it('offers the working days around one on which nobody works', async () => {
    const { user, background } = noteWorld({ content: promise('Ring back', '2026-11-28') });
    await screen.findByText('Nobody works on Sat 28 Nov.');
    expect(await button('Mon 30 Nov')).toBeInTheDocument();
    await user.click(await button('Fri 27 Nov'));
    await waitFor(() => expect(writtenLast(background)?.promise?.dueOn).toBe('2026-11-27'));
  });

  it('warns of a sum over the limit, and lowers it in one tap', async () => {
    const { user, background } = noteWorld({ content: promise('Refund €80 by post') });
    await screen.findByText(
      '€80 is more than the €50 you may give in one call. Ask for approval before you promise it.',
    );
    await user.click(await button('Make it €50'));
    await waitFor(() => expect(writtenLast(background)?.promise?.what).toBe('Refund €50 by post'));
    expect(screen.queryByText(/more than the/)).toBeNull();
  });

  it('holds nobody back: the note is saved with the promise as it is', async () => {
    const content = { summary: 'Said so', ...promise('Refund €80', '2026-11-28') };
    const { user, background } = noteWorld({ content });
    await screen.findByText(/more than the €50/);
    await user.click(await button(/^Wrap up/));
    await waitFor(() => expect(background.inputsOf('note.save')).toHaveLength(1));
  });
});

describe('fields the organisation requires', () => {
  const required = { fields: ['caller' as const, 'outcome' as const], of: 'at-risk' as const };
  const organisation = makeOrganisationWith({ rules: makeRules({ required }) });

  it('are named when the rep wraps up, and the first has the focus', async () => {
    const { user, background } = noteWorld({ organisation, content: { summary: 'Billed twice' } });
    await ready();
    await user.click(await button(/^Wrap up/));
    await screen.findByText('Still needed: who called and the outcome.');
    await waitFor(() =>
      expect(document.activeElement?.closest('[data-field]')).toHaveAttribute('data-field', 'caller'),
    );
    expect(background.inputsOf('note.save')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Verified' }));
    await screen.findByText('Still needed: the outcome.');
    await user.click(screen.getByRole('radio', { name: 'Resolved' }));
    await waitFor(() => expect(screen.queryByText(/Still needed/)).toBeNull());
    await user.click(await button(/^Wrap up/));
    await waitFor(() => expect(background.inputsOf('note.save')).toHaveLength(1));
  });

  it('never hold back what was said: the note can be left unfinished', async () => {
    const { user, background } = noteWorld({ organisation, content: { summary: 'Billed twice' } });
    await ready();
    await user.click(await button(/^Wrap up/));
    await user.click(await button('Leave it unfinished'));
    await waitFor(() => expect(background.inputsOf('call.park')).toHaveLength(1));
  });

  it.each([
    ['OK', okCard()],
    ['unknown', null],
    [
      'to watch, where only those at risk count',
      makeCard({ risk: { ...makeCard().risk, level: 'elevated' } }),
    ],
  ])('are none for a customer who is %s', async (_, card) => {
    const { user, background } = noteWorld({ organisation, card, content: { summary: 'Billed twice' } });
    await ready();
    await user.click(await button(/^Wrap up/));
    await waitFor(() => expect(background.inputsOf('note.save')).toHaveLength(1));
  });
});

describe('one-tap wrap', () => {
  const tapped = { caller: 'customer' as const, contactReason: 'billed-twice', outcome: 'resolved' as const };
  const text = 'The customer called about: Billed twice or wrongly. Resolved.';

  it('puts the summary together, shows it, and saves with the second tap', async () => {
    const { user, background } = noteWorld({ content: tapped });
    await screen.findAllByText('Billed twice or wrongly');
    await user.click(await button(/^Wrap up/));
    const summary = await screen.findByRole('textbox', { name: 'Summary' });
    await waitFor(() => expect(summary).toHaveValue(text));
    expect(summary).toHaveFocus();
    expect(screen.getByText(/^Put together from what you tapped/)).toBeInTheDocument();
    expect(background.inputsOf('note.save')).toEqual([]);
    await user.type(summary, ' Friendly.');
    await user.click(await button(/^Wrap up/));
    await waitFor(() => expect(background.inputsOf('note.save')).toHaveLength(1));
    expect(writtenLast(background)?.summary).toBe(`${text} Friendly.`);
  });

  it('leaves alone what the rep has written', async () => {
    const { user, background } = noteWorld({ content: { ...tapped, summary: 'Mine' } });
    await user.click(await button(/^Wrap up/));
    await waitFor(() => expect(background.inputsOf('note.save')).toHaveLength(1));
    expect(background.inputsOf('draft.write')).toEqual([]);
  });

  it('doesn’t insist: a summary that was emptied again stays empty', async () => {
    const { user, background } = noteWorld({ content: tapped });
    await screen.findAllByText('Billed twice or wrongly');
    await user.click(await button(/^Wrap up/));
    const summary = await screen.findByRole('textbox', { name: 'Summary' });
    await waitFor(() => expect(summary).toHaveValue(text));
    await user.clear(summary);
    await user.click(await button(/^Wrap up/));
    await waitFor(() => expect(background.inputsOf('note.save')).toHaveLength(1));
    expect(writtenLast(background)?.summary).toBe('');
  });

  it('puts no words into an edit', async () => {
    const original = makeContent({ ...tapped, summary: 'As saved' });
    const { user, background } = noteWorld({ content: tapped, editing: { original } });
    await user.click(await button(/^Save changes/));
    await waitFor(() => expect(background.inputsOf('note.save')).toHaveLength(1));
  });

  it('can be undone for a while: the note goes on, and the keyboard in it', async () => {
    keepKeyboardHere();
    const call = makeCall({ content: makeContent({ summary: 'Billed twice' }), rev: 5 });
    const { user, background } = noteWorld(
      { content: { summary: 'Billed twice' } },
      {
        'note.undoSave': () => {
          background.set({ call: { ...call, rev: 1 } });
          return { state: 'draft' };
        },
      },
    );
    await user.click(await button(/^Wrap up/));
    await user.click(await button('Undo: go on with the note on Marta Kowalczyk'));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveValue('Billed twice'));
    expect(background.inputsOf('note.undoSave')[0]).toMatchObject({ noteId: call.noteId });
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveFocus());
    expect(screen.queryByRole('button', { name: /^Undo: go on/ })).toBeNull();
  });

  it('offers nothing to undo after an edit, or a call in which nothing was said', async () => {
    const { user, background } = noteWorld();
    await user.click(await button(/^Wrap up/));
    await waitFor(() => expect(background.inputsOf('call.dropEmpty')).toHaveLength(1));
    expect(screen.queryByRole('button', { name: /^Undo: go on/ })).toBeNull();
  });
});

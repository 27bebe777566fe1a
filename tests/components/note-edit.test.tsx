import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Offer } from '@/lib/domain/note';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeDetail, makeOffer, makeSync } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const BILLS = '019ab000-0000-7000-8000-0000000000bb';

const verified = makeCall({ content: makeContent({ caller: 'customer' }), rev: 1 });

/** The first note is the reader's own, in its third version. */
function ownNote() {
  const detail = makeDetail();
  const notes = detail.notes.map((note, i) =>
    i === 0 ? { ...note, own: true, version: 3, editedAt: '2026-11-15T10:00:00.000Z' } : note,
  );
  return { ...detail, notes };
}
const withHistory = () =>
  createFakeBackground(
    { call: verified },
    { 'customer.detail': async () => ({ state: 'ready', detail: ownNote(), asOf: null }) },
  );

async function openHistory(user: ReturnType<typeof showSidebar>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Earlier notes (2), answers (1)' }));
  return screen.getAllByRole('listitem').filter((li) => li.classList.contains('history-entry'));
}

describe('an earlier note', () => {
  it('can be edited where the reader wrote it, and nowhere else', async () => {
    const { user } = showSidebar(withHistory());
    const [own, , other] = await openHistory(user);
    expect(own).toHaveTextContent('edited');
    expect(within(own as HTMLElement).getByRole('button', { name: /Edit your note/ })).toBeVisible();
    expect(within(other as HTMLElement).queryByRole('button')).toBeNull();
  });

  it('about which a supervisor asks says so to its author', async () => {
    const detail = ownNote();
    const [first, ...rest] = detail.notes;
    const question = { text: 'Which bill?', by: 'Sunita Sharma' };
    const asked = { ...detail, notes: first ? [{ ...first, question }, ...rest] : [] };
    const answers = {
      'customer.detail': async () => ({ state: 'ready' as const, detail: asked, asOf: null }),
    };
    const { user } = showSidebar(createFakeBackground({ call: verified }, answers));
    const [own, other] = await openHistory(user);
    expect(own).toHaveTextContent('Sunita Sharma asks: “Which bill?” Answer by editing this note.');
    expect(other).not.toHaveTextContent('asks');
  });

  it('is edited in the form of the note, on the version that was shown', async () => {
    const background = withHistory();
    const { user } = showSidebar(background);
    await openHistory(user);
    await user.click(screen.getByRole('button', { name: /Edit your note/ }));
    const [note] = ownNote().notes;
    expect(background.inputsOf('note.edit')).toMatchObject([
      { noteId: note?.noteId, cardNumber: 202, version: 3, content: note?.content },
    ]);
    const summary = await screen.findByRole('textbox', { name: 'Summary' });
    await waitFor(() => expect(summary).toHaveValue(note?.content.summary));
    expect(screen.getByRole('region', { name: /Edit note/ })).toBeInTheDocument();
    await user.type(summary, ' Corrected.');
    await user.click(screen.getByRole('button', { name: /Save changes/ }));
    await waitFor(() => expect(background.inputsOf('note.save')).toHaveLength(1));
    expect(background.inputsOf('draft.write').at(-1)?.content.summary).toMatch(/Corrected\.$/);
    expect(await screen.findByText(/^Changes to the note on Marta Kowalczyk saved/)).toBeInTheDocument();
  });

  it('left as it was is not sent', async () => {
    const background = withHistory();
    const { user } = showSidebar(background);
    await openHistory(user);
    await user.click(screen.getByRole('button', { name: /Edit your note/ }));
    await user.click(await screen.findByRole('button', { name: /Save changes/ }));
    await waitFor(() => expect(background.inputsOf('call.dropEmpty')).toHaveLength(1));
    expect(background.inputsOf('note.save')).toEqual([]);
  });
});

describe('while a note is edited', () => {
  const original = makeContent({ caller: 'customer', summary: 'As saved' });
  const editing = makeCall({ content: original, editing: { original } });

  it('nothing about the account shows: who called then says nothing of who is on the line now', async () => {
    showSidebar(createFakeBackground({ call: editing }));
    await screen.findByRole('region', { name: /Edit note/ });
    for (const name of ['Already told us', 'You may offer', 'Say first', 'Say next'])
      expect(screen.queryByRole('region', { name })).toBeNull();
    expect(screen.queryByRole('button', { name: /Earlier notes/ })).toBeNull();
    expect(screen.getByRole('region', { name: 'Who this is about' })).toHaveTextContent('An earlier note');
    expect(screen.getByRole('region', { name: 'Who this is about' })).not.toHaveTextContent('Gold');
  });

  it('the menu lets it wait once it is changed, and leaves the note as it is before', async () => {
    const background = createFakeBackground({ call: editing });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'More' }));
    expect(await screen.findByRole('menuitem', { name: 'Leave the note as it is' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await user.type(screen.getByRole('textbox', { name: 'Summary' }), ' and more');
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit later' }));
    await waitFor(() => expect(background.inputsOf('call.park')).toHaveLength(1));
  });
});

describe('an edit that is cancelled', () => {
  const original = makeContent({ caller: 'customer', summary: 'As saved' });
  const editing = makeCall({ content: original, editing: { original }, rev: 1 });
  const cancel = { name: /^Cancel/ };

  it.each([
    ['by its button', '', cancel],
    ['by Escape', '{Escape}', null],
  ])('%s leaves the note as it is, and what was typed can be gone on with', async (_, keys, button) => {
    const background = createFakeBackground({ call: editing });
    const { user } = showSidebar(background);
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), ' and more');
    const written = () => background.inputsOf('draft.write').at(-1)?.content.summary;
    if (button) await user.click(screen.getByRole('button', button));
    else await user.keyboard(keys);
    expect(await screen.findByText('Your changes to the note on Marta Kowalczyk are dropped.')).toBeVisible();
    // On disk before it was cancelled.
    expect(written()).toBe('As saved and more');
    expect(background.inputsOf('note.cancelEdit')).toEqual([{ noteId: editing.noteId }]);
    expect(background.inputsOf('note.save')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Go on editing' }));
    await waitFor(() => expect(background.inputsOf('call.resume')).toEqual([{ noteId: editing.noteId }]));
    expect(screen.queryByRole('button', { name: 'Go on editing' })).toBeNull();
  });

  it('can’t be gone on with once another edit is begun, which may be of the same note', async () => {
    const row = { id: 'row-1', name: 'Marta Kowalczyk', at: new Date().toISOString(), summary: 'As saved' };
    const unsent = { ...row, state: 'waiting', code: null, kind: 'note', conflict: null } as const;
    const sync = makeSync({ unsent: 1, needsAttention: 1 });
    const background = createFakeBackground({ call: editing, sync }, { 'outbox.list': () => [unsent] });
    const { user } = showSidebar(background);
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), ' and more{Escape}');
    await screen.findByText(/^Your changes to the note/);
    await user.click(screen.getByRole('button', { name: /1 note/ }));
    await user.click(await screen.findByRole('button', { name: 'Edit the note on Marta Kowalczyk' }));
    await waitFor(() => expect(background.inputsOf('note.editUnsent')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByText(/^Your changes to the note/)).toBeNull();
  });

  it('in which nothing was changed has nothing to go on with', async () => {
    const background = createFakeBackground({ call: editing });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', cancel));
    await waitFor(() => expect(background.inputsOf('note.cancelEdit')).toHaveLength(1));
    expect(screen.queryByRole('button', { name: 'Go on editing' })).toBeNull();
  });

  it('isn’t by the Escape that closes a menu', async () => {
    const background = createFakeBackground({ call: editing });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.keyboard('{Escape}');
    expect(background.inputsOf('note.cancelEdit')).toEqual([]);
  });

  it('isn’t by the Escape that closes the field to find a caller by', async () => {
    const background = createFakeBackground({ call: editing });
    const { user } = showSidebar(background);
    const summary = await screen.findByRole('textbox', { name: 'Summary' });
    act(() => summary.blur());
    await user.keyboard('/');
    await user.type(await screen.findByRole('textbox', { name: 'Find caller' }), '0171{Escape}');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Find caller' })).toBeNull());
    expect(background.inputsOf('note.cancelEdit')).toEqual([]);
  });

  it('isn’t by the Escape that closes the browser’s own list', async () => {
    const complained = { ...original, complaint: true };
    const call = { ...editing, content: complained, editing: { original: complained } };
    const background = createFakeBackground({ call });
    const { user } = showSidebar(background);
    const rules = await screen.findByRole('combobox', { name: 'Complaint rules' });
    act(() => rules.focus());
    await user.keyboard('{Escape}');
    expect(background.inputsOf('note.cancelEdit')).toEqual([]);
  });

  it('is no call: that is not cancelled, by button or key', async () => {
    const background = createFakeBackground({ call: verified });
    const { user } = showSidebar(background);
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), 'said{Escape}');
    expect(screen.queryByRole('button', cancel)).toBeNull();
    expect(background.inputsOf('note.cancelEdit')).toEqual([]);
  });
});

describe('the offers of a note that is edited', () => {
  const [refund, bills] = [
    makeOffer(),
    makeOffer({ id: BILLS, actionCode: 'check-bills', amountMinor: null }),
  ];
  const show = (...offers: Offer[]) => {
    const original = makeContent({ caller: 'customer', summary: 'As saved', offers });
    const call = makeCall({ content: original, editing: { original } });
    const background = createFakeBackground({ call });
    const written = () => background.inputsOf('draft.write').at(-1)?.content.offers;
    return { ...showSidebar(background), written };
  };
  const region = () => screen.findByRole('region', { name: 'Offers in this note' });
  const row = async (text: string) => {
    const found = within(await region()).getAllByRole('listitem');
    const [only] = found.filter((li) => li.textContent?.includes(text));
    if (!only) throw new Error(`no offer ${text}`);
    return within(only);
  };

  it('can be put right: answered, done with a reference, and taken a step back', async () => {
    const { user, written } = show(refund, { ...bills, state: 'declined' });
    await user.click((await row('Refund')).getByRole('button', { name: 'Accepted' }));
    await user.type((await row('Refund')).getByRole('textbox', { name: 'Reference' }), 'BL-20931');
    await user.click((await row('Refund')).getByRole('button', { name: 'Done' }));
    await user.click((await row('Check')).getByRole('button', { name: /^Undo last step/ }));
    await waitFor(() =>
      expect(written()).toMatchObject([
        { id: refund.id, state: 'done', reference: 'BL-20931' },
        { id: BILLS, state: 'offered' },
      ]),
    );
  });

  it.each(['offered', 'declined', 'accepted'] as const)('can be taken out while %s', async (state) => {
    const { user, written } = show({ ...refund, state }, bills);
    await user.click((await row('Refund')).getByRole('button', { name: /^Remove from the note/ }));
    await waitFor(() => expect(written()).toMatchObject([{ id: BILLS }]));
  });

  it('stay as they are where they were done, and it says so', async () => {
    show({ ...refund, state: 'done', reference: 'BL-1' }, bills);
    expect((await row('done, ref. BL-1')).queryByRole('button')).toBeNull();
    expect(await region()).toHaveTextContent('What was done stays in the note.');
  });

  it('that became done in this very edit can still be taken back', async () => {
    const { user, written } = show({ ...refund, state: 'accepted' });
    await user.type((await row('Refund')).getByRole('textbox', { name: 'Reference' }), 'BL-2');
    await user.click((await row('Refund')).getByRole('button', { name: 'Done' }));
    await user.click((await row('Refund')).getByRole('button', { name: /^Undo last step/ }));
    await waitFor(() => expect(written()).toMatchObject([{ state: 'accepted', reference: '' }]));
  });

  it('are not there where none was made', async () => {
    show();
    await screen.findByRole('region', { name: /Edit note/ });
    expect(screen.queryByRole('region', { name: 'Offers in this note' })).toBeNull();
  });
});

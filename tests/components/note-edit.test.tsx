import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeDetail } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

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
  await user.click(await screen.findByRole('button', { name: 'Earlier notes (2)' }));
  return screen.getAllByRole('listitem').filter((li) => li.classList.contains('history-entry'));
}

describe('an earlier note', () => {
  it('can be edited where the reader wrote it, and nowhere else', async () => {
    const { user } = showSidebar(withHistory());
    const [own, other] = await openHistory(user);
    expect(own).toHaveTextContent('edited');
    expect(within(own as HTMLElement).getByRole('button', { name: /Edit your note/ })).toBeVisible();
    expect(within(other as HTMLElement).queryByRole('button')).toBeNull();
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
    expect(screen.getByRole('banner')).toHaveTextContent('An earlier note');
    expect(screen.getByRole('banner')).not.toHaveTextContent('Gold');
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

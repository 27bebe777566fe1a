import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { axeFaults } from './support/axe';
import { noteAbout, showDesk } from './support/desk-world';
import { deskId, makeDeskNote } from './support/make-desk';

const reviewed = (...ns: number[]) => ns.map((n) => makeDeskNote(n, { state: 'reviewed' }));
const sheet = () => screen.findByRole('dialog', { name: 'Publish' });

describe('publishing by keys', () => {
  it('says first what will change, then what became of each, and can be undone', async () => {
    const { user, background, notes } = showDesk({ notes: [makeDeskNote(1), ...reviewed(2, 3)] });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.keyboard('p');
    const shown = await sheet();
    await within(shown).findByText('2 notes come into the record.');
    expect(within(shown).getByRole('region', { name: 'Reasons in the record' })).toHaveTextContent(
      'Billed twice or wrongly +2Complaints +2',
    );
    expect(await axeFaults(shown)).toEqual([]);
    expect(background.inputsOf('desk.publish')).toEqual([]);
    await user.keyboard('{Enter}');
    await within(await sheet()).findByText('2 notes are in the record.');
    expect(notes().map((note) => note.state)).toEqual(['waiting', 'published', 'published']);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('u');
    expect(await screen.findByText('2 notes were taken back.')).toBeInTheDocument();
    const [published] = background.inputsOf('desk.publish');
    expect(background.inputsOf('desk.undo')).toMatchObject([
      { of: published?.requestId, notes: [deskId(2), deskId(3)] },
    ]);
    expect(notes().map((note) => note.state)).toEqual(['waiting', 'reviewed', 'reviewed']);
    await user.keyboard('j');
    await noteAbout('Customer 1');
    await user.keyboard('r');
    expect(await screen.findByText('Reviewed: Customer 1.')).toBeInTheDocument();
    expect(screen.queryByText('2 notes were taken back.')).toBeNull();
  });

  it('is of what is chosen, and says what stays out and why', async () => {
    const { user, background } = showDesk({ notes: [makeDeskNote(1), ...reviewed(2)] });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.keyboard('jx');
    expect(await screen.findByText('1 note chosen')).toBeInTheDocument();
    await user.keyboard('p');
    const shown = await sheet();
    await within(shown).findByText('Customer 1: nobody has reviewed this version');
    expect(within(shown).queryByRole('button', { name: /^Publish/ })).toBeNull();
    expect(background.inputsOf('desk.preview')).toMatchObject([
      { notes: [{ noteId: deskId(1), version: 1 }] },
    ]);
  });

  it('says that nothing is there to publish', async () => {
    const { user } = showDesk({ notes: [makeDeskNote(1)] });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.keyboard('p');
    await within(await sheet()).findByText('Nothing reviewed waits to be published.');
  });

  it('tries again what failed under the same id, and then counts all', async () => {
    const { user, background, failPublishing } = showDesk({ notes: [makeDeskNote(1), ...reviewed(2, 3)] });
    await screen.findByRole('button', { name: /Customer 1/ });
    failPublishing('offline');
    await user.keyboard('p');
    await user.click(await within(await sheet()).findByRole('button', { name: 'Publish 2 notes' }));
    const shown = await sheet();
    await within(shown).findByText('Customer 2: the store couldn’t be reached, or failed: try again');
    failPublishing(null);
    await user.click(within(shown).getByRole('button', { name: 'Try 2 notes again' }));
    await within(await sheet()).findByText('2 notes are in the record.');
    const ids = background.inputsOf('desk.publish').map((input) => input.requestId);
    expect(new Set(ids).size).toBe(1);
  });

  it('says why it can’t be undone, where something beyond the store has it', async () => {
    const { user, take, notes } = showDesk({ notes: reviewed(2) });
    await screen.findByText('Nothing waits for you.');
    await user.keyboard('p');
    await user.click(await within(await sheet()).findByRole('button', { name: 'Publish 1 note' }));
    take();
    await user.click(await within(await sheet()).findByRole('button', { name: 'Undo' }));
    const words =
      '0 notes were taken back. 1 note stays in the record: something beyond the store has it already.';
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(notes()[0]?.state).toBe('published');
  });

  it('of many goes ten at a time, so that its progress is seen', async () => {
    const many = Array.from({ length: 23 }, (_, i) => i + 1);
    const { user, background } = showDesk({ notes: reviewed(...many) });
    await screen.findByText('Nothing waits for you.');
    await user.keyboard('p');
    await user.click(await within(await sheet()).findByRole('button', { name: 'Publish 23 notes' }));
    await within(await sheet()).findByText('23 notes are in the record.');
    expect(background.inputsOf('desk.publish').map((input) => input.notes.length)).toEqual([10, 10, 3]);
  });
});

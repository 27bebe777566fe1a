import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { axeFaults } from './support/axe';
import { showDesk } from './support/desk-world';
import { deskId, makeDeskNote } from './support/make-desk';
import { makeContent } from './support/make-view';

const three = () => [1, 2, 3].map((n) => makeDeskNote(n));

async function chooseAll(user: ReturnType<typeof showDesk>['user']): Promise<void> {
  await screen.findByRole('button', { name: /Customer 1/ });
  await user.click(screen.getByRole('button', { name: 'Choose all shown' }));
}

describe('many notes at once', () => {
  const theirs = {
    ...{ version: 2, by: 'Rosa Lind', at: '2026-11-22T15:00:00.000Z' },
    content: makeContent({ summary: 'It was thrice.' }),
  };

  it('are marked as reviewed, each in the version that was on show', async () => {
    const { user, background, notes } = showDesk({ notes: three() });
    await chooseAll(user);
    expect(await axeFaults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Mark 3 notes as reviewed' }));
    expect(await screen.findByText('3 notes are reviewed.')).toBeInTheDocument();
    expect(notes().map(({ state }) => state)).toEqual(['reviewed', 'reviewed', 'reviewed']);
    expect(background.inputsOf('desk.review')).toMatchObject(
      [1, 2, 3].map((n) => ({ noteId: deskId(n), version: 1, correction: null })),
    );
    expect(await screen.findByText('Nothing waits for you.')).toBeInTheDocument();
    expect(screen.queryByText(/chosen$/)).toBeNull();
  });

  it('leave the one that was edited meanwhile, and say so', async () => {
    const { user, editMeanwhile } = showDesk({ notes: three() });
    editMeanwhile(theirs, deskId(2));
    await chooseAll(user);
    await user.keyboard('b');
    expect(
      await screen.findByText('2 notes are reviewed. 1 note stays as before: edited since you read it.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('are chosen no more once their author has edited them', async () => {
    const { user, background, edit } = showDesk({ notes: three() });
    await chooseAll(user);
    expect(screen.getByText('3 notes chosen')).toBeInTheDocument();
    edit(deskId(2));
    await user.click(screen.getByRole('button', { name: /^Reviewed/ }));
    await user.click(screen.getByRole('button', { name: /^Waiting/ }));
    expect(await screen.findByText('2 notes chosen')).toBeInTheDocument();
    await user.keyboard('b');
    expect(await screen.findByText('2 notes are reviewed.')).toBeInTheDocument();
    expect(background.inputsOf('desk.review').map(({ noteId }) => noteId)).toEqual([deskId(1), deskId(3)]);
  });

  it('are reviewed anew where the same version comes back to the desk', async () => {
    const { user, background, comeBack } = showDesk({ notes: [makeDeskNote(1)] });
    await chooseAll(user);
    await user.keyboard('b');
    expect(await screen.findByText('1 note is reviewed.')).toBeInTheDocument();
    comeBack(deskId(1));
    await user.click(screen.getByRole('button', { name: /^Reviewed/ }));
    await user.click(screen.getByRole('button', { name: /^Waiting/ }));
    await chooseAll(user);
    await user.keyboard('b');
    await waitFor(() => expect(background.inputsOf('desk.review')).toHaveLength(2));
    const ids = background.inputsOf('desk.review').map(({ requestId }) => requestId);
    expect(new Set(ids).size).toBe(2);
  });

  it('ask no further where the store can’t be reached, and are tried again under the same ids', async () => {
    const { user, background, fail } = showDesk({ notes: three() });
    await chooseAll(user);
    fail('offline');
    await user.keyboard('b');
    expect(
      await screen.findByText(
        '0 notes are reviewed. 3 notes stay as before: the store couldn’t be reached, or failed: try again.',
      ),
    ).toBeInTheDocument();
    expect(background.inputsOf('desk.review')).toHaveLength(1);
    fail(null);
    background.set({});
    await waitFor(() => expect(screen.getByRole('button', { name: 'Publish…' })).toBeEnabled(), {
      timeout: 30_000,
    });
    await user.keyboard('b');
    expect(await screen.findByText('3 notes are reviewed.')).toBeInTheDocument();
    const [first, again] = background.inputsOf('desk.review');
    expect(again?.requestId).toBe(first?.requestId);
  });

  it('do nothing where none is chosen', async () => {
    const { user, background } = showDesk({ notes: three() });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.keyboard('b');
    expect(background.inputsOf('desk.review')).toEqual([]);
  });
});

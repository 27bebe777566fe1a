import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DeskNote } from '@/lib/protocol/desk';
import type { Role } from '@/lib/protocol/roles';
import { axeFaults } from './support/axe';
import { noteAbout, READER, showDesk } from './support/desk-world';
import { deskId, makeDeskNote } from './support/make-desk';
import { makeContent } from './support/make-view';

const three = () => [1, 2, 3].map((n) => makeDeskNote(n));
const rows = () => within(screen.getByRole('list', { name: 'Notes' })).getAllByRole('button');
const said = (text: string) => waitFor(() => expect(screen.getByText(text)).toBeInTheDocument());

describe('the list', () => {
  it('says of each note whom it is about, who wrote it, what it says and why it is there', async () => {
    showDesk({ notes: [makeDeskNote(1, { whys: ['complaint', 'sample'] })] });
    const button = await screen.findByRole('button', { name: /Customer 1/ });
    expect(button).toHaveTextContent(/^Customer 1HighRosa Lind, .*Billed twice, call 1\.$/);
    const item = button.closest('li') as HTMLElement;
    expect(within(item).getByRole('list', { name: 'Why' })).toHaveTextContent('ComplaintBy chance');
    expect(screen.getByRole('button', { name: 'Waiting (1)' })).toHaveAttribute('aria-pressed', 'true');
    expect(await axeFaults()).toEqual([]);
  });

  it('says that nothing waits, and of a filter that nothing fits', async () => {
    const { user } = showDesk();
    expect(await screen.findByText('Nothing waits for you.')).toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Why' }), 'promise');
    expect(await screen.findByText('No note fits these filters.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await screen.findByText('Nothing waits for you.')).toBeInTheDocument();
  });

  it('asks for what the filters say', async () => {
    const { user, background } = showDesk({ notes: three() });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.click(screen.getByRole('button', { name: 'Published' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Why' }), 'over-limit');
    await user.type(screen.getByRole('searchbox'), 'late');
    await waitFor(() =>
      expect(background.inputsOf('desk.list').at(-1)).toMatchObject({
        state: 'published',
        why: 'over-limit',
        text: 'late',
      }),
    );
  });

  it('is being fetched at first', async () => {
    showDesk({ silent: true });
    expect(await screen.findByText('Getting the notes…')).toBeInTheDocument();
  });

  it('stays, and takes nothing, while the store is out of reach', async () => {
    const { fail, background, user } = showDesk({ notes: three() });
    await screen.findByRole('button', { name: /Customer 1/ });
    fail('offline');
    background.set({});
    await user.click(screen.getByRole('button', { name: /^Reviewed/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The store can’t be reached.');
    expect(screen.getByRole('button', { name: 'Publish…' })).toBeDisabled();
    await user.keyboard('p');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each<Role>(['rep', 'executive'])('is not for a %s, and asks for nothing in their name', async (role) => {
    const { background } = showDesk({ role });
    expect(await screen.findByText(/The desk is for supervisors and administrators/)).toBeInTheDocument();
    expect(background.inputsOf('desk.list')).toEqual([]);
  });

  it('lets somebody sign in', async () => {
    showDesk({ role: null });
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeInTheDocument();
  });

  it('is said in the language that was chosen in Heed', async () => {
    showDesk({ notes: three(), language: 'es' });
    expect(await screen.findByRole('button', { name: 'En espera (3)' })).toBeInTheDocument();
    expect(screen.getAllByText('Reclamación').length).toBeGreaterThan(0);
    expect(document.documentElement.lang).toBe('es');
  });
});

it('is a page of its own, as wide as a list and a note beside it need', async () => {
  showDesk();
  await screen.findByText('Nothing waits for you.');
  expect(screen.getByRole('main')).toHaveAttribute('data-wide');
  expect(document.title).toBe(screen.getByRole('heading', { level: 1 }).textContent);
});

describe('a note on show', () => {
  const whole: Partial<DeskNote> = {
    ...{
      customerName: 'مريم عبد الله',
      match: 'phone-alone',
      moves: 1,
      importedBy: 'Zoe Lund',
      published: 1,
    },
    ...{ version: 2, whys: ['over-limit', 'wrong-customer', 'looks-wrong', 'sample'] },
    offers: [
      {
        ...{ actionCode: 'refund-charge', amountMinor: 90_000, state: 'accepted' as const, reference: 'R-7' },
        ...{ flag: 'over-limit' as const, approved: false },
      },
    ],
    promise: { what: 'Ring back', dueOn: '2026-11-20', by: 'Rosa', state: 'broken' },
    doubts: [{ kind: 'not-their-score', text: 'Her son’s.', at: '2026-11-22T13:01:00.000Z' }],
    question: { text: 'Which bill?', by: 'Sunita Sharma', at: '2026-11-22T14:00:00.000Z' },
    versions: [
      {
        version: 1,
        content: makeContent({ summary: 'What it said first.' }),
        by: 'Rosa Lind',
        at: '2026-11-22T13:05:00.000Z',
      },
    ],
    history: [
      {
        kind: 'asked',
        by: 'Sunita Sharma',
        at: '2026-11-22T14:00:00.000Z',
        version: 1,
        question: 'Which bill?',
      },
    ],
  };

  it('says all that is known of it', async () => {
    const { user } = showDesk({ notes: [makeDeskNote(1, whole)] });
    await screen.findByRole('button', { name: /مريم/ });
    await user.keyboard('j{Enter}');
    const note = await noteAbout('مريم');
    for (const text of [
      'Refund the wrong charge €900, accepted, R-7, more than the rep may give',
      /Ring back, by .*20 Nov.*, Rosa: not kept/,
      'Not their score: Her son’s.',
      'Which bill?',
      /Found by a phone alone: it may be a household’s\. The rep moved this note here/,
      /Imported from a file by Zoe Lund\. Drawn by chance: 5 % of all notes are\. An earlier version is in the record\./,
      'What it said first.',
      /Asked back by Sunita Sharma, /,
    ])
      expect(note).toHaveTextContent(text);
    expect(document.activeElement).toBe(within(note).getByRole('heading', { level: 2 }));
    expect(await axeFaults()).toEqual([]);
  });

  it('shows what somebody wrote as text, whatever it looks like', async () => {
    const evil = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    const at = '2026-11-22T13:01:00.000Z';
    const said: Partial<DeskNote> = {
      ...{ customerName: evil, summary: evil, author: { id: 'rosa', name: evil }, importedBy: evil },
      content: makeContent({ summary: evil, reasons: [evil] }),
      promise: { what: evil, dueOn: '2026-11-30', by: evil, state: 'due' },
      doubts: [{ kind: 'other', text: evil, at }],
      question: { text: evil, by: evil, at },
      history: [{ kind: 'asked', by: evil, at, version: 1, question: evil }],
    };
    const { user, container } = showDesk({ notes: [makeDeskNote(1, said)] });
    await screen.findAllByText(evil);
    await user.keyboard('j');
    const note = await screen.findByRole('article');
    expect(note.textContent?.split(evil).length).toBeGreaterThan(8);
    expect(container.querySelector('img, script')).toBeNull();
  });

  it('of somebody without a name is about their number, and without either is said to be so', async () => {
    const nameless = { customerName: '' };
    showDesk({ notes: [makeDeskNote(1, nameless), makeDeskNote(2, { ...nameless, cardNumber: null })] });
    await screen.findByRole('button', { name: /#201/ });
    expect(screen.getByRole('button', { name: /no name in the store/ })).toBeInTheDocument();
  });
});

describe('by keys', () => {
  it('goes from note to note, reviews, and the next one is on show', async () => {
    const { user, background } = showDesk({ notes: three() });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.keyboard('j');
    expect(document.activeElement).toHaveTextContent('Customer 1');
    await user.keyboard('jjk');
    await noteAbout('Customer 2');
    await user.keyboard('r');
    await said('Reviewed: Customer 2.');
    await noteAbout('Customer 3');
    expect(rows().map((row) => row.querySelector('bdi')?.textContent)).toEqual(['Customer 1', 'Customer 3']);
    expect(background.inputsOf('desk.review')).toMatchObject([
      { noteId: deskId(2), version: 1, correction: null, userId: READER },
    ]);
  });

  it('corrects how a call was coded, and nothing else', async () => {
    const { user, background } = showDesk({ notes: three() });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.keyboard('j');
    await noteAbout('Customer 1');
    await user.keyboard('e');
    const sheet = await screen.findByRole('dialog', { name: 'Correct how it was coded' });
    await user.click(within(sheet).getByText('Low'));
    await user.click(within(sheet).getByText('Complaint'));
    await user.click(within(sheet).getByRole('button', { name: 'Save and mark as reviewed' }));
    await said('Corrected and reviewed: Customer 1.');
    const [{ correction } = { correction: null }] = background.inputsOf('desk.review');
    expect(correction).toMatchObject({ severity: 'low', complaint: false, reasons: ['billed-twice'] });
    expect(correction).not.toHaveProperty('summary');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks the rep, and marks as exemplary', async () => {
    const { user, background } = showDesk({ notes: three() });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.keyboard('j');
    await noteAbout('Customer 1');
    await user.keyboard('m');
    await said('Marked as exemplary: Customer 1.');
    await user.keyboard('a');
    await screen.findByRole('dialog', { name: 'Ask the rep' });
    await user.keyboard('  Which bill?  ');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    await said('Asked about Customer 1.');
    expect(background.inputsOf('desk.ask')).toMatchObject([{ noteId: deskId(1), question: 'Which bill?' }]);
  });

  it('lists its keys', async () => {
    const { user } = showDesk({ notes: three() });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keys of the desk' });
    expect(within(sheet).getByText('Publish what is chosen, else all that is reviewed')).toBeInTheDocument();
    expect(await axeFaults(sheet)).toEqual([]);
  });

  it('takes no letter out of what somebody types', async () => {
    const { user, background } = showDesk({ notes: three() });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.keyboard('j');
    await noteAbout('Customer 1');
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await user.keyboard('rpmx');
    expect(screen.getByRole('searchbox')).toHaveValue('rpmx');
    expect(background.inputsOf('desk.review')).toEqual([]);
  });
});

describe('a note that was edited meanwhile', () => {
  const theirs = {
    ...{ version: 2, by: 'Rosa Lind', at: '2026-11-22T15:00:00.000Z' },
    content: makeContent({ summary: 'It was thrice.' }),
  };

  it('shows both texts, does nothing, and is read anew', async () => {
    const { user, background, editMeanwhile } = showDesk({ notes: three() });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.keyboard('j');
    await noteAbout('Customer 1');
    editMeanwhile(theirs);
    await user.keyboard('r');
    const sheet = await screen.findByRole('alertdialog', { name: 'Edited meanwhile' });
    expect(
      within(sheet).getByRole('region', { name: 'As you read it, with your changes' }),
    ).toHaveTextContent('Billed twice, call 1.');
    expect(within(sheet).getByRole('region', { name: /^Now, by Rosa Lind/ })).toHaveTextContent(
      'It was thrice.',
    );
    expect(await axeFaults(sheet)).toEqual([]);
    editMeanwhile(null);
    const before = background.inputsOf('desk.read').length;
    await user.click(within(sheet).getByRole('button', { name: 'Read it anew' }));
    await waitFor(() => expect(background.inputsOf('desk.read').length).toBeGreaterThan(before));
    expect(screen.queryByText(/^Reviewed:/)).toBeNull();
  });
});

describe('what failed', () => {
  it('is said, and done again under the same id, so that it counts once', async () => {
    const { user, background, fail } = showDesk({ notes: three() });
    await screen.findByRole('button', { name: /Customer 1/ });
    await user.keyboard('j');
    await noteAbout('Customer 1');
    fail('offline');
    await user.keyboard('r');
    await said('That wasn’t done: the store can’t be reached, or failed. Try again.');
    fail(null);
    await user.keyboard('r');
    await said('Reviewed: Customer 1.');
    const [first, second] = background.inputsOf('desk.review');
    expect(second?.requestId).toBe(first?.requestId);
  });
});

import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UNDO_WINDOW } from '@/lib/domain/undo-window';
import { placeWords } from '@/lib/ui/words/place-words';
import { createFakeBackground } from './support/fake-background';
import { jurgen, makeCall, makeContent, makePage } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const A_MOMENT = 500;
const said = () => screen.queryByText(/^Note on Marta Kowalczyk saved on this computer at/);
const undo = () => screen.queryByRole('button', { name: /^Undo: go on/ });

/** The sidebar a moment after the call with Marta was wrapped up. @param sizes what the frame is asked for from then on, true for its tab */
async function wrapUp(page = makePage(), sizes: boolean[] = []) {
  const call = makeCall({ content: makeContent({ summary: 'billed twice' }), rev: 5 });
  const background = createFakeBackground({ call, page });
  showSidebar(background, { onCollapse: (c) => sizes.push(c) });
  await pass(A_MOMENT);
  sizes.splice(0);
  fireEvent.click(screen.getByRole('button', { name: /^Wrap up/ }));
  await pass(A_MOMENT);
  return background;
}

describe('what is said of a note that was wrapped up', () => {
  it('goes with its undo, and gives the next call its room', async () => {
    await wrapUp();
    await pass(UNDO_WINDOW - 2 * A_MOMENT);
    expect(said()).toBeInTheDocument();
    expect(undo()).toBeInTheDocument();
    await pass(2 * A_MOMENT);
    expect(said()).toBeNull();
    expect(undo()).toBeNull();
  });

  it('goes when the next call begins, and the undo says itself of which note it is', async () => {
    await wrapUp();
    fireEvent.change(screen.getByRole('textbox', { name: 'Summary' }), { target: { value: 'next' } });
    await pass(A_MOMENT);
    expect(said()).toBeNull();
    expect(undo()).toBeInTheDocument();
    expect(screen.getByText('Note on Marta Kowalczyk:')).toBeInTheDocument();
  });
});

describe('a line to undo on which something rests', () => {
  const line = () => screen.getByRole('region', { name: 'Note on Marta Kowalczyk:' });
  const edit = () => screen.queryByRole('button', { name: 'Edit the note on Marta Kowalczyk' });

  it('offers to edit the note once it can have left, and goes with the pointer', async () => {
    await wrapUp();
    fireEvent.pointerEnter(line());
    await pass(UNDO_WINDOW);
    expect(undo()).toBeNull();
    expect(edit()).toBeInTheDocument();
    fireEvent.pointerLeave(line());
    expect(edit()).toBeNull();
    expect(said()).toBeNull();
  });

  it('isn’t kept for longer than as long again', async () => {
    await wrapUp();
    fireEvent.pointerEnter(line());
    await pass(2 * UNDO_WINDOW - 2 * A_MOMENT);
    expect(edit()).toBeInTheDocument();
    await pass(2 * A_MOMENT);
    expect(edit()).toBeNull();
  });

  it('stays while the keyboard goes from one button to the next', async () => {
    await wrapUp();
    act(() => undo()?.focus());
    await pass(UNDO_WINDOW);
    act(() => screen.getByRole('button', { name: 'Copy as text' }).focus());
    expect(edit()).toBeInTheDocument();
    act(() => screen.getByRole('textbox', { name: 'Summary' }).focus());
    expect(edit()).toBeNull();
  });

  it('has no more time for having been left and pointed at again', async () => {
    await wrapUp();
    await pass(UNDO_WINDOW - 2 * A_MOMENT);
    fireEvent.pointerEnter(line());
    fireEvent.pointerLeave(line());
    await pass(2 * A_MOMENT);
    expect(undo()).toBeNull();
    expect(edit()).toBeNull();
  });
});

describe('the time in which a wrap-up can be undone', () => {
  const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

  it('counts from the wrap-up, however often the sidebar is folded and opened', async () => {
    await wrapUp();
    await pass(UNDO_WINDOW / 2);
    press('Collapse Heed');
    await pass(A_MOMENT);
    press(/^Heed: /);
    expect(undo()).toBeInTheDocument();
    await pass(UNDO_WINDOW / 2);
    expect(undo()).toBeNull();
    expect(said()).toBeNull();
  });

  it('runs out beside a folded sidebar, too', async () => {
    await wrapUp();
    press('Collapse Heed');
    await pass(UNDO_WINDOW);
    press(/^Heed: /);
    await pass(0);
    expect(undo()).toBeNull();
  });

  it('is over when the note is let go, from wherever; then it is edited, where the pointer rests', async () => {
    const background = await wrapUp();
    const held = (undoable: boolean) => {
      const { noteId, direction, name, content } = makeCall();
      const note = { noteId, direction, name, content, at: new Date().toISOString() };
      act(() => background.set({ undoable: undoable ? note : null }));
    };
    held(true);
    await pass(A_MOMENT);
    fireEvent.pointerEnter(screen.getByRole('region', { name: 'Note on Marta Kowalczyk:' }));
    expect(undo()).toBeInTheDocument();
    held(false);
    await pass(A_MOMENT);
    expect(undo()).toBeNull();
    expect(screen.getByRole('button', { name: 'Edit the note on Marta Kowalczyk' })).toBeInTheDocument();
    fireEvent.pointerLeave(screen.getByRole('region', { name: 'Note on Marta Kowalczyk:' }));
    expect(said()).toBeNull();
  });

  it('is not over for a view that doesn’t know of the note yet', async () => {
    const background = await wrapUp();
    act(() => background.set({ undoable: null }));
    await pass(A_MOMENT);
    expect(undo()).toBeInTheDocument();
  });
});

describe('a note that was wrapped up on a page left since', () => {
  const { noteId, direction, name } = makeCall();
  const note = (ago: number) => ({
    ...{ noteId, direction, name, content: makeContent({ summary: 'billed twice' }) },
    at: new Date(Date.now() - ago).toISOString(),
  });
  const show = async (ago: number) => {
    const background = createFakeBackground(
      { page: jurgen(), undoable: note(ago) },
      { 'note.undoSave': () => ({ state: 'draft' }) },
    );
    showSidebar(background, { onCollapse: () => undefined });
    await pass(A_MOMENT);
    return background;
  };

  it('can be undone for what is left of its time, be the customer here fine', async () => {
    await show(UNDO_WINDOW / 2);
    expect(screen.getByText('Note on Marta Kowalczyk:')).toBeInTheDocument();
    expect(undo()).toBeInTheDocument();
    await pass(UNDO_WINDOW / 2);
    expect(undo()).toBeNull();
    expect(screen.getByRole('button', { name: 'Heed: OK. Open' })).toBeInTheDocument();
  });

  it('is gone on with by Undo, and isn’t offered again while the view still names it', async () => {
    const background = await show(0);
    fireEvent.click(screen.getByRole('button', { name: 'Undo: go on with the note on Marta Kowalczyk' }));
    await pass(A_MOMENT);
    expect(background.inputsOf('note.undoSave')).toMatchObject([{ noteId }]);
    act(() => background.set({ undoable: note(A_MOMENT) }));
    await pass(A_MOMENT);
    expect(undo()).toBeNull();
  });

  it('is offered no more once its time is over, though it hasn’t left yet', async () => {
    await show(UNDO_WINDOW);
    expect(screen.getByRole('button', { name: 'Heed: OK. Open' })).toBeInTheDocument();
    expect(undo()).toBeNull();
  });

  it('doesn’t take the place of the one that was wrapped up here', async () => {
    const background = await wrapUp();
    const other = { ...note(0), noteId: '019ab000-0000-7000-8000-0000000000c9', name: 'Sam Roe' };
    act(() => background.set({ undoable: other }));
    await pass(A_MOMENT);
    expect(screen.getByRole('region', { name: 'Note on Marta Kowalczyk:' })).toBeInTheDocument();
  });
});

describe('a sidebar in which nothing else stands', () => {
  it.each([
    ['of the same customer', makePage({ card: null })],
    ['of somebody else, who is fine', jurgen()],
  ])('stays open while a wrap-up can be undone, and folds then: %s', async (_name, page) => {
    const sizes: boolean[] = [];
    await wrapUp(page, sizes);
    await pass(UNDO_WINDOW - 2 * A_MOMENT);
    expect(undo()).toBeInTheDocument();
    expect(sizes).toEqual([]);
    await pass(2 * A_MOMENT);
    expect(screen.getByRole('button', { name: /^Heed: / })).toBeInTheDocument();
    expect(sizes).toEqual([true]);
  });

  it('folds at once when the rep says so, and doesn’t open for the next customer', async () => {
    const sizes: boolean[] = [];
    const background = await wrapUp(makePage({ card: null }), sizes);
    fireEvent.click(screen.getByRole('button', { name: 'Collapse Heed' }));
    act(() => background.set({ page: jurgen() }));
    await pass(A_MOMENT);
    expect(screen.getByRole('button', { name: 'Heed: OK. Open' })).toBeInTheDocument();
    expect(sizes).toEqual([true]);
  });
});

it('whatever else is said goes after a while too', async () => {
  showSidebar(createFakeBackground());
  await pass(A_MOMENT);
  fireEvent.click(screen.getByRole('button', { name: placeWords.hide }));
  await pass(A_MOMENT);
  expect(screen.getByText(placeWords.hidden)).toBeInTheDocument();
  await pass(UNDO_WINDOW);
  expect(screen.queryByText(placeWords.hidden)).toBeNull();
});

import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeOffer, makePage, makeRing } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

type Parked = SidebarView['parked'][number];
const id = (n: number) => `019ab000-0000-7000-8000-00000000000${n}`;
const parked = (n: number, part: Partial<Parked> = {}): Parked => ({
  ...{ noteId: id(n), name: `Caller ${n}`, accountEnd: '', startedAt: '2026-11-22T12:03:00.000Z' },
  ...{ editing: false, heldAt: '2026-11-22T12:58:00.000Z', unfinished: true },
  ...part,
});
const second = makeCall({ noteId: id(2), content: makeContent({ summary: 'about Marta' }), rev: 3 });
const tabs = () => screen.getAllByRole('radio', { name: /now|on hold|earlier/ });

describe('several calls at once', () => {
  it('one alone has no bar', async () => {
    showSidebar(createFakeBackground({ call: second }));
    await screen.findByRole('heading', { name: 'Marta Kowalczyk' });
    expect(screen.queryByRole('radiogroup', { name: 'Calls' })).toBeNull();
  });

  it('stand in the order in which they began, each with what state it is in and whether its note is done', async () => {
    const others = [parked(3, { unfinished: false }), parked(1)];
    showSidebar(createFakeBackground({ call: second, parked: others }));
    await screen.findByRole('radiogroup', { name: 'Calls' });
    const names = tabs().map((tab) => tab.getAttribute('aria-label') ?? '');
    expect(names[0]).toMatch(/^Caller 1, on hold since \d\d:\d\d, note not finished$/);
    expect(names[1]).toBe('Marta Kowalczyk, now, note not finished');
    expect(names[2]).toMatch(/^Caller 3, on hold since \d\d:\d\d$/);
    expect(tabs()[1]).toBeChecked();
    expect(screen.queryByRole('region', { name: 'Unfinished notes' })).toBeNull();
  });

  it('one on hold stays in the bar when the other call ends, and Alt and its digit takes it up', async () => {
    const background = createFakeBackground({ call: second, parked: [parked(1)] });
    const { user } = showSidebar(background);
    await screen.findByRole('radiogroup', { name: 'Calls' });
    act(() => background.set({ call: null }));
    await waitFor(() => expect(tabs()).toHaveLength(1));
    expect(tabs()[0]).toHaveAccessibleName(/^Caller 1, on hold since \d\d:\d\d, note not finished$/);
    expect(tabs()[0]).not.toBeChecked();
    expect(screen.queryByRole('region', { name: 'Unfinished notes' })).toBeNull();
    await user.keyboard('{Alt>}[Digit1]{/Alt}');
    await waitFor(() => expect(background.inputsOf('call.resume')).toEqual([{ noteId: id(1) }]));
  });

  it('says what stands there while an earlier note is edited in a call: nobody was put on hold', async () => {
    const edit = makeCall({ noteId: id(2), editing: { original: makeContent() } });
    showSidebar(createFakeBackground({ call: edit, parked: [parked(1, { heldAt: null }), parked(3)] }));
    await screen.findByRole('radiogroup', { name: 'Calls' });
    const names = tabs().map((tab) => tab.getAttribute('aria-label'));
    expect(names).toEqual([
      'Caller 1, now, note not finished',
      'Marta Kowalczyk, earlier note',
      expect.stringMatching(/^Caller 3, on hold since \d\d:\d\d/),
    ]);
  });

  it('one on hold that is taken up by a tap while no call is on', async () => {
    const background = createFakeBackground({ parked: [parked(1)] });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('radio', { name: /^Caller 1/ }));
    await waitFor(() => expect(background.inputsOf('call.resume')).toEqual([{ noteId: id(1) }]));
  });

  it.each([
    ['that nobody knows to be on hold', { heldAt: null }],
    ['of an edit', { editing: true }],
  ])('one unfinished note %s has no bar, and stands in the list', async (_, part) => {
    showSidebar(createFakeBackground({ parked: [parked(1, part)] }));
    expect(await screen.findByRole('region', { name: 'Unfinished notes' })).toHaveTextContent('Caller 1');
    expect(screen.queryByRole('radiogroup', { name: 'Calls' })).toBeNull();
  });

  it('says of a call that another began beside it that it is on hold, read out from the bar', async () => {
    const background = createFakeBackground({ call: second });
    showSidebar(background);
    await screen.findByRole('heading', { name: 'Marta Kowalczyk' });
    const third = makeCall({ noteId: id(3), name: 'Caller 3' });
    act(() =>
      background.set({
        call: third,
        parked: [parked(2, { name: 'Marta Kowalczyk', heldAt: '2026-11-22T12:59:00.000Z' }), parked(1)],
      }),
    );
    const said = await screen.findByText(/^Marta Kowalczyk, on hold since \d\d:\d\d$/, { selector: 'p' });
    expect(said).toHaveAttribute('aria-live', 'polite');
  });

  it('one tap switches, after the last words are on disk', async () => {
    const background = createFakeBackground({ call: second, parked: [parked(1)] });
    const { user } = showSidebar(background);
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), '!');
    await user.click(screen.getByRole('radio', { name: /^Caller 1/ }));
    await waitFor(() => expect(background.inputsOf('call.resume')).toEqual([{ noteId: id(1) }]));
    const order = background.asked
      .map((a) => a.method)
      .filter((m) => m === 'draft.write' || m === 'call.resume');
    expect(order).toEqual(['draft.write', 'call.resume']);
  });

  it('arrow keys go between them and Enter takes one up', async () => {
    const background = createFakeBackground({ call: second, parked: [parked(3)] });
    const { user } = showSidebar(background);
    await screen.findByRole('radiogroup', { name: 'Calls' });
    while (document.activeElement !== tabs()[0]) await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(tabs()[1]).toHaveFocus();
    expect(background.inputsOf('call.resume')).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(background.inputsOf('call.resume')).toEqual([{ noteId: id(3) }]));
  });

  it('Alt and a digit takes one up, in the summary too; the one that is on stays', async () => {
    const background = createFakeBackground({ call: second, parked: [parked(1), parked(3)] });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('textbox', { name: 'Summary' }));
    await user.keyboard('{Alt>}[Digit2]{/Alt}');
    await user.keyboard('{Alt>}[Digit9]{/Alt}');
    expect(background.inputsOf('call.resume')).toEqual([]);
    await user.keyboard('{Alt>}[Digit3]{/Alt}');
    await waitFor(() => expect(background.inputsOf('call.resume')).toEqual([{ noteId: id(3) }]));
  });

  it('keeps where somebody had read to, for each', async () => {
    const first = makeCall({ noteId: id(1), name: 'Caller 1' });
    const background = createFakeBackground({ call: second, parked: [parked(1)] });
    const { container } = showSidebar(background);
    await screen.findByRole('heading', { name: 'Marta Kowalczyk' });
    const read = container.querySelector('.sidebar-read') as HTMLElement;
    read.scrollTop = 70;
    fireEvent.scroll(read);
    act(() => background.set({ call: first, parked: [parked(2)] }));
    await screen.findByRole('heading', { name: 'Caller 1' });
    expect(read.scrollTop).toBe(0);
    act(() => background.set({ call: second, parked: [parked(1)] }));
    await screen.findByRole('heading', { name: 'Marta Kowalczyk' });
    expect(read.scrollTop).toBe(70);
  });
});

it('what there is to read stands at its top again once the call is over', async () => {
  const background = createFakeBackground();
  const { container } = showSidebar(background);
  await screen.findByRole('heading', { name: 'Marta Kowalczyk' });
  const read = container.querySelector('.sidebar-read') as HTMLElement;
  read.scrollTop = 70;
  fireEvent.scroll(read);
  fireEvent.change(screen.getByRole('textbox', { name: 'Summary' }), { target: { value: 'On.' } });
  await waitFor(() => expect(background.view().call?.content.summary).toBe('On.'));
  expect(read.scrollTop).toBe(70);
  fireEvent.click(screen.getByRole('button', { name: /^Wrap up/ }));
  await screen.findByText(/saved on this computer at/);
  expect(read.scrollTop).toBe(0);
});

describe('undo', () => {
  const offered = makeContent({ caller: 'customer', reasons: ['billed-twice'], offers: [makeOffer()] });

  it('an offer taken out of the note is offered back, in a line and by keys', async () => {
    const background = createFakeBackground({ call: makeCall({ content: offered, rev: 2 }) });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: /^Undo last step/ }));
    expect(await screen.findByText('Taken out of the note.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Undo Ctrl Z/ }));
    expect(screen.getByRole('button', { name: /^Undo last step/ })).toBeInTheDocument();
    await waitFor(() => expect(background.inputsOf('draft.write').at(-1)?.content.offers).toHaveLength(1));
  });

  it('takes back taps one after another, and leaves what was typed since', async () => {
    const background = createFakeBackground({ call: makeCall({ content: offered, rev: 2 }) });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('radio', { name: 'High' }));
    await user.click(screen.getByRole('radio', { name: 'Resolved' }));
    const summary = screen.getByRole('textbox', { name: 'Summary' });
    await user.type(summary, 'more');
    act(() => summary.blur());
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.getByRole('radio', { name: 'Resolved' })).not.toBeChecked();
    expect(screen.getByRole('radio', { name: 'High' })).toBeChecked();
    await user.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
    expect(screen.getByRole('radio', { name: 'High' })).not.toBeChecked();
    expect(summary).toHaveValue('more');
  });

  it('is the field’s own while somebody types', async () => {
    const background = createFakeBackground({ call: makeCall({ content: offered, rev: 2 }) });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('radio', { name: 'High' }));
    await user.click(screen.getByRole('textbox', { name: 'Summary' }));
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.getByRole('radio', { name: 'High' })).toBeChecked();
  });
});

describe('a note that is somebody else’s', () => {
  it('is moved to whom the rep finds by a number, and not begun anew', async () => {
    const background = createFakeBackground(
      { call: second, page: { state: 'nobody' } },
      { 'ring.move': () => ({}) },
    );
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Move this note…' }));
    await user.type(await screen.findByRole('textbox', { name: 'Find caller' }), '0711 5550 202{Enter}');
    const ring = makeRing({ via: 'typed' });
    act(() => background.set({ rings: [ring] }));
    await user.click(await screen.findByRole('button', { name: 'Move here: Customer 202 in Heed' }));
    expect(background.inputsOf('ring.move')).toEqual([{ ringId: ring.id, noteId: id(2), cardNumber: 202 }]);
    expect(background.inputsOf('ring.choose')).toEqual([]);
  });

  it('says whom it was moved from, and goes back by one tap', async () => {
    const call = makeCall({ movedFrom: 'Jürgen Hoffmann-Weißenfels' });
    const background = createFakeBackground({ call }, { 'note.moveBack': () => ({}) });
    const { user } = showSidebar(background);
    expect(await screen.findByText('Moved here from Jürgen Hoffmann-Weißenfels')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Move back' }));
    expect(background.inputsOf('note.moveBack')).toEqual([{ noteId: call.noteId }]);
  });

  it('two of one name stay told apart: in the header, in the bar, and where a note was moved from', async () => {
    const call = makeCall({
      ...{ noteId: id(2), name: 'Vera Holm', accountEnd: '01', pageDiffers: true },
      ...{ movedFrom: 'Vera Holm', movedFromEnd: '22' },
    });
    const held = parked(1, { name: 'Vera Holm', accountEnd: '22' });
    const page = makePage({ name: 'Vera Holm', accountEnd: '22' });
    showSidebar(createFakeBackground({ call, page, parked: [held] }));
    const heading = await screen.findByRole('heading', { name: 'Vera Holm' });
    expect(heading.closest('header')).toHaveTextContent('…01');
    expect(screen.getByText('The page shows').parentElement).toHaveTextContent(/…01.*…22/);
    const said = tabs().map((tab) => tab.getAttribute('aria-label') ?? '');
    expect(said[0]).toMatch(/^Vera Holm, account number ending in 22, on hold since/);
    expect(said[1]).toBe('Vera Holm, account number ending in 01, now');
    expect(tabs()[0]).toHaveTextContent('…22');
    expect(screen.getByText('Moved here from Vera Holm').parentElement).toHaveTextContent('…22');
    for (const end of screen.getAllByText(/^…\d\d$/)) expect(end.closest('.sensitive')).not.toBeNull();
  });

  it('a record that isn’t theirs is put away by the rep, of the very customer whom they saw', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Not this customer…' }));
    expect(background.inputsOf('page.choose')).toEqual([
      { key: makePage().key, cardNumber: null, shown: [202] },
    ]);
  });

  it('keeps the number that rang in sight', async () => {
    showSidebar(createFakeBackground({ call: makeCall({ line: '+49 711 5550 202' }) }));
    expect(await screen.findByText('+49 711 5550 202')).toBeInTheDocument();
  });
});

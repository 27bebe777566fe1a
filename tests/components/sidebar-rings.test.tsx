import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeCard, makeContent, makePage, makeRing, makeSync, okCard } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const nobody = { page: { state: 'nobody' } } as const;
const several = makeRing({
  why: 'several',
  candidates: [
    { card: makeCard(), name: '', storeName: '', accountEnd: null, foundBy: ['externalId', 'phone'] },
    { card: okCard(), name: '', storeName: '', accountEnd: null, foundBy: ['phone'] },
  ],
});
const second = makeRing({ id: '019ab000-0000-7000-8000-0000000000c2', said: '+49 711 5550 318' });
const section = (name: string) => within(screen.getByRole('region', { name }));

describe('while the phone rings and no record is open', () => {
  it('the one who may be meant is shown by level and number, not verified, and nothing of the account', async () => {
    showSidebar(createFakeBackground({ ...nobody, rings: [makeRing()] }));
    const ring = within(await screen.findByRole('region', { name: 'The phone rings' }));
    expect(ring.getByText('+49 711 5550 202')).toBeInTheDocument();
    expect(ring.getByText('caller not verified')).toBeInTheDocument();
    expect(ring.getByText('At risk')).toBeInTheDocument();
    expect(ring.getByText('#202')).toBeInTheDocument();
    for (const fact of ['Gold', 'billed', 'Score', '4,', 'month', 'Promise'])
      expect(document.body).not.toHaveTextContent(fact);
  });

  it.each([
    [several, 'Several customers share this.', ['found by customer number, phone', 'found by phone']],
    [
      { ...several, why: 'identifiers-disagree' } as const,
      'The account number and the phone lead to different customers.',
      [],
    ],
    [makeRing({ why: 'nobody', candidates: [] }), 'No customer with this number.', ['Note it down']],
    [
      makeRing({ why: 'locked', candidates: [] }),
      'Customers are locked until you sign in.',
      ['Note it down'],
    ],
  ])('says why it asks: $why', async (ring, why, more) => {
    showSidebar(createFakeBackground({ ...nobody, rings: [ring] }));
    expect(await screen.findByText(why, { exact: false })).toBeInTheDocument();
    for (const text of more) expect(screen.getByText(text)).toBeInTheDocument();
  });

  it.each([
    ['one', makeRing(), 'ask who is calling. Nothing but the level shows before that.'],
    [
      'several',
      several,
      'ask who is calling. Nothing but levels and what tells them apart shows before that.',
    ],
    ['nobody', makeRing({ why: 'nobody', candidates: [] }), 'A number can be faked: ask who is calling.'],
  ])('says what is shown before anybody is verified, of %s', async (_, ring, words) => {
    showSidebar(createFakeBackground({ ...nobody, rings: [ring] }));
    const hint = await screen.findByText(/A number can be faked/);
    expect(hint.textContent?.endsWith(words)).toBe(true);
  });

  it('names the site that says so: any can send a rep to an address', async () => {
    showSidebar(
      createFakeBackground({ ...nobody, rings: [makeRing({ from: 'https://mail.example:8443' })] }),
    );
    expect(await screen.findByText('Said by mail.example:8443')).toBeInTheDocument();
  });

  it('says of nobody found that customers are still on their way', async () => {
    const coming = { customers: 0, totalCustomers: 9, bytes: 0, totalBytes: 9, secondsLeft: null };
    const rings = [makeRing({ why: 'nobody', candidates: [] })];
    showSidebar(createFakeBackground({ ...nobody, rings, sync: makeSync({ coming }) }));
    expect(await screen.findByText('Customers are still on their way to this computer.')).toBeInTheDocument();
  });

  it('choosing one, by keys alone, begins the call, and the note can be written at once', async () => {
    const background = createFakeBackground({ ...nobody, rings: [several] });
    const { user } = showSidebar(background);
    await screen.findByText('Several customers share this.');
    const second = screen.getByRole('button', { name: 'This one: Customer 318 in Heed' });
    while (document.activeElement !== second) await user.tab();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: '#318' })).toBeInTheDocument();
    expect(background.inputsOf('ring.choose')).toMatchObject([{ ringId: several.id, cardNumber: 318 }]);
    expect(screen.getByText('Not verified')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Summary' }), 'from abroad');
    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveValue('from abroad');
  });

  it.each([
    ['None of these: new caller', several],
    ['Note it down', makeRing({ why: 'nobody', candidates: [] })],
  ])('“%s” begins the call for nobody known', async (name, ring) => {
    const background = createFakeBackground({ ...nobody, rings: [ring] });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name }));
    expect(background.inputsOf('ring.choose')).toMatchObject([{ ringId: ring.id, cardNumber: null }]);
    expect(await screen.findByRole('heading', { name: ring.said })).toBeInTheDocument();
  });

  it('can be dismissed, and the next one who rings is there', async () => {
    const background = createFakeBackground({ ...nobody, rings: [makeRing(), second] });
    const { user } = showSidebar(background);
    expect(await screen.findByText('rings too')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Dismiss: +49 711 5550 202' }));
    expect(await section('The phone rings').findByText('+49 711 5550 318')).toBeInTheDocument();
    expect(screen.queryByText('+49 711 5550 202')).toBeNull();
  });

  it('opens a sidebar that stood folded', async () => {
    const sizes: boolean[] = [];
    const page = makePage({ card: okCard() });
    const background = createFakeBackground({ page });
    showSidebar(background, {
      witness: { by: 'content', key: page.key },
      onCollapse: (collapsed) => sizes.push(collapsed),
    });
    await screen.findByRole('button', { name: /Heed: OK/ });
    act(() => background.set({ rings: [makeRing()] }));
    expect(await screen.findByRole('region', { name: 'The phone rings' })).toBeInTheDocument();
    expect(sizes.at(-1)).toBe(false);
  });
});

describe('a ring during a call', () => {
  const call = makeCall({ content: makeContent({ summary: 'about Marta' }), rev: 3 });

  it('is one line, and leaves call, note and cursor where they are', async () => {
    const background = createFakeBackground({ call, page: makePage() });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('textbox', { name: 'Summary' }));
    act(() => background.set({ rings: [second] }));
    expect(await screen.findByText('rings too')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'The phone rings' })).toBeNull();
    expect(screen.getByRole('heading', { name: 'Marta Kowalczyk' })).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveFocus();
  });

  it('that was opened before the call folds to its one line once the other caller is chosen, and opens again', async () => {
    const background = createFakeBackground({ ...nobody, rings: [makeRing(), second] });
    const { user } = showSidebar(background);
    const whoSecond = { name: 'Who is it? +49 711 5550 318' };
    await user.click(await screen.findByRole('button', whoSecond));
    const rings = screen.getAllByRole('region', { name: 'The phone rings' });
    expect(rings).toHaveLength(2);
    await user.click(within(rings[0] as HTMLElement).getByRole('button', { name: /^This one/ }));
    await screen.findByRole('heading', { name: '#202' });
    expect(screen.queryByRole('region', { name: 'The phone rings' })).toBeNull();
    await user.click(screen.getByRole('button', whoSecond));
    expect(section('The phone rings').getByText('+49 711 5550 318')).toBeInTheDocument();
  });

  it('becomes the call only when the rep says so, after the last words are on disk; it says what is parked', async () => {
    const background = createFakeBackground({ call, page: makePage(), rings: [second] });
    const { user } = showSidebar(background);
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), '!');
    await user.click(screen.getByRole('button', { name: 'Who is it? +49 711 5550 318' }));
    expect(
      screen.getByText('Choosing parks the call with Marta Kowalczyk, with its note.'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'This one: Customer 202 in Heed' }));
    await screen.findByRole('heading', { name: '#202' });
    const order = background.asked
      .map((a) => a.method)
      .filter((m) => m === 'draft.write' || m === 'ring.choose');
    expect(order).toEqual(['draft.write', 'ring.choose']);
  });
});

it('a note that is nobody’s says how it gets to a customer', async () => {
  const call = makeCall({
    name: '+49 711 5550 202',
    customer: { cardNumber: null, identifiers: [] },
    card: null,
  });
  showSidebar(createFakeBackground({ ...nobody, call }));
  expect(await screen.findByText('This note has no customer yet.', { exact: false })).toBeInTheDocument();
});

describe('the field to find a caller by', () => {
  it('stands there where nobody is open, takes what is typed, and shows whom it may mean right after it', async () => {
    const background = createFakeBackground({ ...nobody }, {});
    const { user } = showSidebar(background);
    const field = await screen.findByRole('textbox', { name: 'Find caller' });
    await user.type(field, ' 0711 5550 202 {Enter}');
    expect(background.inputsOf('ring.find')).toEqual([{ text: '0711 5550 202' }]);
    act(() => background.set({ rings: [makeRing({ via: 'typed' })] }));
    const chooser = await screen.findByRole('region', { name: 'Who is calling?' });
    expect(field.compareDocumentPosition(chooser)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('says so where nothing can be read in it', async () => {
    const background = createFakeBackground({ ...nobody }, { 'ring.find': () => ({ read: false }) });
    const { user } = showSidebar(background);
    await user.type(await screen.findByRole('textbox', { name: 'Find caller' }), '???{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('no phone number');
  });

  it('comes with / beside a customer, with the cursor in it, and goes with Escape', async () => {
    const { user } = showSidebar(createFakeBackground());
    await screen.findByRole('heading', { name: 'Marta Kowalczyk' });
    expect(screen.queryByRole('textbox', { name: 'Find caller' })).toBeNull();
    await user.keyboard('/');
    expect(screen.getByRole('textbox', { name: 'Find caller' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Find caller' })).toBeNull();
  });

  it('never takes a / that is typed into the note', async () => {
    const { user } = showSidebar(createFakeBackground());
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), 'a/b');
    expect(screen.queryByRole('textbox', { name: 'Find caller' })).toBeNull();
  });
});

describe('a note of the wrong one of a household', () => {
  const call = makeCall({
    line: '+49 711 5550 202',
    content: makeContent({ summary: 'dead since May' }),
    rev: 2,
  });
  const found = (candidates: typeof several.candidates) =>
    makeRing({ via: 'typed', said: '+49 711 5550 202', why: 'several', candidates });

  it('goes to the other one by W and Enter, and the keyboard goes on in it', async () => {
    const background = createFakeBackground({ ...nobody, call }, { 'ring.move': () => ({}) });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('textbox', { name: 'Summary' }));
    await user.keyboard('{Alt>}w{/Alt}');
    expect(background.inputsOf('ring.find')).toEqual([{ text: '+49 711 5550 202' }]);
    act(() => background.set({ rings: [found(several.candidates)] }));
    const other = await screen.findByRole('button', { name: 'Move here: Customer 318 in Heed' });
    expect(other).toHaveFocus();
    expect(screen.queryByRole('button', { name: /Customer 202/ })).toBeNull();
    await user.keyboard('{Enter}');
    expect(background.inputsOf('ring.move')).toMatchObject([{ noteId: call.noteId, cardNumber: 318 }]);
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveFocus());
  });

  it('is asked for where nobody else has that line', async () => {
    const background = createFakeBackground({ ...nobody, call });
    const { user } = showSidebar(background);
    await screen.findByRole('textbox', { name: 'Summary' });
    await user.keyboard('w');
    act(() => background.set({ rings: [found(several.candidates.slice(0, 1))] }));
    expect(await screen.findByLabelText('Find caller')).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^Move here/ })).toBeNull();
  });
});

import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { createFakeBackground } from './support/fake-background';
import { makePage } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const KEY = 'demo C-00202';
const says = (key: string | null) => ({ by: 'content', key }) as const;
const covered = { watch: () => () => undefined, sight: () => 'covered' as const, elsewhere: false };
const identifiers = [{ kind: 'email', value: 'sam@new.example' } as const];
const newcomer = makePage({
  ...{ name: 'Sam Stranger', card: null, newcomer: true },
  customer: { cardNumber: null, identifiers },
});
const unshown = (why: 'newcomer' | 'misread' | 'unread', name = ''): PageSlot => ({
  state: 'nobody',
  of: { key: KEY, name, why },
});

describe('someone new, after the rep chose none of the customers found', () => {
  it('is said to be unknown to Heed, by the page’s own name, with what a note would go by', async () => {
    const { user } = showSidebar(createFakeBackground({ page: newcomer }));
    const said = await screen.findByText(/You chose “Someone new”/);
    expect(said).toHaveTextContent('You chose “Someone new”: Sam Stranger. Heed doesn’t know them.');
    expect(screen.getByText(/A note goes by/)).toHaveTextContent('sam@new.example');
    await user.type(screen.getByRole('textbox', { name: 'Summary' }), 'first call');
    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveValue('first call');
  });

  it('is said to be so without a name too', async () => {
    showSidebar(createFakeBackground({ page: { ...newcomer, name: '' } }));
    expect(await screen.findByText(/You chose/)).toHaveTextContent(
      'You chose “Someone new”. Heed doesn’t know them.',
    );
  });

  it('can be taken back at once: “Choose again”', async () => {
    const background = createFakeBackground({ page: newcomer });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'Choose again' }));
    expect(background.inputsOf('page.chooseAgain')).toMatchObject([{ key: KEY }]);
  });

  it('isn’t taken back by a click that something may lie over', async () => {
    const background = createFakeBackground({ page: newcomer });
    const { user } = showSidebar(background, { guard: covered });
    await user.click(await screen.findByRole('button', { name: 'Choose again' }));
    expect(screen.getByText(/Nothing was done/)).toBeInTheDocument();
    expect(background.inputsOf('page.chooseAgain')).toEqual([]);
  });

  it('has no note where the page says nothing that it could go by: that is said, with the way on', async () => {
    const background = createFakeBackground({ page: unshown('newcomer', 'Sam Stranger') });
    const { user } = showSidebar(background, { witness: says(KEY) });
    expect(await screen.findByText(/You chose/)).toHaveTextContent('Sam Stranger. Heed doesn’t know them.');
    expect(screen.getByRole('heading', { name: 'No note can begin from this page' })).toBeInTheDocument();
    expect(screen.getByText(/find them by it/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Find caller' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Choose again' }));
    expect(background.inputsOf('page.chooseAgain')).toMatchObject([{ key: KEY }]);
  });
});

describe('a site of which the rep said that it is read wrongly', () => {
  const misread = () =>
    createFakeBackground(
      { page: unshown('misread') },
      { 'site.answer': () => ({}), 'teach.begin': () => ({}) },
    );

  it('says that nobody shows there any more, and what there is to do instead', async () => {
    const background = misread();
    const { user } = showSidebar(background, { witness: says(KEY) });
    expect(await screen.findByText(/It shows nobody here by itself any more/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Find caller' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Teach Heed this CRM' }));
    expect(background.inputsOf('teach.begin')).toHaveLength(1);
  });

  it('is asked about again after “Undo”', async () => {
    const background = misread();
    const { user } = showSidebar(background, { witness: says(KEY) });
    await user.click(await screen.findByRole('button', { name: /^Undo/ }));
    expect(background.inputsOf('site.answer')).toMatchObject([{ key: KEY, right: null }]);
  });

  it('isn’t asked about again by a click that something may lie over', async () => {
    const background = misread();
    const { user } = showSidebar(background, { guard: covered });
    await user.click(await screen.findByRole('button', { name: /^Undo/ }));
    expect(background.inputsOf('site.answer')).toEqual([]);
  });

  it('stays open after the no, so that it can be read', async () => {
    const sizes: boolean[] = [];
    const page = makePage({ card: null, askSite: true });
    const background = createFakeBackground({ page }, { 'site.answer': () => ({}) });
    const { user } = showSidebar(background, { onCollapse: (c) => sizes.push(c) });
    await user.click(await screen.findByRole('button', { name: 'No, it’s wrong' }));
    act(() => background.set({ page: unshown('misread') }));
    expect(await screen.findByText(/It shows nobody here/)).toBeInTheDocument();
    expect(sizes).toEqual([false]);
  });
});

describe('a page that names somebody whom Heed shows nothing of', () => {
  it('is no empty white: no customer is on it, as far as Heed can tell', async () => {
    showSidebar(createFakeBackground({ page: unshown('unread') }), { witness: says(KEY) });
    expect(await screen.findByRole('heading', { name: 'No customer on this page' })).toBeInTheDocument();
  });

  it('says nothing once the page has gone on to somebody else', async () => {
    const background = createFakeBackground({ page: unshown('newcomer', 'Sam Stranger') });
    const sidebar = showSidebar(background, { witness: says(KEY) });
    await screen.findByText(/You chose/);
    sidebar.witness(says('demo C-00318'));
    expect(document.body).not.toHaveTextContent('Sam Stranger');
  });
});

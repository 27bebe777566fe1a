import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import { createFakeBackground } from './support/fake-background';
import { jurgen, makeCall, makeContent, makePage, makeView } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const page = makePage();
const says = (key: string | null | undefined) => ({ by: 'content', key }) as const;
const shownName = () => document.querySelector('.customer-name')?.textContent ?? null;

describe('in a frame, the page’s customer', () => {
  it('shows when the content script names the same identity', async () => {
    showSidebar(createFakeBackground(), { witness: says(page.key) });
    expect(await screen.findByRole('heading', { name: 'Marta Kowalczyk' })).toBeInTheDocument();
  });

  it('is blank in the same moment as the page goes on, though the background still names them', async () => {
    const sidebar = showSidebar(createFakeBackground(), { witness: says(page.key) });
    await screen.findByRole('heading', { name: 'Marta Kowalczyk' });
    sidebar.witness(says(null));
    expect(shownName()).toBeNull();
    expect(document.body).not.toHaveTextContent('Marta');
    expect(screen.queryByRole('textbox', { name: 'Summary' })).toBeNull();
  });

  it('never shows under another identity', async () => {
    const background = createFakeBackground({ page: jurgen() });
    showSidebar(background, { witness: says(page.key) });
    await screen.findByText('online');
    expect(document.body).not.toHaveTextContent('Jürgen');
  });

  it('shows nothing before the content script has said anything', async () => {
    showSidebar(createFakeBackground(), { witness: says(undefined) });
    await screen.findByText('online');
    expect(document.body).not.toHaveTextContent('Marta');
  });

  it('has the background asked again when the page says that it moved', async () => {
    const background = createFakeBackground();
    const sidebar = showSidebar(background, { witness: says(page.key) });
    await screen.findByRole('heading', { name: 'Marta Kowalczyk' });
    const before = background.inputsOf('sidebar.view').length;
    sidebar.witness(says('demo C-00318'));
    await waitFor(() => expect(background.inputsOf('sidebar.view').length).toBeGreaterThan(before));
  });
});

describe('a pinned call', () => {
  const call = makeCall({ content: makeContent({ summary: 'about Marta' }), rev: 3, pageDiffers: true });

  it('stays while the page goes blank', async () => {
    const background = createFakeBackground({ call: { ...call, pageDiffers: false } });
    const sidebar = showSidebar(background, { witness: says(page.key) });
    await screen.findByDisplayValue('about Marta');
    sidebar.witness(says(null));
    expect(shownName()).toBe('Marta Kowalczyk');
    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveValue('about Marta');
  });

  it('and the page are both named where they differ', async () => {
    showSidebar(createFakeBackground({ call, page: jurgen() }), { witness: says('demo C-00318') });
    const banner = (await screen.findByText(/The page shows/)).closest('p');
    expect(banner).toHaveTextContent(
      'This call: Marta Kowalczyk · The page shows Jürgen Hoffmann-Weißenfels',
    );
    expect(shownName()).toBe('Marta Kowalczyk');
  });

  it('stays, in one line that still names both, when the rep says so', async () => {
    const { user } = showSidebar(createFakeBackground({ call, page: jurgen() }));
    await user.click(await screen.findByRole('button', { name: 'Stay with Marta Kowalczyk' }));
    expect(screen.queryByRole('button', { name: /Switch/ })).toBeNull();
    expect(screen.getByText(/The page shows/)).toHaveTextContent('Jürgen Hoffmann-Weißenfels');
  });

  it('is switched only by the rep, after its last words are on disk', async () => {
    const background = createFakeBackground({ call, page: jurgen() });
    const { user } = showSidebar(background);
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), '!');
    await user.click(screen.getByRole('button', { name: /^Switch to Jürgen/ }));
    await screen.findByRole('heading', { name: 'Jürgen Hoffmann-Weißenfels' });
    const order = background.asked
      .map((a) => a.method)
      .filter((m) => m === 'draft.write' || m === 'call.begin');
    expect(order).toEqual(['draft.write', 'call.begin']);
    expect(background.inputsOf('draft.write')[0]?.content.summary).toBe('about Marta!');
    expect(background.inputsOf('call.begin')[0]?.key).toBe('demo C-00318');
    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveValue('');
  });

  it('is not said to have someone called “No name on the page” beside it', async () => {
    const page = makePage({ key: 'demo C-00318', name: '' });
    showSidebar(createFakeBackground({ call, page }));
    const said = await screen.findByText(/The page shows/);
    expect(said).toHaveTextContent('The page shows a customer without a name');
  });

  it('says that the page shows nobody', async () => {
    showSidebar(createFakeBackground({ call, page: { state: 'nobody' } }));
    expect(await screen.findByText(/The page shows/)).toHaveTextContent('The page shows nobody');
    expect(screen.queryByRole('button', { name: /Switch/ })).toBeNull();
  });
});

it('a new customer replaces the old one as soon as the background says so', async () => {
  const background = createFakeBackground();
  showSidebar(background);
  await screen.findByRole('heading', { name: 'Marta Kowalczyk' });
  act(() => background.set({ page: jurgen() }));
  expect(await screen.findByRole('heading', { name: 'Jürgen Hoffmann-Weißenfels' })).toBeInTheDocument();
  expect(document.body).not.toHaveTextContent('Marta');
});

it('a change that comes before the first answer is not lost', async () => {
  let answer: (view: SidebarView) => void = () => undefined;
  let asked = 0;
  const background = createFakeBackground(
    {},
    {
      'sidebar.view': () => {
        asked += 1;
        const first = new Promise<SidebarView>((resolve) => {
          answer = resolve;
        });
        return asked === 1 ? first : makeView({ page: jurgen() });
      },
    },
  );
  showSidebar(background, { witness: says('demo C-00318') });
  await waitFor(() => expect(asked).toBe(1));
  act(() => background.set({ page: jurgen() }));
  await act(async () => answer(makeView()));
  expect(await screen.findByRole('heading', { name: 'Jürgen Hoffmann-Weißenfels' })).toBeInTheDocument();
});

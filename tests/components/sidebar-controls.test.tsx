import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeOrganisation, makePage, makeSync } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

describe('the call', () => {
  it('begins when the rep says so', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'Start call' }));
    expect(await screen.findByText('This call')).toBeInTheDocument();
    expect(background.inputsOf('call.begin')[0]?.key).toBe(makePage().key);
  });

  it('begins when the rep says who is calling', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'Who is calling?' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Authorised by the customer' }));
    await waitFor(() => expect(background.view().call?.content.caller).toBe('authorised'));
  });

  it('is parked with its words, from the menu', async () => {
    const background = createFakeBackground({
      call: makeCall({ content: makeContent({ summary: 'x' }), rev: 1 }),
    });
    const { user } = showSidebar(background);
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), 'y');
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Park this call' }));
    await waitFor(() => expect(background.inputsOf('call.park')).toHaveLength(1));
    expect(background.inputsOf('draft.write').at(-1)?.content.summary).toBe('xy');
  });

  it.each([
    ['Why is this shown?', {}],
    ['Why is nobody shown?', { page: { state: 'nobody' } } as const],
  ])('is explained in the settings, from the menu: %s', async (name, view) => {
    const background = createFakeBackground(view, { 'doctor.open': () => ({}) });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name }));
    await waitFor(() => expect(background.inputsOf('doctor.open')).toHaveLength(1));
  });

  it('can’t be signed out of where a page could cover the click', async () => {
    const { user } = showSidebar(createFakeBackground());
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await screen.findByRole('menuitem', { name: 'Settings' });
    expect(screen.queryByRole('menuitem', { name: 'Sign out' })).toBeNull();
  });

  it('can be signed out of in the browser’s own sidebar', async () => {
    const background = createFakeBackground({}, { 'account.signOut': () => ({}) });
    background.host.kind = 'panel';
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    expect(background.inputsOf('account.signOut')).toHaveLength(1);
  });
});

describe('prompts', () => {
  const intents = () => [...document.querySelectorAll('.prompt-intent')].map((p) => p.textContent);

  it('are two at most; the next one follows a dismissed one, and undo brings it back', async () => {
    const { user } = showSidebar(createFakeBackground());
    await screen.findByText('Let them finish; then one open question');
    expect(intents()).toEqual(['Let them finish; then one open question', 'Say why you ask who is calling']);
    await user.click(screen.getByRole('button', { name: /^Dismiss: Let them finish/ }));
    expect(intents()).toEqual(['Say why you ask who is calling', 'Warm first words, and your own name']);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(intents()).toEqual(['Let them finish; then one open question', 'Say why you ask who is calling']);
  });

  it('stay dismissed when the call begins', async () => {
    const background = createFakeBackground();
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: /^Dismiss: Let them finish/ }));
    await user.type(screen.getByRole('textbox', { name: 'Summary' }), 'x');
    await waitFor(() => expect(background.view().call?.dismissed).toEqual(['let-them-finish']));
    expect(intents()).not.toContain('Let them finish; then one open question');
  });

  it('show their example in full on a tap', async () => {
    const { user } = showSidebar(createFakeBackground());
    const example = await screen.findByRole('button', { name: /What happened then/ });
    expect(example).toHaveAttribute('aria-expanded', 'false');
    await user.click(example);
    expect(example).toHaveAttribute('aria-expanded', 'true');
  });
});

describe('the last line', () => {
  it('says whether the store is there, what is unsent and since when', async () => {
    const oldestUnsentAt = new Date(Date.now() - 3 * 3_600_000).toISOString();
    const sync = makeSync({
      online: false,
      unsent: 3,
      oldestUnsentAt,
      needsAttention: 1,
    });
    showSidebar(createFakeBackground({ sync }));
    const line = await screen.findByRole('contentinfo');
    expect(line).toHaveTextContent('offline·3 unsent, oldest 3 h·1 note needs attention');
  });

  it.each([
    ['alone', { unsent: 1 }, 'online·last note leaves in a moment'],
    ['with others that wait', { unsent: 3 }, 'online·3 unsent'],
    ['without network, where it doesn’t', { unsent: 1, online: false }, 'offline·1 unsent'],
  ])('is calm about a note that only waits for its undo: %s', async (_, part, says) => {
    const sync = makeSync({ undoable: true, oldestUnsentAt: new Date().toISOString(), ...part });
    showSidebar(createFakeBackground({ sync }));
    const line = await screen.findByRole('contentinfo');
    expect(line).toHaveTextContent(says);
    // In the list of them it is just now.
    expect(line).not.toHaveTextContent('oldest');
  });

  it('says when data are made up, or seen from another day', async () => {
    const organisation = makeOrganisation();
    organisation.organisation.generated = true;
    organisation.asOf = '2018-06-30';
    showSidebar(createFakeBackground({}, { 'organisation.get': () => organisation }));
    expect(await screen.findByText('made-up data')).toBeInTheDocument();
    expect(screen.getByText('as of 30 Jun 2018')).toBeInTheDocument();
  });

  it('opens the list of what is unsent, with a way to send and to keep it', async () => {
    const background = createFakeBackground(
      { sync: makeSync({ unsent: 2, needsAttention: 1, unsentOfOthers: 1 }) },
      {
        'outbox.list': () => [
          {
            id: '1',
            name: 'Marta',
            at: new Date().toISOString(),
            state: 'needs-attention',
            code: 'customer-ambiguous',
            summary: 'Booked twice',
            ...{ kind: 'note', conflict: null },
          },
          {
            id: '2',
            name: 'Tom',
            at: new Date().toISOString(),
            state: 'waiting',
            code: null,
            summary: '',
            kind: 'note',
            conflict: null,
          },
        ],
      },
    );
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: '1 note needs attention' }));
    const dialog = await screen.findByRole('dialog', { name: 'Unsent notes' });
    await within(dialog).findByText('Booked twice');
    expect(dialog).toHaveTextContent('The store knows several customers this could be.');
    expect(dialog).toHaveTextContent('1 unsent note of someone else');
    await user.click(within(dialog).getByRole('button', { name: 'Send now' }));
    expect(background.inputsOf('outbox.retry')).toHaveLength(1);
  });
});

describe('the keyboard', () => {
  it('opens the list of shortcuts with ?, and closes it with Escape', async () => {
    const { user } = showSidebar(createFakeBackground());
    await screen.findByRole('textbox', { name: 'Summary' });
    await user.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Shortcuts' })).toHaveTextContent('CtrlEnterWrap up');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens the list from the middle of a sentence with Alt, and leaves the sentence as it was', async () => {
    const { user } = showSidebar(createFakeBackground());
    const note = await screen.findByRole('textbox', { name: 'Summary' });
    await user.type(note, 'why{Alt>}?{/Alt}');
    expect(await screen.findByRole('dialog', { name: 'Shortcuts' })).toBeInTheDocument();
    expect(note).toHaveValue('why');
  });

  it('leaves to a keyboard on which Ctrl and Alt write signs what they write', async () => {
    const { user } = showSidebar(createFakeBackground());
    const note = await screen.findByRole('textbox', { name: 'Summary' });
    await user.click(note);
    expect(fireEvent.keyDown(note, { key: '?', altKey: true, ctrlKey: true })).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('writes a question mark where a question is typed', async () => {
    const { user } = showSidebar(createFakeBackground());
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), 'why?');
    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveValue('why?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('reaches everything in the order it is read', async () => {
    const { user } = showSidebar(createFakeBackground());
    await screen.findByRole('textbox', { name: 'Summary' });
    const reached: string[] = [];
    for (let i = 0; i < 20; i += 1) {
      await user.tab();
      const { activeElement: e } = document;
      reached.push(e?.getAttribute('aria-label') ?? e?.textContent ?? '');
    }
    const order = [
      'More',
      'Start call',
      'Verified',
      'Who is calling?',
      'Called about: Choose',
      'Summary',
      'Promise',
    ];
    const places = order.map((name) => reached.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});

describe('the background', () => {
  it('is told that the network is back', async () => {
    const background = createFakeBackground();
    showSidebar(background);
    await screen.findByText('online');
    fireEvent(window, new Event('online'));
    expect(background.inputsOf('network.online')).toHaveLength(1);
  });

  it('that doesn’t answer at first is asked again, with words for it', async () => {
    let dead = true;
    const background = createFakeBackground();
    const { call } = background.host;
    background.host.call = (method, input) =>
      dead ? Promise.reject(new AppError('internal')) : call(method, input);
    const { user } = showSidebar(background);
    expect(await screen.findByRole('alert', {}, { timeout: 20_000 })).toHaveTextContent(
      'Something in Heed went wrong.',
    );
    dead = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Marta Kowalczyk' })).toBeInTheDocument();
  });
});

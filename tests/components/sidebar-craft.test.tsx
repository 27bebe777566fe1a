import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { usualPlace } from '@/lib/domain/frame-place';
import { setLanguage } from '@/lib/platform/language';
import { placeWords } from '@/lib/ui/words/place-words';
import { shortcutEn } from '@/lib/ui/words/shortcut-words';
import { wordsEn } from '@/lib/ui/words/words';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeOffer, makeView } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

afterEach(() => {
  // The sidebar is gone before its words change: nothing is painted in between.
  cleanup();
  setLanguage('en');
});

const inCall = () => createFakeBackground(makeView({ call: makeCall({ content: makeContent() }) }));
const isPrivate = () => document.documentElement.hasAttribute('data-private');

describe('the sidebar by keys alone', () => {
  it.each([
    ['V where nothing is typed', '{v}', false],
    ['Alt and V while the note is typed', '{Alt>}v{/Alt}', true],
  ])('verifies the caller by %s', async (_, keys, typing) => {
    const background = inCall();
    const { user } = showSidebar(background);
    const note = await screen.findByLabelText('Summary');
    if (typing) await user.click(note);
    await user.keyboard(keys);
    expect(await screen.findByText('The customer')).toBeVisible();
    expect(note).toHaveValue('');
  });

  it('verifies the caller, and notes a complaint, in the middle of a sentence', async () => {
    const { user } = showSidebar(inCall());
    const note = await screen.findByLabelText('Summary');
    await user.type(note, 'billed ');
    await user.keyboard('{Alt>}v{/Alt}{Alt>}m{/Alt}twice');
    expect(note).toHaveFocus();
    expect(note).toHaveValue('billed twice');
    expect(screen.getByText('The customer')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Complaint' })).toBeChecked();
    await user.keyboard('{Alt>}m{/Alt}');
    expect(screen.getByRole('checkbox', { name: 'Complaint' })).not.toBeChecked();
  });

  it.each([
    ['what they called about', '{Alt>}a{/Alt}', 'Often called about'],
    ['what may be offered', '{Alt>}o{/Alt}', 'You may offer'],
    ['the promise', '{Alt>}r{/Alt}', 'Often promised'],
  ])('goes to %s from the middle of a sentence', async (_, keys, place) => {
    const call = makeCall({ content: makeContent({ caller: 'customer' }) });
    const { user } = showSidebar(createFakeBackground(makeView({ call })));
    await user.click(await screen.findByLabelText('Summary'));
    const there = await screen.findByLabelText(place);
    await user.keyboard(keys);
    expect(within(there).getAllByRole('button')).toContain(document.activeElement);
  });

  it('promises what they accepted by Enter, and goes on where it stands', async () => {
    const offers = [makeOffer({ state: 'accepted' })];
    const call = makeCall({ content: makeContent({ caller: 'customer', offers }) });
    const { user } = showSidebar(createFakeBackground(makeView({ call })));
    await screen.findByRole('toolbar', { name: 'Often promised' });
    await user.keyboard('{Alt>}r{/Alt}{Enter}');
    const promise = screen.getByRole('textbox', { name: 'Promise' });
    expect(promise).toHaveValue('Refund the wrong charge €18');
    expect(promise).toHaveFocus();
    expect(screen.queryByRole('toolbar', { name: 'Often promised' })).toBeNull();
  });

  it('hears no letter while something lies over it', async () => {
    const { user } = showSidebar(inCall());
    await screen.findByLabelText('Summary');
    await user.keyboard('?');
    await screen.findByRole('dialog');
    await user.keyboard('{Alt>}m{/Alt}{Escape}');
    expect(await screen.findByRole('checkbox', { name: 'Complaint' })).not.toBeChecked();
  });

  it('types a V into the note', async () => {
    const { user } = showSidebar(inCall());
    const note = await screen.findByLabelText('Summary');
    await user.type(note, 'very vexed');
    expect(note).toHaveValue('very vexed');
    expect(screen.getByText('Not verified')).toBeVisible();
  });

  it('goes to the note by N, and lists every key, the chord first', async () => {
    const background = inCall();
    background.host.chord = async () => 'Alt+Shift+H';
    const { user } = showSidebar(background);
    const note = await screen.findByLabelText('Summary');
    await user.keyboard('n');
    expect(note).toHaveFocus();
    await user.click(screen.getByRole('button', { name: '? shortcuts' }));
    const sheet = within(await screen.findByRole('dialog'));
    await waitFor(() => expect(sheet.getAllByRole('term')[0]).toHaveTextContent('AltShiftH'));
    expect(sheet.getAllByRole('definition')).toHaveLength(shortcutEn.list.length + 1);
    expect(sheet.getByText(/chrome:\/\/extensions\/shortcuts/)).toBeVisible();
  });

  it('chooses in a menu by letters, and does nothing else by them', async () => {
    const { user } = showSidebar(inCall());
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await screen.findByRole('menu');
    await user.keyboard('p');
    expect(isPrivate()).toBe(false);
  });
});

describe('what strangers may not read', () => {
  it('is hidden by one key and by one tap, and stays so', async () => {
    const background = createFakeBackground(
      makeView({ call: makeCall({ content: makeContent({ caller: 'customer' }) }) }),
    );
    const { user, unmount } = showSidebar(background);
    await screen.findByLabelText('Summary');
    await user.keyboard('p');
    await waitFor(() => expect(isPrivate()).toBe(true));
    expect(background.inputsOf('look.setPrivate')).toEqual([{ isPrivate: true }]);
    expect(screen.getByText('At risk')).toHaveClass('sensitive-word');
    await waitFor(() => expect(document.querySelector('.sensitive .verbatim')).not.toBeNull());
    expect(screen.getByText(/month-to-month/).closest('.sensitive')).not.toBeNull();
    unmount();
    expect(isPrivate()).toBe(false);
    showSidebar(background);
    await waitFor(() => expect(isPrivate()).toBe(true));
    await user.click(await screen.findByRole('button', { name: placeWords.show }));
    await waitFor(() => expect(isPrivate()).toBe(false));
  });
});

describe('place and size', () => {
  it('are chosen in a sheet by keys, seen at once and remembered', async () => {
    const background = inCall();
    const showPlace = vi.fn();
    const { user } = showSidebar(background, { frame: { showPlace, onFocus: () => () => undefined } });
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Place and size…' }));
    await user.click(await screen.findByRole('radio', { name: 'Left' }));
    await user.click(screen.getByRole('radio', { name: 'makes room' }));
    await user.click(screen.getByRole('radio', { name: 'when I ask' }));
    const place = { side: 'left', width: 360, room: 'push', opens: 'asked' } as const;
    await waitFor(() => expect(background.inputsOf('look.setPlace').at(-1)).toEqual(place));
    expect(showPlace).toHaveBeenLastCalledWith(place);
  });

  it('the edge is moved by arrows, towards the page is wider', async () => {
    const background = inCall();
    const showPlace = vi.fn();
    const { user } = showSidebar(background, { frame: { showPlace, onFocus: () => () => undefined } });
    const edge = await screen.findByRole('separator', { name: 'Width of Heed' });
    edge.focus();
    await user.keyboard('{ArrowLeft}');
    expect(showPlace).toHaveBeenLastCalledWith({ ...usualPlace, width: 380 });
    await waitFor(() => expect(edge).toHaveAttribute('aria-valuenow', '380'));
    await user.keyboard('{End}');
    await waitFor(() => expect(edge).toHaveAttribute('aria-valuenow', '480'));
    await user.keyboard('{ArrowLeft}');
    expect(showPlace).toHaveBeenLastCalledWith({ ...usualPlace, width: 480 });
  });
});

describe('the chord', () => {
  it('opens a folded sidebar, and the keyboard goes on in its note', async () => {
    let asked = () => {};
    const frame = {
      showPlace() {},
      onFocus(listener: () => void) {
        asked = listener;
        return () => {};
      },
    };
    const onCollapse = vi.fn();
    const background = createFakeBackground(makeView());
    background.set({ page: { state: 'nobody' } });
    showSidebar(background, { frame, onCollapse });
    expect(await screen.findByRole('button', { name: 'Open Heed' })).toBeVisible();
    asked();
    await waitFor(() => expect(document.activeElement?.closest('.sidebar')).not.toBeNull());
    expect(onCollapse).toHaveBeenLastCalledWith(false, false);
  });
});

describe('in Spanish', () => {
  it('the whole sidebar says nothing in English', async () => {
    const background = createFakeBackground(
      makeView({ call: makeCall({ content: makeContent({ caller: 'customer' }) }) }),
    );
    await background.host.call('look.setLanguage', { language: 'es' });
    showSidebar(background);
    expect(await screen.findByText('Ya nos lo contó')).toBeVisible();
    expect(document.documentElement.lang).toBe('es');
    const english = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value === 'string' && value.length > 3) english.add(value);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    };
    collect(wordsEn);
    const shown = [...document.body.querySelectorAll('*')].flatMap((element) => [
      ...[...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.textContent ?? ''),
      element.getAttribute('aria-label') ?? '',
      element.getAttribute('placeholder') ?? '',
    ]);
    expect(shown.filter((text) => english.has(text.trim()) && text !== 'Heed')).toEqual([]);
  });
});

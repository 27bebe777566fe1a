import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeBackground } from './support/fake-background';
import { keepKeyboardHere } from './support/keyboard-here';
import { makeApproval, makeAsked } from './support/make-approval';
import { makeCall, makeContent, makePage, makeRing } from './support/make-view';
import { showOffers } from './support/show-offers';
import { showSidebar } from './support/show-sidebar';

type Shown = { user: ReturnType<typeof showSidebar>['user'] };
type Press = string | RegExp;

const onNobodyVerified = () => showSidebar(createFakeBackground({ page: makePage() }));
const onRing = () =>
  showSidebar(
    createFakeBackground({
      call: makeCall({ content: makeContent({ summary: 'about Marta' }) }),
      rings: [makeRing({ said: '+49 711 5550 318' })],
    }),
  );
const waiting = { asked: makeAsked(makeApproval()) };

/** By the keyboard alone: the button is come to, and pressed. */
async function press({ user }: Shown, name: Press): Promise<void> {
  const button = await screen.findByRole('button', { name });
  act(() => button.focus());
  await user.keyboard('{Enter}');
}

/** Fills in the question to a supervisor, which is asked by the last press. */
async function sayWhy({ user }: Shown): Promise<void> {
  await user.type(await screen.findByRole('textbox', { name: 'Why, in one line' }), 'Three months wrong');
}

const summary = () => screen.getByRole('textbox', { name: 'Summary' });
const firstOffer = () => screen.getByRole('button', { name: /^Refund the wrong charge/ });

describe('what was pressed goes, and the keyboard goes on', () => {
  it.each<[string, () => Shown, readonly Press[], () => HTMLElement]>([
    ['in the note, once the caller is verified', onNobodyVerified, ['Verified'], summary],
    [
      'in the question to a supervisor',
      () => showOffers(),
      ['Ask for more…'],
      () => screen.getByRole('combobox', { name: 'What' }),
    ],
    ['at the offers, where it isn’t asked', () => showOffers(), ['Ask for more…', 'Cancel'], firstOffer],
    ['at the offers, where it is taken back', () => showOffers(waiting), ['Take it back'], firstOffer],
    [
      'at the first who is found',
      onRing,
      [/^Who is it\?/],
      () => screen.getByRole('button', { name: /^This one/ }),
    ],
  ])('%s', async (_, show, presses, at) => {
    keepKeyboardHere();
    const shown = show();
    for (const name of presses) await press(shown, name);
    await waitFor(() => expect(at()).toHaveFocus());
  });

  it('in the note, once a supervisor is asked', async () => {
    keepKeyboardHere();
    const shown = showOffers({ rules: { limitMinor: 1000 } });
    await press(shown, /^Old price/);
    await sayWhy(shown);
    await press(shown, 'Ask for approval');
    await waitFor(() => expect(summary()).toHaveFocus());
  });

  it('and is left where the rep has put it', async () => {
    keepKeyboardHere();
    const shown = showSidebar(createFakeBackground({ call: makeCall() }));
    const promise = await screen.findByRole('textbox', { name: 'Promise' });
    await shown.user.click(promise);
    await shown.user.keyboard('{Alt>}v{/Alt}');
    await screen.findByRole('region', { name: 'Already told us' });
    expect(promise).toHaveFocus();
  });
});

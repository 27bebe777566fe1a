import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeOffer, makeView } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const summary = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Summary' });

/** What React last gave each control: another object where it went through that control anew. */
function controlsAsGiven(): Map<Element, unknown> {
  const controls = document.querySelectorAll('button, label, input, select');
  return new Map(
    [...controls].map((control) => {
      const key = Object.keys(control).find((name) => name.startsWith('__reactProps$'));
      if (!key) throw new Error(`React doesn’t say what it gave to ${control.outerHTML}`);
      return [control, Object.entries(control).find(([name]) => name === key)?.[1]];
    }),
  );
}

const nameOf = (control: Element) => control.getAttribute('aria-label') ?? control.textContent;

describe('a letter typed into the note', () => {
  it.each([
    ['of a caller nobody has verified', makeContent({ summary: 'billed' })],
    [
      'of a verified caller',
      makeContent({ summary: 'billed', caller: 'customer', contactReason: 'billing' }),
    ],
    [
      'with a promise, an offer and a complaint',
      makeContent({
        summary: 'billed',
        caller: 'customer',
        offers: [makeOffer({ state: 'accepted' })],
        promise: { what: 'a call back', dueOn: '2026-12-01', by: 'Ana' },
        complaint: true,
      }),
    ],
  ])('paints none of the controls anew: %s', async (_, content) => {
    const background = createFakeBackground(makeView({ call: makeCall({ content }) }));
    const { user } = showSidebar(background);
    const box = await summary();
    await user.type(box, ' twi');
    await waitFor(() => expect(background.view().call?.content.summary).toBe('billed twi'));
    await screen.findByText(/^saved /);
    const before = controlsAsGiven();
    await user.type(box, 'ce');
    await waitFor(() => expect(background.view().call?.content.summary).toBe('billed twice'));
    const after = controlsAsGiven();
    expect(before.size).toBeGreaterThan(20);
    const painted = [...after].filter(([control, given]) => before.get(control) !== given);
    expect(painted.map(([control]) => nameOf(control))).toEqual([]);
  });
});

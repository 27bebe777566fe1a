import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeOffer } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

/** Autofill decides by this attribute, and so does what the browser keeps to restore a session. */
const autofill = () =>
  [...document.querySelectorAll('input, textarea')]
    .filter((field) => !['checkbox', 'radio'].includes(field.getAttribute('type') ?? ''))
    .map((field) => [
      field.getAttribute('aria-label') ?? field.getAttribute('placeholder'),
      field.getAttribute('autocomplete'),
    ]);

it('the browser is told to keep no text field of the sidebar', async () => {
  const content = makeContent({
    caller: 'customer',
    promise: { what: 'call back', dueOn: '2026-11-27', by: 'Ana' },
    offers: [makeOffer({ state: 'accepted' })],
  });
  const { user } = showSidebar(createFakeBackground({ call: makeCall({ content, rev: 1 }) }));
  await screen.findByRole('textbox', { name: 'Reference' });
  expect(autofill().toSorted()).toEqual([
    ['By when', 'off'],
    ['By whom', 'off'],
    ['Promise', 'off'],
    ['Reference', 'off'],
    ['Search what was said', 'off'],
    ['Summary', 'off'],
  ]);
  await user.click(screen.getByRole('button', { name: 'Give to…' }));
  expect(autofill()).toContainEqual(['Who does it?', 'off']);
  await user.click(screen.getByRole('button', { name: /^Called about/ }));
  expect(autofill()).toContainEqual(['Search reasons', 'off']);
});

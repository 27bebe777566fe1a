import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import type { Answers } from './support/fake-background';
import { noteWorld } from './support/note-world';

const field = { label: 'Internal note', hasText: false };
const content = {
  caller: 'customer' as const,
  contactReason: 'price-increase',
  summary: 'Wants the old price.',
};
const text = 'Wants the old price.\n\nThe customer called about: Price went up.';

/** What a browser does on `execCommand('copy')`, as far as we use it; jsdom has none. */
let copied = '';
let mayCopy = true;
beforeEach(() => {
  [copied, mayCopy] = ['', true];
  document.execCommand = () => {
    const data = mayCopy ? { setData: (_: string, value: string) => (copied = value) } : null;
    document.dispatchEvent(Object.assign(new Event('copy', { cancelable: true }), { clipboardData: data }));
    return mayCopy;
  };
});
afterEach(() => Reflect.deleteProperty(document, 'execCommand'));

async function openMenu(answers: Answers = {}, entry: RegExp = /^Put into the CRM/) {
  const world = noteWorld({ content }, { 'crmNote.look': () => ({ field }), ...answers });
  await screen.findByText('Price went up');
  await world.user.click(await screen.findByRole('button', { name: 'For the CRM' }));
  await world.user.click(await screen.findByRole('menuitem', { name: entry }));
  return world;
}

async function preview(answers: Answers = {}) {
  const world = await openMenu(answers);
  const sheet = await screen.findByRole('dialog', { name: 'Put this note into the CRM?' });
  return { ...world, sheet: within(sheet), dialog: sheet };
}

describe('the note as text', () => {
  it('is copied by a click: what was written, and what was tapped besides', async () => {
    await openMenu({}, /^Copy as text/);
    await screen.findByText('Copied. Paste it where you need it.');
    expect(copied).toBe(text);
  });

  it('says so where the browser doesn’t let it', async () => {
    mayCopy = false;
    await openMenu({}, /^Copy as text/);
    await screen.findByText(/did not let Heed copy/);
  });
});

describe('into the CRM’s field', () => {
  it('nothing goes before it was seen', async () => {
    const { background, dialog } = await preview();
    expect(dialog).toHaveTextContent('Field: Internal note');
    expect(screen.getByRole('region', { name: 'Text' }).textContent).toBe(text);
    expect(background.inputsOf('crmNote.fill')).toEqual([]);
  });

  it('goes what was seen, by a click, and comes out by another', async () => {
    const { user, background, sheet } = await preview({
      'crmNote.fill': () => ({ filled: true }),
      'crmNote.undo': () => ({ undone: true }),
    });
    await user.click(sheet.getByRole('button', { name: 'Put it there' }));
    await sheet.findByText(/^It stands in “Internal note”. Nothing was sent/);
    expect(background.inputsOf('crmNote.fill').map((asked) => asked.text)).toEqual([text]);
    expect(sheet.queryByRole('button', { name: 'Put it there' })).toBeNull();
    await user.click(sheet.getByRole('button', { name: 'Undo' }));
    await sheet.findByText('What stood there before is back.');
    expect(sheet.getByRole('button', { name: 'Put it there' })).toBeInTheDocument();
  });

  it('says that it goes behind what stands there', async () => {
    const { dialog } = await preview({ 'crmNote.look': () => ({ field: { label: '', hasText: true } }) });
    expect(dialog).toHaveTextContent('the CRM’s field for notes');
    expect(dialog).toHaveTextContent('It goes behind what stands there already.');
  });

  it('says so where there is none, and offers the text', async () => {
    const { user, sheet } = await preview({ 'crmNote.look': () => ({ field: null }) });
    sheet.getByText(/Heed knows no field for notes on this page/);
    expect(sheet.queryByRole('button', { name: 'Put it there' })).toBeNull();
    await user.click(sheet.getByRole('button', { name: 'Copy as text' }));
    expect(copied).toBe(text);
  });

  it('says so where the field has gone meanwhile', async () => {
    const { user, sheet } = await preview({ 'crmNote.fill': () => ({ filled: false }) });
    await user.click(sheet.getByRole('button', { name: 'Put it there' }));
    await sheet.findByText(/The field is not there any more/);
  });

  it('leaves what was changed there since', async () => {
    const { user, sheet } = await preview({
      'crmNote.fill': () => ({ filled: true }),
      'crmNote.undo': () => ({ undone: false }),
    });
    await user.click(sheet.getByRole('button', { name: 'Put it there' }));
    await user.click(await sheet.findByRole('button', { name: 'Undo' }));
    await sheet.findByText(/It was changed since/);
  });

  it('says that the page shows someone else by now', async () => {
    const { user, sheet } = await preview({
      'crmNote.fill': () => {
        throw new AppError('identity-changed');
      },
    });
    await user.click(sheet.getByRole('button', { name: 'Put it there' }));
    await waitFor(() => expect(document.body).toHaveTextContent(/someone else by now/));
  });
});

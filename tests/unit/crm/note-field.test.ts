// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createNoteField } from '@/lib/crm/note-field/note-field';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { sample } from './sample-adapter';
import { showPage } from './show-page';

const seen = '2026-11-27';
const withField: CrmAdapter = {
  ...sample,
  nobody: [],
  site: { hosts: ['localhost'], signature: null },
  pages: [
    {
      kind: 'customer',
      url: { path: '/' },
      ready: 'body',
      confirm: [],
      people: {
        each: [{ css: 'body', seen }],
        fields: [{ at: [{ css: 'h1', seen }], take: { from: 'text' }, as: 'name' }],
      },
      noteField: [{ css: '.note', seen }],
    },
  ],
};

let open = 'vera';
const page = (adapters: readonly CrmAdapter[] = [withField]) =>
  createNoteField(window, () => ({ currentKey: () => open, adapters: () => adapters }));
const at = <T extends HTMLElement = HTMLTextAreaElement>() => {
  const found = document.querySelector<T>('.note');
  if (!found) throw new Error('no field');
  return found;
};

beforeEach(() => {
  open = 'vera';
  showPage('<label for="n">Internal note</label><textarea id="n" class="note"></textarea>');
});

describe('the field that an adapter names', () => {
  it('is told by its label, and whether something stands there', () => {
    expect(page().look()).toEqual({ label: 'Internal note', hasText: false });
    at().value = 'Called before.';
    expect(page().look()).toEqual({ label: 'Internal note', hasText: true });
  });

  it.each([
    ['a password', '<input type="password" class="note">'],
    ['hidden by its kind', '<input type="hidden" class="note">'],
    ['hidden by style', '<textarea class="note" style="display: none"></textarea>'],
    ['hidden by an attribute above it', '<div hidden><textarea class="note"></textarea></div>'],
    ['locked', '<textarea class="note" readonly></textarea>'],
    ['off', '<textarea class="note" disabled></textarea>'],
    ['an e-mail address', '<input type="email" class="note">'],
    ['no field', '<p class="note">Note</p>'],
    ['one of two', '<textarea class="note"></textarea><textarea class="note"></textarea>'],
    ['not there', '<textarea></textarea>'],
  ])('is none where it is %s', (_, html) => {
    showPage(html);
    expect(page().look()).toBeNull();
    expect(page().fill('vera', 'Text')).toBe('no-field');
    expect(
      [...document.querySelectorAll('input, textarea')].map((f) => (f as HTMLInputElement).value).join(''),
    ).toBe('');
  });

  it('is none where the adapter names none', () => {
    const [first] = withField.pages;
    const { noteField: _, ...rest } = first as typeof first & { noteField?: unknown };
    expect(page([{ ...withField, pages: [rest as CrmAdapter['pages'][number]] }]).look()).toBeNull();
  });
});

describe('putting a note there', () => {
  it('tells the page as typing would, and sends nothing off', () => {
    showPage('<form><textarea class="note"></textarea></form>');
    const heard = vi.fn();
    const sent = vi.fn();
    document.addEventListener('input', (e) => heard(e.type, (e.target as HTMLTextAreaElement).value));
    document.querySelector('form')?.addEventListener('submit', sent);
    expect(page().fill('vera', 'Billed twice.\nRefund promised.')).toBe('filled');
    expect(heard).toHaveBeenCalledExactlyOnceWith('input', 'Billed twice.\nRefund promised.');
    expect(sent).not.toHaveBeenCalled();
  });

  it('goes behind what stands there', () => {
    at().value = 'Called before.\n';
    page().fill('vera', 'Billed twice.');
    expect(at().value).toBe('Called before.\n\nBilled twice.');
  });

  it('is one line in a field of one line', () => {
    showPage('<input type="text" class="note" value="Before.">');
    page().fill('vera', 'Billed twice.\n\nRefund promised.');
    expect(at<HTMLInputElement>().value).toBe('Before. Billed twice. Refund promised.');
  });

  it('goes into a part of the page that can be edited, as text and never as markup', () => {
    showPage('<div class="note"><p>Before.</p></div>');
    Object.defineProperty(at(), 'isContentEditable', { value: true });
    const field = page();
    expect(field.fill('vera', '<b>Billed</b>\ntwice')).toBe('filled');
    expect(at().textContent).toContain('<b>Billed</b>');
    expect(at().querySelector('b')).toBeNull();
    expect(field.undo()).toBe(true);
    expect(at().innerHTML).toBe('<p>Before.</p>');
  });

  it('goes nowhere where another customer is open in that moment', () => {
    open = 'walter';
    expect(page().fill('vera', 'Billed twice.')).toBe('someone-else');
    expect(at().value).toBe('');
  });

  it('goes nowhere where nothing watches the page any more', () => {
    expect(createNoteField(window, () => undefined).fill('vera', 'Text')).toBe('someone-else');
    expect(at().value).toBe('');
  });
});

describe('undoing it', () => {
  it('puts back what stood there, once, and tells the page', () => {
    at().value = 'Called before.';
    const field = page();
    field.fill('vera', 'Billed twice.');
    const heard = vi.fn();
    at().addEventListener('input', heard);
    expect(field.undo()).toBe(true);
    expect(at().value).toBe('Called before.');
    expect(heard).toHaveBeenCalledOnce();
    expect(field.undo()).toBe(false);
  });

  it('leaves what somebody has changed since', () => {
    const field = page();
    field.fill('vera', 'Billed twice.');
    at().value += ' And more.';
    expect(field.undo()).toBe(false);
    expect(at().value).toBe('Billed twice. And more.');
  });

  it('leaves a field that is gone', () => {
    const field = page();
    field.fill('vera', 'Billed twice.');
    at().remove();
    expect(field.undo()).toBe(false);
  });
});

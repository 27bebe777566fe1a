// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { takeText } from '@/lib/crm/take-text';

const page = new URL('https://crm.example/record/7');

function read(html: string, type: DOMParserSupportedType = 'text/html'): string | null {
  const body = `<html xmlns="http://www.w3.org/1999/xhtml"><body><div>${html}</div></body></html>`;
  const field = new DOMParser().parseFromString(body, type).querySelector('input, textarea');
  if (!field) throw new Error('no field');
  return takeText(field, { from: 'value' }, { page });
}

describe('what a field holds', () => {
  it.each([
    '<input value="C-7"/>',
    '<input type="tel" name="phone" value="C-7"/>',
    '<input name="customer_no" autocomplete="off" value="C-7"/>',
    '<input name="passenger" value="C-7"/>',
    '<input name="cvs" value="C-7"/>',
  ])('is read: %s', (html) => {
    expect(read(html)).toBe('C-7');
  });

  it.each([
    '<input type="password" value="secret"/>',
    '<input type="PASSWORD" value="secret"/>',
    '<input type="hidden" value="secret"/>',
    '<input type="text" autocomplete="current-password" value="secret"/>',
    '<input autocomplete="section-x cc-number" value="4111 1111 1111 1111"/>',
    '<input autocomplete="cc-csc" value="123"/>',
    '<input autocomplete="one-time-code" value="123456"/>',
    '<input type="text" name="userPassword" value="secret"/>',
    '<input type="text" id="login_pwd" value="secret"/>',
    '<input name="card_number" value="4111 1111 1111 1111"/>',
    '<input name="payment[cvc]" value="123"/>',
    '<textarea name="passphrase">secret</textarea>',
  ])('is never read where it is a secret, whatever its type says: %s', (html) => {
    expect(read(html)).toBeNull();
  });

  it('is never read where it is a password on an XHTML page, whose names are in lower case', () => {
    expect(read('<input type="password" value="secret"/>', 'application/xhtml+xml')).toBeNull();
  });

  it('is never read from the only field inside an element, where that is a secret', () => {
    document.body.innerHTML = '<p><input autocomplete="one-time-code" value="1"></p>';
    const p = document.querySelector('p');
    expect(p && takeText(p, { from: 'value' }, { page })).toBeNull();
  });
});

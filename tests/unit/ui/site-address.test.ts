import { describe, expect, it } from 'vitest';
import { addressSchema, isSafeStore, permissionFor, readAddress, siteName } from '@/lib/ui/site-address';

describe('an address as a person types it', () => {
  it.each([
    ['crm.example.com', 'https://crm.example.com'],
    ['  https://crm.example.com/tickets/7?x=1 ', 'https://crm.example.com'],
    ['http://10.0.0.5:8080/rt', 'http://10.0.0.5:8080'],
    ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['localhost:3000', 'http://localhost:3000'],
  ])('%s is %s', (typed, origin) => expect(readAddress(typed)?.origin).toBe(origin));

  it.each([
    '',
    'crm',
    'ftp://crm.example.com',
    'javascript:alert(1)',
    'https://*.example.com',
    'https://me:pw@crm.example.com',
    'two words.com',
  ])('“%s” is none', (typed) => expect(readAddress(typed)).toBeNull());
});

describe('the store’s address', () => {
  it.each([
    ['https://heed.example.com', true],
    ['http://127.0.0.1:8787', true],
    ['http://heed.example.com', false],
    ['http://127.0.0.1.example.com', false],
  ])('%s may be sent tokens: %s', (address, safe) => expect(isSafeStore(new URL(address))).toBe(safe));

  it('says which of the two is wrong', () => {
    const schema = addressSchema({ notAnAddress: 'none', notSafe: 'unsafe' }, true);
    const message = (address: string) => schema.safeParse({ address }).error?.issues[0]?.message;
    expect(message('crm')).toBe('none');
    expect(message('http://heed.example.com')).toBe('unsafe');
    expect(message('heed.example.com')).toBeUndefined();
  });
});

describe('the permission asked for', () => {
  it('is that origin and no more', () => {
    const url = new URL('http://10.0.0.5:8080/a/b');
    expect(permissionFor(url, true)).toBe('http://10.0.0.5:8080/*');
    expect(permissionFor(url, false)).toBe('http://10.0.0.5/*');
  });

  it('reads as a person would write it', () => {
    expect(siteName('https://crm.example.com/*')).toBe('crm.example.com');
    expect(siteName('http://10.0.0.5/*')).toBe('http://10.0.0.5');
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_SERVER, serverOrigin } from '@/lib/sync/network/server-address';

describe('the store’s address', () => {
  it.each([
    ['https://heed.example', 'https://heed.example'],
    ['https://heed.example:8443/some/page?x#y', 'https://heed.example:8443'],
    ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787'],
    ['http://localhost:8787', 'http://localhost:8787'],
    [DEFAULT_SERVER, DEFAULT_SERVER],
  ])('%s is %s', (typed, origin) => {
    expect(serverOrigin(typed)).toBe(origin);
  });

  it.each([
    'http://heed.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'ftp://heed.example',
    'file:///etc',
    'heed',
    '',
  ])('refuses %j', (typed) => {
    expect(() => serverOrigin(typed)).toThrowError(expect.objectContaining({ code: 'bad-input' }));
  });
});

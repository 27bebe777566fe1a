import { describe, expect, it } from 'vitest';
import { isCrmOrigin } from '@/lib/messaging/granted-origins';

const STORE = 'https://store.example';

const cases: [string, string[], string, boolean][] = [
  ['the very origin', ['https://crm.example/*'], 'https://crm.example', true],
  ['another host', ['https://crm.example/*'], 'https://crm.example.evil.example', false],
  ['a host that only ends alike', ['https://*.crm.example/*'], 'https://evilcrm.example', false],
  ['a subdomain under a wildcard', ['https://*.crm.example/*'], 'https://eu.crm.example', true],
  ['the bare domain under a wildcard', ['https://*.crm.example/*'], 'https://crm.example', true],
  ['a subdomain without a wildcard', ['https://crm.example/*'], 'https://eu.crm.example', false],
  ['another scheme', ['https://crm.example/*'], 'http://crm.example', false],
  ['either scheme under a wildcard', ['*://crm.example/*'], 'http://crm.example', true],
  ['no other scheme under a wildcard', ['*://crm.example/*'], 'ftp://crm.example', false],
  ['every host', ['https://*/*'], 'https://anything.example', true],
  ['everything', ['<all_urls>'], 'http://anything.example', true],
  ['any port of a host without one', ['http://127.0.0.1/*'], 'http://127.0.0.1:8788', true],
  ['the port that was granted', ['http://127.0.0.1:8788/*'], 'http://127.0.0.1:8788', true],
  ['another port than the one granted', ['http://127.0.0.1:8788/*'], 'http://127.0.0.1:9999', false],
  ['the store’s own pages, granted or not', ['https://*/*'], STORE, false],
  ['an opaque origin', ['<all_urls>'], 'null', false],
  ['nothing granted', [], 'https://crm.example', false],
  ['a pattern that is none', ['crm.example'], 'https://crm.example', false],
];

describe('where we may stand', () => {
  it.each(cases)('%s', (_, patterns, origin, expected) => {
    expect(isCrmOrigin(patterns, STORE, origin)).toBe(expected);
  });
});

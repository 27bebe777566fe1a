// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { adapters } from '@/lib/crm/registry';
import { ringInAddress, ringOnPage } from '@/lib/crm/rings/read-ring';
import { ringReportSchema } from '@/lib/messaging/content-methods';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { sample } from '../sample-adapter';

const inAddress = (query: string) => ringInAddress(new URL(`https://crm.example/x${query}`));
const said = (number: string, account = '') => ({ via: 'address', number, account });

describe('an address that says who rings', () => {
  it.each([
    ['?heed-call=%2B442079460202', said('+442079460202')],
    ['?heed-call=+442079460202', said('+442079460202')],
    ['?heed-call=020%207946-0202', said('020 7946-0202')],
    ['?a=1&heed-call=(020)79460202&heed-account=C-00202#top', said('(020)79460202', 'C-00202')],
    ['?heed-account=4711', said('', '4711')],
    ['?heed-call=anonymous&heed-account=4711', said('', '4711')],
  ])('%s', (query, expected) => {
    expect(inAddress(query)).toEqual(expected);
    expect(ringReportSchema.safeParse(inAddress(query)).success).toBe(true);
  });

  it.each([
    '',
    '?heed-call',
    '?heed-call=',
    '?heed-call=anonymous',
    '?heed-call=12',
    '?heed-call=%3Cscript%3E020%3C%2Fscript%3E',
    `?heed-call=${'1'.repeat(50)}`,
    '?heed-call=0207946020&heed-call=0207946021',
    '?heed-account=nobody',
    `?heed-account=${'x1'.repeat(40)}`,
    '?Heed-Call=02079460202',
    '#heed-call=02079460202',
  ])('not: %s', (query) => {
    expect(inAddress(query)).toBeNull();
  });

  it('nothing else gets to the background by it', () => {
    for (const number of ['abc', '<b>020</b>', '0'.repeat(60)])
      expect(ringReportSchema.safeParse({ via: 'page', number, account: '' }).success).toBe(false);
  });
});

const seen = '2026-11-22';
const softphone: CrmAdapter = {
  ...sample,
  rings: [
    { url: { path: '/dial' }, at: [{ css: '.from', seen }], take: { from: 'text' }, as: 'phone' },
    { url: { path: '/dial' }, at: [{ css: '.acc', seen }], take: { from: 'text' }, as: 'account' },
  ],
};
const onPage = (html: string, url = 'https://crm.example/dial', all = [softphone]) =>
  ringOnPage(new URL(url), new DOMParser().parseFromString(html, 'text/html'), all);

describe('a softphone’s page', () => {
  it.each([
    ['rings', '<p class="from">020 7946 0202</p>', { via: 'page', number: '020 7946 0202', account: '' }],
    [
      'rings with the account number that the IVR asked for',
      '<p class="from">020 7946 0202</p><p class="acc">C-1</p>',
      { via: 'page', number: '020 7946 0202', account: 'C-1' },
    ],
    ['is quiet', '<p>No call</p>', null],
    ['shows a number out of sight', '<p class="from" hidden>020 7946 0202</p>', null],
    ['names several', '<p class="from">020 7946 0202</p><p class="from">020 7946 0203</p>', null],
    ['shows a word', '<p class="from">withheld</p>', null],
  ])('%s', (_, html, expected) => {
    expect(onPage(html)).toEqual(expected);
  });

  it('is that page alone, of that CRM', () => {
    const ringing = '<p class="from">020 7946 0202</p>';
    expect(onPage(ringing, 'https://crm.example/other')).toBeUndefined();
    expect(onPage(ringing, 'https://crm.example.evil/dial')).toBeUndefined();
    expect(onPage(ringing, 'https://crm.example/dial', [sample])).toBeUndefined();
  });

  it('may share its host with a CRM that was taught, or with another softphone', () => {
    const ringing = '<p class="from">020 7946 0202</p>';
    const elsewhere = { ...softphone, rings: softphone.rings?.map((r) => ({ ...r, url: { path: '/old' } })) };
    const said = { via: 'page', number: '020 7946 0202', account: '' };
    expect(onPage(ringing, 'https://crm.example/dial', [sample, elsewhere as CrmAdapter, softphone])).toEqual(
      said,
    );
  });

  it('is in the demo CRM', () => {
    const html = `<head><meta name="application-name" content="Demo CRM"></head>
      <section class="ringing"><a class="caller" href="tel:+442079460202">+44 20 7946 0202</a>
      <span class="account">C-00202</span></section>`;
    expect(onPage(html, 'http://127.0.0.1:8788/phone', [...adapters])).toEqual({
      ...{ via: 'page', number: '+442079460202', account: 'C-00202' },
    });
  });
});

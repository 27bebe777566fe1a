// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { sample, sampleRecord } from './sample-adapter';
import { showPage } from './show-page';

const url = (path: string, host = 'crm.example') => new URL(path, `https://${host}`);

function look(html: string, path = '/record/7', adapter: CrmAdapter = sample) {
  showPage(html);
  return detect(url(path), document, [adapter]);
}

function values(html: string, adapter?: CrmAdapter): string[] | string {
  const found = look(html, '/record/7', adapter);
  return found.state === 'customer' ? found.identity.people.flat().map(({ value }) => value) : found.state;
}

describe('detect', () => {
  afterEach(() => showPage(''));
  const vera = '<b class="name">Vera</b><i class="mail">vera@x.example</i>';

  it.each([
    ['crm.example', 'customer'],
    ['a.cloud.example', 'customer'],
    ['a.b.cloud.example', 'customer'],
    ['cloud.example', 'not-a-crm'],
    ['evilcrm.example', 'not-a-crm'],
    ['crm.example.evil.example', 'not-a-crm'],
    ['xcloud.example', 'not-a-crm'],
  ])('takes the host %s for: %s', (host, state) => {
    showPage(sampleRecord('7', vera));
    expect(detect(url('/record/7', host), document, [sample]).state).toBe(state);
  });

  it('lets the adapter answer that knows the page, where two CRMs share a host', () => {
    const [page] = sample.pages;
    const taught: CrmAdapter = {
      ...sample,
      id: 'own-crm-example',
      nobody: [{ path: '/crm/new' }],
      pages: page ? [{ ...page, url: { path: '/crm/:no' } }] : [],
    };
    showPage(sampleRecord('7', vera));
    const answer = (path: string) => {
      const found = detect(url(path), document, [taught, sample]);
      return found.state === 'customer' ? found.identity.adapter : found.state;
    };
    expect(['/crm/7', '/record/7', '/crm/new', '/record/new', '/elsewhere'].map(answer)).toEqual([
      ...['own-crm-example', 'sample', 'nobody', 'nobody', 'nobody'],
    ]);
    const nobody = { ...taught, nobody: [{ path: '/record/:no' }] };
    expect(detect(url('/record/7'), document, [nobody, sample]).state, 'nobody is an answer').toBe('nobody');
  });

  it('knows no CRM in a file', () => {
    showPage(sampleRecord('7', vera));
    expect(detect(new URL('file:///record/7'), document, [sample]).state).toBe('not-a-crm');
  });

  it('says nobody under an address that looks like a record and is none', () => {
    expect(look(sampleRecord('new', vera), '/record/new')).toMatchObject({ state: 'nobody' });
  });

  it('gives the same key for the same content, and another for another name or identifier', () => {
    const keys = [vera, vera, vera.replace('Vera', 'Bo'), vera.replace('vera@', 'bo@')].map((who) => {
      const found = look(sampleRecord('7', who));
      return found.state === 'customer' ? found.identity.key : found.state;
    });
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
  });

  it('falls back to an older selector where the newest finds nothing', () => {
    expect(values(sampleRecord('7', '<i class="old-mail">vera@x.example</i>'))).toEqual([
      '7',
      'vera@x.example',
    ]);
  });

  it.each([
    ['the hidden attribute', '<i class="mail" hidden>vera@x.example</i>'],
    ['a hidden ancestor', '<div hidden><i class="mail">vera@x.example</i></div>'],
    ['display: none', '<i class="mail" style="display: none">vera@x.example</i>'],
    ['display: none above', '<div style="display: none"><i class="mail">vera@x.example</i></div>'],
    ['visibility: hidden', '<i class="mail" style="visibility: hidden">vera@x.example</i>'],
    ['an ignored block', '<div class="cc"><i class="mail">vera@x.example</i></div>'],
  ])('reads nothing behind %s', (_, who) => {
    expect(values(sampleRecord('7', who))).toEqual(['7']);
  });

  it('reads nothing behind the hidden attribute even where a style sheet shows it', () => {
    const override = '<style>[hidden] { display: block !important }</style>';
    expect(values(sampleRecord('7', '<i class="mail" hidden>vera@x.example</i>', override))).toEqual(['7']);
  });

  it('never takes what stands in a script or a style for text', () => {
    const code =
      '<style style="display: block">/* b@x.example */</style><script style="display: block">c</script>';
    expect(values(sampleRecord('7', `<i class="mail">a@x.example${code}</i>`))).toEqual(['7', 'a@x.example']);
  });

  it('waits for the record, even where its number stands there already', () => {
    expect(look('<body><p id="no">7</p></body>')).toMatchObject({ state: 'not-ready' });
    expect(look('<body><p id="no">7</p><main id="record" hidden></main></body>').state).toBe('not-ready');
  });

  it('reads every address that is shown, each once', () => {
    const two =
      '<i class="mail">a@x.example</i><i class="mail">b@x.example</i><i class="mail">A@x.example</i>';
    expect(values(sampleRecord('7', two))).toEqual(['7', 'a@x.example', 'b@x.example']);
  });

  it('drops a person who is the agent, whatever the case of the address', () => {
    const me = '<nav hidden id="me"><a href="mailto:Vera@X.example">me</a></nav>';
    expect(values(sampleRecord('7', vera, me))).toBe('nobody');
  });

  it('says not-ready where any shown number on the page is another than the address’s', () => {
    expect(values(sampleRecord('7', vera, '<p id="no">8</p>'))).toBe('not-ready');
    expect(values(sampleRecord('8', vera))).toBe('not-ready');
    expect(values(sampleRecord('', vera))).toBe('not-ready');
  });

  it('takes what an input holds, and never a password or a hidden one', () => {
    expect(values(sampleRecord('7', '<input value="+46 8 555 01">'))).toEqual(['7', '+46 8 555 01']);
    expect(values(sampleRecord('7', '<input type="hidden" value="+46 8 555 01">'))).toEqual(['7']);
    expect(values(sampleRecord('7', '<input type="PASSWORD" value="+46 8 555 01">'))).toEqual(['7']);
  });

  it('takes two values for a list where the page has one customer', () => {
    const [page] = sample.pages;
    if (!page || !('people' in page)) throw new Error('the sample has a page that is read');
    const single = { ...sample, pages: [{ ...page, people: { ...page.people, one: true as const } }] };
    const mail = (who: string) => `<i class="mail">${who}@x.example</i>`;
    expect(values(sampleRecord('7', mail('a')), single)).toEqual(['7', 'a@x.example']);
    expect(values(sampleRecord('7', mail('a') + mail('A')), single)).toEqual(['7', 'a@x.example']);
    expect(values(sampleRecord('7', mail('a') + mail('b')), single)).toBe('nobody');
    const second = `${mail('a')}</div><div class="who">${mail('a')}`;
    expect(values(sampleRecord('7', second), single)).toBe('nobody');
  });

  it('takes more than twenty people for a list', () => {
    const people = (n: number) =>
      Array.from({ length: n }, (_, i) => `</div><div class="who"><i class="mail">p${i}@x.example</i>`).join(
        '',
      );
    expect(values(sampleRecord('7', people(19)))).toHaveLength(1 + 19 * 2);
    expect(values(sampleRecord('7', people(20)))).toBe('nobody');
  });

  it('refuses a page whose identity would not fit its bounds', () => {
    const long = Array.from({ length: 19 }, (_, i) => `<i class="mail">${'x'.repeat(290)}${i}@x.example</i>`);
    expect(values(sampleRecord('7', long.join('')))).toHaveLength(20);
    expect(values(sampleRecord('7', [...long, '<i class="mail">y@x.example</i>'].join('')))).toBe('nobody');
    const second = `</div><div class="who">${long.join('').replaceAll('@x', '@y')}`;
    expect(values(sampleRecord('7', long.join('') + second))).toBe('nobody');
  });

  it('finds nothing, and throws nothing, where an adapter’s selector is no selector', () => {
    const [page] = sample.pages;
    if (!page) throw new Error('the sample has a page');
    const broken = { ...sample, pages: [{ ...page, ready: '#record >>> x' }] };
    expect(values(sampleRecord('7', vera), broken)).toBe('not-ready');
    expect(values(sampleRecord('7', vera), { ...sample, ignore: ['[['] })).toBe('nobody');
  });
});

// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { detectGeneric } from '@/lib/crm/generic/detect-generic';
import { showPage } from './show-page';

const url = new URL('https://crm.example/customers/4711');
const field = (label: string, value: string) => `<dt>${label}</dt><dd>${value}</dd>`;
const record = `<dl>${field('Customer no.', '4711')}${field('E-mail', 'ann@lee.example')}</dl>`;

afterEach(() => showPage(''));

describe('a page without an adapter, as the watcher sees it', () => {
  it('has a customer to be confirmed once, and the elements that say so', () => {
    showPage(`<body>${record}</body>`);
    const found = detectGeneric(url, document);
    expect(found).toMatchObject({
      state: 'customer',
      identity: {
        adapter: 'generic',
        trust: 'likely',
        people: [
          [
            { kind: 'externalId', system: 'crm', recordType: 'customer', value: '4711' },
            { kind: 'email', value: 'ann@lee.example' },
          ],
        ],
      },
    });
    const said = found.state === 'customer' ? found.witnesses.map(({ says }) => says()) : [];
    expect(said).toEqual(expect.arrayContaining(['4711', 'ann@lee.example']));
    document.querySelector('dd')?.setAttribute('hidden', '');
    expect(found.state === 'customer' && found.witnesses.map(({ says }) => says())).not.toContain('4711');
  });

  it('leaves it to a person where it isn’t sure, and has another key then', () => {
    showPage(`<body>${record}</body>`);
    const sure = detectGeneric(url, document);
    showPage(`<body>${record}<dl>${field('E-mail', 'bo@chan.example')}</dl></body>`);
    const asked = detectGeneric(url, document);
    expect(asked).toMatchObject({ state: 'customer', identity: { trust: 'doubtful' } });
    const keys = [sure, asked].map((one) => (one.state === 'customer' ? one.identity.key : null));
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('is read inside open components, which are told', () => {
    showPage('<body><crm-record></crm-record></body>');
    const root = document.querySelector('crm-record')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = record;
    expect(detectGeneric(url, document)).toMatchObject({
      state: 'customer',
      identity: { trust: 'likely' },
      roots: [root],
    });
  });

  it('is nobody where nothing is said, and no CRM off the web', () => {
    showPage('<body><h1>Welcome</h1></body>');
    expect(detectGeneric(url, document)).toEqual({ state: 'nobody', roots: [] });
    expect(detectGeneric(new URL('about:blank'), document).state).toBe('not-a-crm');
  });
});

// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { sample } from './sample-adapter';
import { showPage } from './show-page';

const seen = '2026-11-27';
const url = new URL('https://crm.example/record/7');

/** The sample CRM, with its customer inside a component. */
const deeper: CrmAdapter = {
  ...sample,
  pages: [
    {
      kind: 'record',
      url: { path: '/record/:no' },
      ready: 'crm-record >>> .who',
      confirm: [{ part: 'no', at: [{ css: 'crm-record >>> .no', seen }], take: { from: 'text' } }],
      people: {
        each: [{ css: 'crm-record >>> .who', seen }],
        fields: [{ at: [{ css: '.mail', seen }], take: { from: 'text' }, as: 'email' }],
      },
    },
  ],
};

/** Known by its documentation alone. */
const documented: CrmAdapter = {
  ...sample,
  evidence: { kind: 'documented', sources: ['https://crm.example/docs'], on: seen },
  pages: [
    {
      kind: 'record',
      url: { path: '/record/:no' },
      fromAddress: [{ part: 'no', as: { system: 'sample', recordType: 'record' } }],
    },
  ],
};

function showComponent(no: string, mode: ShadowRootMode = 'open'): ShadowRoot {
  showPage('<body><crm-record></crm-record></body>');
  const host = document.querySelector('crm-record');
  if (!host) throw new Error('no component');
  const root = host.attachShadow({ mode });
  root.innerHTML = `<p class="no">${no}</p><div class="who"><i class="mail">a@x.example</i></div>`;
  return root;
}

afterEach(() => showPage(''));

describe('what an adapter ignores', () => {
  const ignoring = { ...deeper, ignore: ['.cc'] };
  const open = () => detect(url, document, [ignoring]).state;

  it('holds for components inside of it', () => {
    const root = showComponent('7');
    expect(open()).toBe('customer');
    document.querySelector('crm-record')?.setAttribute('class', 'cc');
    expect(open()).toBe('nobody');
    expect(root.querySelector('.mail')?.textContent).toBe('a@x.example');
  });

  it('holds for frames inside of it', () => {
    showPage('<body><div class="from"><iframe></iframe></div></body>');
    const inside = document.querySelector('iframe')?.contentDocument?.body;
    if (!inside) throw new Error('no frame');
    inside.innerHTML = '<p class="no">7</p><div class="who"><i class="mail">a@x.example</i></div>';
    const framed = JSON.parse(JSON.stringify(ignoring).replaceAll('crm-record >>>', 'iframe >>>'));
    expect(detect(url, document, [framed]).state).toBe('customer');
    document.querySelector('.from')?.setAttribute('class', 'cc');
    expect(detect(url, document, [framed]).state).toBe('nobody');
  });

  it('is said without a way into components', () => {
    expect(adapterSchema.safeParse(ignoring).success).toBe(true);
    expect(adapterSchema.safeParse({ ...deeper, ignore: ['crm-mail >>> .cc'] }).success).toBe(false);
  });
});

describe('a customer inside a component', () => {
  it('is found, and its inside is told, so that changes in there are noticed', () => {
    const root = showComponent('7');
    expect(detect(url, document, [deeper])).toMatchObject({
      state: 'customer',
      identity: { people: [[{ kind: 'email', value: 'a@x.example' }]] },
      roots: [root],
    });
  });

  it.each([
    ['of another record is not ready', '8', 'open'],
    ['that is closed is not read', '7', 'closed'],
  ] as const)('%s', (_, no, mode) => {
    showComponent(no, mode);
    expect(detect(url, document, [deeper]).state).toBe('not-ready');
  });
});

describe('a CRM of which only the addresses are documented', () => {
  it('has the customer of the address, to be asked about, whatever the page says', () => {
    showPage('<body><i class="mail">someone@x.example</i></body>');
    expect(detect(url, document, [documented])).toMatchObject({
      state: 'customer',
      identity: {
        trust: 'likely',
        name: '',
        people: [[{ kind: 'externalId', system: 'sample', recordType: 'record', value: '7' }]],
      },
      witnesses: [],
    });
  });

  it.each([
    ['that reads its pages all the same', { ...documented, pages: sample.pages }],
    [
      'whose evidence is a real page while it goes by addresses',
      { ...documented, evidence: sample.evidence },
    ],
    ['without a source', { ...documented, evidence: { kind: 'documented', sources: [], on: seen } }],
  ])('%s is refused', (_, adapter) => {
    expect(adapterSchema.safeParse(documented).success).toBe(true);
    expect(adapterSchema.safeParse(adapter).success).toBe(false);
  });
});

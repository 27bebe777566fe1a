import type { CrmAdapter } from '@/lib/protocol/crm-adapter';

const seen = '2026-11-22';

/** A small CRM for tests: the record's number in `#no`, the customer in `.who`. */
export const sample: CrmAdapter = {
  id: 'sample',
  label: 'Sample',
  version: 1,
  evidence: { kind: 'live', of: 'Sample 1.0', on: seen },
  site: { hosts: ['crm.example', '*.cloud.example'], signature: null },
  ignore: ['.cc'],
  agent: [{ at: [{ css: '#me', seen }], take: { from: 'mailto' }, as: 'email' }],
  nobody: [{ path: '/record/new' }],
  pages: [
    {
      kind: 'record',
      url: { path: '/record/:no' },
      ready: '#record',
      confirm: [{ part: 'no', at: [{ css: '#no', seen }], take: { from: 'text' } }],
      people: {
        each: [{ css: '.who', seen }],
        fields: [
          { part: 'no', as: { system: 'sample', recordType: 'record' } },
          { at: [{ css: '.name', seen }], take: { from: 'text' }, as: 'name' },
          {
            at: [
              { css: '.mail', seen },
              { css: '.old-mail', seen: '2024-01-01' },
            ],
            take: { from: 'text' },
            as: 'email',
          },
          { at: [{ css: 'input', seen }], take: { from: 'value' }, as: 'phone' },
        ],
      },
    },
  ],
  lists: [],
};

/** A record's page; `who` is what stands in the customer's block. */
export function sampleRecord(no: string, who: string, before = ''): string {
  return `<body>${before}<main id="record"><p id="no">${no}</p><div class="who">${who}</div></main></body>`;
}

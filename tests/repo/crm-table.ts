import type { CrmAdapter, Evidence } from '@/lib/protocol/crm-adapter';

function knownBy(evidence: Evidence): string {
  if (evidence.kind === 'documented') return `documented, ${evidence.on}`;
  return 'of' in evidence
    ? `${evidence.kind}: ${evidence.of}, ${evidence.on}`
    : `${evidence.kind}, ${evidence.on}`;
}

function runs({ hosts, signature }: CrmAdapter['site']): string {
  if (signature === null) return 'in its cloud';
  return hosts.length === 0 ? 'anywhere' : 'in its cloud, or anywhere';
}

const kindsOf = (pages: CrmAdapter['pages']) => [...new Set(pages.map(({ kind }) => kind))].join(', ');

/** README's table of the CRMs that Heed knows: a line for each, in order of their names. */
export function crmTable(adapters: readonly CrmAdapter[]): string {
  const rows = [...adapters]
    .sort((a, b) => a.label.localeCompare(b.label, 'en'))
    .map(({ label, site, pages, evidence }) => {
      const customers = kindsOf(pages.filter((page) => !('caseOf' in page)));
      const cases = kindsOf(pages.filter((page) => 'caseOf' in page));
      return `| ${label} | ${runs(site)} | ${customers} | ${cases} | ${knownBy(evidence)} |`;
    });
  return [
    '| CRM | runs | pages of a customer | pages of a case | known by |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

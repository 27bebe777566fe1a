import { describe, expect, it } from 'vitest';
import { adapters } from '@/lib/crm/registry';
import { crmTable } from './crm-table';
import { sourceFiles } from './source-files';

describe('README’s table of CRMs', () => {
  it('is that of the registry, line by line', () => {
    const readme = sourceFiles(/^README\.md$/)[0]?.text ?? '';
    const from = readme.indexOf('| CRM | runs |');
    const table = from < 0 ? '' : readme.slice(from, readme.indexOf('\n\n', from));
    expect(table).toBe(crmTable(adapters));
  });
});

describe('what an adapter cites', () => {
  it('is where its addresses are described, and no example', () => {
    const sources = adapters.flatMap(({ evidence }) =>
      evidence.kind === 'documented' ? evidence.sources : [],
    );
    expect(sources.filter((source) => /\bexample\b/.test(new URL(source).hostname))).toEqual([]);
  });
});

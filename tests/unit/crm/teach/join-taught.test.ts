import { describe, expect, it } from 'vitest';
import { joinTaught } from '@/lib/crm/teach/join-taught';
import type { CrmAdapter, RenderedPage } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';

const seen = '2026-11-27';

const page = (path: string, css: string): RenderedPage => ({
  kind: 'customer',
  url: { path },
  ready: css,
  confirm: [],
  people: {
    each: [{ css: 'body', seen }],
    fields: [{ at: [{ css, seen }], take: { from: 'text' }, as: 'email' }],
    one: true,
  },
});

const taught = (...pages: RenderedPage[]): CrmAdapter => ({
  ...{ id: 'own-crm-example', label: 'crm.example', version: 1 },
  evidence: { kind: 'taught', on: seen },
  site: { hosts: ['crm.example'], signature: null },
  ...{ ignore: [], agent: [], nobody: [], lists: [], pages },
});

describe('one more lesson on a host', () => {
  it('keeps the pages that it was not about', () => {
    const joined = adapterSchema.parse(
      joinTaught(taught(page('/tickets/*', '.from')), taught(page('/users/*', '.mail'))),
    );
    expect(joined.pages.map(({ url, kind }) => [url.path, kind])).toEqual([
      ['/users/*', 'customer'],
      ['/tickets/*', 'customer-b'],
    ]);
  });

  it('reads the pages that stay where their customers were pointed at', () => {
    const zones = ['blockquote', 'pre', '[role="log"]'];
    const now = { ...taught(page('/users/*', '.mail')), ignore: zones };
    const ignoredAfter = (path: string, ignore: string[]) =>
      joinTaught({ ...taught(page(path, '.from')), ignore }, now).ignore;
    expect(ignoredAfter('/tickets/*', ['pre', 'blockquote'])).toEqual(['blockquote', 'pre']);
    // Taught before there were zones, and what is replaced.
    expect(ignoredAfter('/tickets/*', [])).toEqual(zones);
    expect(ignoredAfter('/users/*', ['pre'])).toEqual(zones);
  });

  it('keeps what was learned from answers; answers keep nothing of what was taught', () => {
    const lesson = taught(page('/users/*', '.mail'));
    const learned: CrmAdapter = {
      ...taught(page('/tickets/*', '.from')),
      evidence: { kind: 'learned', on: seen },
    };
    const joined = joinTaught(learned, lesson);
    expect(joined.evidence.kind).toBe('taught');
    expect(joined.pages.map(({ url }) => url.path)).toEqual(['/users/*', '/tickets/*']);
    expect(joinTaught(lesson, learned)).toEqual(learned);
  });

  it('replaces what was taught of the same pages', () => {
    const now = taught(page('/users/*', '.mail'));
    expect(joinTaught(taught(page('/users/*', '.wrong')), now)).toEqual(now);
  });

  it('keeps nothing of an adapter from elsewhere', () => {
    const now = taught(page('/users/*', '.mail'));
    const imported = {
      ...taught(page('/tickets/*', '.from')),
      evidence: { kind: 'live', of: 'it', on: seen },
    } as const;
    expect(joinTaught(imported, now)).toEqual(now);
    expect(joinTaught(null, now)).toEqual(now);
  });
});

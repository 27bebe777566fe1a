import { expect, it } from 'vitest';
import { missingFields } from '@/lib/domain/missing-fields';
import { type OrganisationRules, requirable } from '@/lib/domain/organisation-rules';
import { makeContent } from '../../components/support/make-view';

const all: OrganisationRules['required'] = { fields: ['outcome', 'caller', 'reasons'], of: 'all' };
const said = makeContent({ caller: 'customer', reasons: ['a'], outcome: 'resolved' });

it('names what is missing, in the order of the form', () => {
  expect(missingFields(makeContent(), all, 'at-risk')).toEqual(['caller', 'reasons', 'outcome']);
  expect(missingFields(said, all, 'at-risk')).toEqual([]);
});

it('wants nothing of those to watch where only those at risk count', () => {
  expect(missingFields(makeContent(), { ...all, of: 'at-risk' }, 'watch')).toEqual([]);
  expect(missingFields(makeContent(), all, 'watch')).toHaveLength(3);
});

it.each(['ok', 'unknown'] as const)('never wants anything of a customer who is %s', (level) => {
  expect(missingFields(makeContent(), { fields: [...requirable], of: 'all' }, level)).toEqual([]);
});

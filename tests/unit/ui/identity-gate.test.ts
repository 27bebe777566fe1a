import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { gatePage, type PageWitness } from '@/lib/ui/identity-gate';
import { makePage } from '../../components/support/make-view';

const customer = (key: string): PageSlot => makePage({ key });
const choose = (key: string): PageSlot => ({
  ...{ state: 'choose', key, name: 'Marta', why: 'shared-identifier', candidates: [] },
});
const blank: PageSlot = { state: 'blank' };
const nobody: PageSlot = { state: 'nobody' };
const says = (key: string | null | undefined): PageWitness => ({ by: 'content', key });

describe('the page’s slot in a frame', () => {
  it.each<[string, PageSlot, string | null | undefined, PageSlot]>([
    ['shows the customer whose key the page says', customer('A'), 'A', customer('A')],
    ['blanks while the page has said nothing', customer('A'), undefined, blank],
    ['blanks when the page has gone on to someone else', customer('A'), 'B', blank],
    ['blanks when the page shows nobody by now', customer('A'), null, blank],
    ['blanks the choice of another page', choose('A'), 'B', blank],
    ['shows the choice of this page', choose('A'), 'A', choose('A')],
    ['says nobody when the page says so too', nobody, null, nobody],
    ['blanks an old nobody when the page shows someone', nobody, 'B', blank],
    ['stays blank', blank, 'A', blank],
  ])('%s', (_name, page, key, shown) => expect(gatePage(page, says(key))).toEqual(shown));

  it('never shows a customer under another key, whatever the keys are', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (of, pushed) => {
        const shown = gatePage(customer(of), says(pushed));
        return shown.state === 'blank' || (shown.state === 'customer' && shown.key === pushed);
      }),
    );
  });
});

it('the browser’s own sidebar has the background’s word alone', () => {
  expect(gatePage(customer('A'), { by: 'background' })).toEqual(customer('A'));
});

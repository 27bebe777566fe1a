// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import { readGeneric } from '@/lib/crm/generic/read-generic';
import { adapterOf } from '@/lib/crm/teach/adapter-of';
import type { Example, PickAs } from '@/lib/crm/teach/lesson';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { learnAll } from './learn-all';
import {
  addressOf,
  listAddress,
  listPage,
  type Person,
  people,
  recordPage,
  type Template,
  template,
} from './random-crm';

const seen = '2026-11-27';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

function point(page: Document, as: PickAs, text: string) {
  const element = [...page.querySelectorAll('input, span, dd, td')].find(
    (e) => e.childElementCount === 0 && ('value' in e ? e.value : e.textContent) === text,
  );
  if (!element) throw new Error(`nowhere on the page: ${text}`);
  return { element, as };
}

function exampleOf(t: Template, who: Person, load: number): Example {
  const document = parse(recordPage(t, who, load));
  const phone = who.phone === null ? [] : [point(document, 'phone', who.phone)];
  const picks = [point(document, 'email', who.email), point(document, 'name', who.name), ...phone];
  return { url: addressOf(t, who.id), document, picks, complete: true };
}

function teach(t: Template, pupils: readonly Person[]): CrmAdapter {
  const lesson = learnAll(
    pupils.map((who, i) => exampleOf(t, who, i + 1)),
    seen,
  );
  if ('problem' in lesson) throw new Error(lesson.problem);
  return adapterSchema.parse(adapterOf(lesson, 'crm.example', seen));
}

/** E-mail, phone and name, or the state where nobody is shown: also by the reader of pages that were not taught. */
function read(adapter: CrmAdapter, url: URL, html: string): unknown {
  const page = parse(html);
  const found = detect(url, page, [adapter]);
  // Which of several it is, nobody is asked there (untaught-page.ts).
  if (found.state === 'not-a-crm') return readGeneric(url, page).outcome.replace('choose', 'nobody');
  if (found.state !== 'customer') return found.state;
  const { name, people: who } = found.identity;
  return { name, who: who.map((one) => one.map(({ value }) => value)) };
}

const truth = (who: Person) => ({
  name: who.name,
  who: [[who.email, ...(who.phone === null ? [] : [who.phone])]],
});

describe('a CRM taught on two of its pages', () => {
  it('is read rightly on eight others, and has nobody on its list, however it is built', () => {
    fc.assert(
      fc.property(template, (t) => {
        const adapter = teach(t, people.slice(0, 2));
        const others = people.slice(2);
        expect(
          others.map((who, i) => read(adapter, addressOf(t, who.id), recordPage(t, who, 50 + i))),
        ).toEqual(others.map(truth));
        expect(read(adapter, listAddress(t), listPage(t, 99))).toBe('nobody');
        // The same address as a record's: a list in its place. Where place alone tells two blocks apart, it can't be told.
        if (t.manager !== 'none' && !t.heading) return;
        expect(read(adapter, addressOf(t, '77'), listPage(t, 98))).not.toMatchObject({
          who: expect.anything(),
        });
      }),
      { numRuns: 25 },
    );
  }, 300_000);
});

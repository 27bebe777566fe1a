// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageIdentity, PageReport } from '@/lib/crm/page-report';
import type { CrmAdapter, CustomerPage, UrlPattern } from '@/lib/protocol/crm-adapter';
import { sample } from '../sample-adapter';
import { showPage } from '../show-page';
import {
  browserSends,
  frame,
  idle,
  navigateTo,
  readBy,
  setVisibility,
  stubBrowser,
  watchThisPage,
} from './watched-page';

/** Three customers, each with a record of the same number. */
const people = [
  { no: '1', name: 'Ana', mail: 'ana@x.example' },
  { no: '2', name: 'Bo', mail: 'bo@x.example' },
  { no: '3', name: 'Caro', mail: 'caro@x.example' },
] as const;
type PersonOf = (typeof people)[number];

/**
 * Where a page keeps its record: in itself, inside a component, or in a frame. A page with tabs has one record in each and
 * shows one of them.
 */
type Root = Document | ShadowRoot;
const root = (): Root => {
  const host = document.querySelector('crm-record, iframe');
  if (host instanceof HTMLIFrameElement) return host.contentDocument ?? document;
  return host?.shadowRoot ?? document;
};
const find = (css: string) => root().querySelector(css);
const block = ({ name, mail }: PersonOf) => `<b class="name">${name}</b><i class="mail">${mail}</i>`;

/** Between pagehide and pageshow nothing is asked of the watcher but silence. */
let away = false;
const leave = () => {
  away = true;
  browserSends(window, new PageTransitionEvent('pagehide'));
};
const comeBack = () => {
  away = false;
  browserSends(window, new PageTransitionEvent('pageshow', { persisted: true }));
};

const recordOf = (p: PersonOf, shown = true) =>
  `<main class="record"${shown ? '' : ' hidden'}><p class="no">${p.no}</p><div class="who">${block(p)}</div></main>`;

function showInside(p: PersonOf, kind: 'component' | 'frame'): void {
  showPage(`<body>${kind === 'frame' ? '<iframe></iframe>' : '<crm-record></crm-record>'}</body>`);
  const host = document.querySelector('crm-record, iframe');
  if (host instanceof HTMLIFrameElement) {
    const inside = host.contentDocument;
    if (inside) inside.body.innerHTML = recordOf(p);
  } else if (host) host.attachShadow({ mode: 'open' }).innerHTML = recordOf(p);
}

/** All records are there, each in a tab of its own; one is shown. */
const showTabs = (open: PersonOf) =>
  showPage(`<body>${people.map((p) => recordOf(p, p === open)).join('')}</body>`);

function turnTo(open: PersonOf): void {
  for (const tab of root().querySelectorAll('main'))
    tab.toggleAttribute('hidden', tab.querySelector('.no')?.textContent !== open.no);
}

/** As the sample's, wherever the page keeps it; its address in the path or behind the hash. */
const [samplePage] = sample.pages;
const inEveryRoot = (css: string) =>
  ['', 'crm-record >>> ', 'iframe >>> '].map((way) => ({ css: `${way}${css}`, seen: '2026-11-27' }));
const everywhere = (url: UrlPattern, ready: string): CustomerPage[] =>
  samplePage && 'people' in samplePage
    ? [
        {
          ...{ ...samplePage, url, ready },
          confirm: [{ part: 'no', at: inEveryRoot('.no'), take: { from: 'text' } }],
          people: { ...samplePage.people, each: inEveryRoot('.who') },
        },
      ]
    : [];
const watched: CrmAdapter = {
  ...sample,
  pages: [
    ...everywhere({ path: '/record/:no' }, 'body'),
    ...everywhere({ path: '/app', hash: '/record/:no' }, 'body'),
  ],
};

/** What a page, a rep or a browser does. `wait` gives the page's idle time; all else happens in one go. */
type PageStep = { what: string; act: () => void | Promise<void> };
const person = fc.constantFrom(...people);
const step: fc.Arbitrary<PageStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: person.map((p) => ({ what: `go to ${p.no}`, act: () => navigateTo(`/record/${p.no}`) })),
  },
  fc.constantFrom<PageStep>(
    { what: 'go to the list', act: () => navigateTo('/list') },
    { what: 'go to the list behind the hash', act: () => navigateTo('/app#/list') },
  ),
  person.map((p) => ({ what: `go to #${p.no}`, act: () => navigateTo(`/app#/record/${p.no}`) })),
  {
    weight: 4,
    arbitrary: person.map((p) => ({
      what: `render ${p.no}`,
      act: () => showPage(`<body>${recordOf(p)}</body>`),
    })),
  },
  fc
    .tuple(person, fc.constantFrom('component' as const, 'frame' as const))
    .map(([p, kind]) => ({ what: `render ${p.no} in a ${kind}`, act: () => showInside(p, kind) })),
  person.map((p) => ({ what: `render tabs, ${p.no} shown`, act: () => showTabs(p) })),
  { weight: 2, arbitrary: person.map((p) => ({ what: `turn to tab ${p.no}`, act: () => turnTo(p) })) },
  fc.constant({ what: 'render a list', act: () => showPage(`<body>${people.map(block).join('')}</body>`) }),
  person.map((p) => ({ what: `number ${p.no}`, act: () => find('.no')?.replaceChildren(p.no) })),
  person.map((p) => ({ what: `name ${p.name}`, act: () => find('.name')?.replaceChildren(p.name) })),
  person.map((p) => ({ what: `edit mail ${p.mail}`, act: () => setText('.mail', p.mail) })),
  fc
    .constantFrom('main', '.who', '.mail', '.no', 'body')
    .chain((css) =>
      fc.constantFrom<PageStep>(
        { what: `remove ${css}`, act: () => find(css)?.remove() },
        { what: `hide ${css}`, act: () => find(css)?.setAttribute('hidden', '') },
        { what: `fold ${css}`, act: () => find(css)?.setAttribute('style', 'display: none') },
        { what: `show ${css}`, act: () => unhide(css) },
      ),
    ),
  fc.constantFrom<PageStep>(
    { what: 'switch away', act: () => setVisibility('hidden') },
    { what: 'switch back', act: () => setVisibility('visible') },
    { what: 'leave', act: leave },
    { what: 'come back', act: comeBack },
  ),
  // In its haste the page is read with its changes, once a frame.
  { weight: 3, arbitrary: fc.constant<PageStep>({ what: 'a frame', act: frame }) },
  // Somebody has to be named before anything can go wrong.
  { weight: 6, arbitrary: fc.constant<PageStep>({ what: 'wait', act: idle }) },
);

/** Changes the text node itself, as frameworks do. */
function setText(css: string, text: string): void {
  const node = find(css)?.firstChild;
  if (node) node.nodeValue = text;
}

function unhide(css: string): void {
  find(css)?.removeAttribute('hidden');
  find(css)?.removeAttribute('style');
}

/** The text in a copy of an element from which all that can't be seen is cut out. Knows nothing of adapters. */
function visible(element: Element): string {
  if (element.closest('[hidden], [style]')) return '';
  const copy = document.createElement('div');
  copy.append(element.cloneNode(true));
  for (const gone of copy.querySelectorAll('[hidden], [style]')) gone.remove();
  return copy.textContent ?? '';
}

/**
 * Who is open, by the eye: an address of a record, its number on the page, and the customers' blocks, each mail once.
 * A page with another number beside it shows nobody, and that is seen when it is idle.
 */
function openByEye(others: 'seen' | 'not seen yet' = 'seen'): string[] {
  const asked = /^(?:\/record|\/app#\/record)\/(\d)$/.exec(location.pathname + location.hash)?.[1];
  if (!asked || !document.body) return [];
  const shown = [...root().querySelectorAll('main')].filter((main) => visible(main) !== '');
  const inRecords = (css: string) => shown.flatMap((main) => [...main.querySelectorAll(css)]);
  const numbers = inRecords('.no').map(visible).filter(Boolean);
  if (!numbers.includes(asked) || (others === 'seen' && numbers.some((no) => no !== asked))) return [];
  const text = (block: Element, css: string) => [...block.querySelectorAll(css)].map(visible).join('');
  const people = inRecords('.who').filter((block) => visible(block) !== '');
  const mails = people.map((who) => text(who, '.mail'));
  return people
    .map((who, at) => `${text(who, '.name')} ${mails[at]}`)
    .filter((_, at) => mails.indexOf(mails[at] ?? '') === at);
}

/** Who is open as the watcher says, in the same words. */
function openAsTold({ name, names = [name], people }: PageIdentity): string[] {
  return people.map(([, mail], at) => `${names[at] ?? ''} ${mail?.value ?? ''}`);
}

describe('the page watcher', () => {
  stubBrowser();

  it('never names a customer who is not on the page, and finds one who is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const stop = new AbortController();
        let last: PageReport | undefined;
        away = false;
        setVisibility('visible');
        navigateTo('/list');
        showPage('<body></body>');
        watchThisPage({
          read: readBy(watched),
          report: (report) => {
            expect(report.seq).toBeGreaterThan(last?.seq ?? -1);
            last = report;
          },
          signal: stop.signal,
          firstSeq: 0,
        });
        const named = () => (last?.state === 'customer' ? last.identity : null);
        const check = (after: string) => {
          const identity = named();
          if (!identity) return;
          const there = openByEye('not seen yet');
          for (const told of openAsTold(identity)) expect(there, `after ${after}`).toContain(told);
          expect(document.visibilityState, `after ${after}`).toBe('visible');
        };
        try {
          for (const { what, act } of steps) {
            await act();
            // A change of the page is seen in its own task, before anything is painted; all else in the same moment.
            await Promise.resolve();
            check(what);
          }
          await idle();
          check('the end');
          if (away) return;
          const identity = named();
          const told = identity ? openAsTold(identity) : [];
          expect(told, 'on the page').toEqual(document.visibilityState === 'visible' ? openByEye() : []);
        } finally {
          stop.abort();
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

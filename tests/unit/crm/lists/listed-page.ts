import { vi } from 'vitest';
import type { LevelsAnswer, ListLevel } from '@/lib/crm/lists/list-levels';
import { createListWatcher } from '@/lib/crm/lists/list-watcher';
import type { RawIdentifier } from '@/lib/domain/identifier';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { sample } from '../sample-adapter';

const at = (css: string) => [{ css, seen: '2026-11-22' }];

/** The sample CRM's queue, on whatever host jsdom says it has loaded the page from. */
export const queue = (): CrmAdapter => ({
  ...sample,
  site: { hosts: [location.hostname], signature: null },
  lists: [
    {
      kind: 'queue',
      url: { path: '/queue' },
      each: at('.queue li'),
      fields: [
        {
          at: at('.who'),
          take: { from: 'attribute', name: 'data-id' },
          as: { system: 's', recordType: 'c' },
        },
        { at: at('.mail'), take: { from: 'text' }, as: 'email' },
      ],
      anchor: at('.who'),
    },
  ],
});

/** Who is at risk, by address; nobody else is. */
export const levelOfMail = (mail: string): ListLevel | null =>
  mail.startsWith('risk') ? 'at-risk' : mail.startsWith('watch') ? 'watch' : null;

export const rowHtml = (mail: string) =>
  `<li><a class="who" href="/c">${mail.split('@')[0]}</a> <i class="mail">${mail}</i></li>`;

export function showQueue(mails: readonly string[]): void {
  document.body.innerHTML = `<ul class="queue">${mails.map(rowHtml).join('')}</ul>`;
}

/** The first match, which a test takes to be there. */
export function find(css: string): Element {
  const found = document.querySelector(css);
  if (!found) throw new Error(`no ${css}`);
  return found;
}

const roots = new WeakMap<Element, ShadowRoot>();
const attach = Element.prototype.attachShadow;

/** Notes closed shadow roots as they are made, which nobody else can see into. */
export function seeIntoShadows(): void {
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  });
}

/** What a badge says to a screen reader; null for one that shows nothing. */
const wordOf = (host: Element) => roots.get(host)?.firstElementChild?.getAttribute('aria-label') ?? null;

export const hosts = (): Element[] =>
  [...document.querySelectorAll('.who > span')].filter((e) => roots.has(e));

/** For each row that shows a level, its address and the word. */
export function shownLevels(): [mail: string, word: string][] {
  return hosts().flatMap((host) => {
    const word = wordOf(host);
    const mail = host.closest('li')?.querySelector('.mail')?.textContent ?? '';
    return word ? [[mail, word] as [string, string]] : [];
  });
}

const mailOf = (person: readonly RawIdentifier[]) => person.find(({ kind }) => kind === 'email')?.value ?? '';

/** A watcher of lists before a background that knows everybody by `levelOfMail`. */
export function watchLists(
  answer?: (people: RawIdentifier[][]) => Promise<LevelsAnswer>,
  adapters: () => readonly CrmAdapter[] = () => [queue()],
) {
  const stop = new AbortController();
  const asked: string[][] = [];
  const watcher = createListWatcher({
    window,
    adapters,
    ask: async (people) => {
      asked.push(people.map(mailOf));
      return answer?.(people) ?? { state: 'levels', levels: people.map(mailOf).map(levelOfMail), wait: null };
    },
    signal: stop.signal,
  });
  watcher.pageChanged(null);
  return { watcher, asked, stop: () => stop.abort() };
}

/** Until all that was put off has been done. */
export const settle = (ms = 1000) => vi.advanceTimersByTimeAsync(ms);

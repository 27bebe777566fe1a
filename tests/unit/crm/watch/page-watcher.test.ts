// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import type { PageReport } from '@/lib/crm/page-report';
import { sample, sampleRecord } from '../sample-adapter';
import { showPage } from '../show-page';
import {
  browserSends,
  idle,
  navigateTo,
  readBy,
  setVisibility,
  stubBrowser,
  watchThisPage,
} from './watched-page';

const vera = '<b class="name">Vera</b><i class="mail">vera@x.example</i>';
const bo = '<b class="name">Bo</b><i class="mail">bo@x.example</i>';

let stop = new AbortController();

function watch(read = readBy(sample)) {
  stop = new AbortController();
  const reports: PageReport[] = [];
  const report = (report: PageReport) => void reports.push(report);
  const watcher = watchThisPage({ read, report, signal: stop.signal, firstSeq: 5 });
  /** the reports since last asked, in short */
  const heard = () => reports.splice(0).map((r) => (r.state === 'customer' ? r.identity.name : r.state));
  return { watcher, reports, heard };
}

const element = (css: string): Element => {
  const found = document.querySelector(css);
  if (!found) throw new Error(`no ${css}`);
  return found;
};

describe('the page watcher', () => {
  stubBrowser();
  afterEach(() => {
    stop.abort();
    setVisibility('visible');
    showPage('');
  });

  it('begins with blank, then says what is there, counting up', () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    const { reports } = watch();
    expect(reports.map(({ state, seq }) => [state, seq])).toEqual([
      ['blank', 5],
      ['customer', 6],
    ]);
  });

  it('blanks in the same moment as any navigation, before it reads the page', () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    const { heard } = watch();
    heard();
    navigateTo('/record/7?tab=orders');
    expect(heard()).toEqual(['blank', 'Vera']);
    navigateTo('/record/8');
    expect(heard()).toEqual(['blank']);
  });

  it('sees the next customer only when the page shows them', async () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    const { heard } = watch();
    navigateTo('/record/8');
    heard();
    await idle();
    expect(heard()).toEqual([]);
    showPage(sampleRecord('8', bo));
    await idle();
    expect(heard()).toEqual(['Bo']);
  });

  it('goes through blank when the page shows someone else under the same address', async () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    const { heard } = watch();
    heard();
    element('.who').innerHTML = bo;
    await Promise.resolve();
    expect(heard()).toEqual(['blank', 'Bo']);
  });

  it.each<[string, () => void]>([
    ['an identifier’s text changes', () => element('#no').replaceChildren('8')],
    ['its element is taken out', () => element('.who').remove()],
    ['an element far above is taken out', () => element('main').remove()],
    ['it is hidden', () => element('.who').setAttribute('hidden', '')],
    ['something above is hidden', () => element('main').setAttribute('style', 'display: none')],
    ['everything is replaced', () => showPage('<body></body>')],
  ])('blanks at once, not when idle, when %s', async (_, change) => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    const { heard } = watch();
    heard();
    change();
    await Promise.resolve();
    expect(heard()[0]).toBe('blank');
  });

  it('reads again when somebody types into one of the identity’s inputs', () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', `${vera}<input value="+46 8 555 01">`));
    const { reports, heard } = watch();
    const key = () => reports.flatMap((r) => (r.state === 'customer' ? r.identity.key : [])).at(-1);
    const before = key();
    heard();
    Object.assign(element('input'), { value: '+46 8 555 02' });
    element('input').dispatchEvent(new Event('input', { bubbles: true }));
    expect(key()).toContain('+46 8 555 02');
    expect(key()).not.toBe(before);
    expect(heard()).toEqual(['blank', 'Vera']);
  });

  it('finds a customer that renders late, and a second one that comes later still', async () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', ''));
    const { reports, heard } = watch();
    element('.who').innerHTML = vera;
    await idle();
    expect(heard().at(-1)).toBe('Vera');
    element('main').insertAdjacentHTML('beforeend', `<div class="who">${bo}</div>`);
    await idle();
    expect(reports.at(-1)).toMatchObject({ state: 'customer', identity: { name: 'Vera, Bo' } });
  });

  it('sees an address that changed without any event at the page’s next change', async () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    const { heard } = watch();
    heard();
    history.pushState(null, '', '/record/8');
    document.body.append('anything');
    await idle();
    expect(heard()).toEqual(['blank']);
  });

  it('shows nobody while the tab is hidden, and verifies when it is seen again', async () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    const { watcher, heard } = watch();
    heard();
    setVisibility('hidden');
    expect(heard()).toEqual(['blank']);
    expect(watcher.currentKey()).toBeNull();
    element('.who').innerHTML = bo;
    await idle();
    expect(heard()).toEqual([]);
    setVisibility('visible');
    expect(heard()).toEqual(['Bo']);
  });

  it('blanks when the page goes, and verifies when it comes back from the back-forward cache', () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    const { heard } = watch();
    heard();
    browserSends(window, new PageTransitionEvent('pagehide', { persisted: true }));
    expect(heard()).toEqual(['blank']);
    browserSends(window, new PageTransitionEvent('pageshow', { persisted: true }));
    expect(heard()).toEqual(['Vera']);
  });

  it.each<[string, () => EventTarget, Event]>([
    ['pageshow', () => window, new PageTransitionEvent('pageshow', { persisted: true })],
    ['pagehide', () => window, new PageTransitionEvent('pagehide', { persisted: true })],
    ['visibilitychange', () => document, new Event('visibilitychange')],
    ['currententrychange', () => window.navigation, new Event('currententrychange')],
  ])('ignores a %s that the page made up', (_, target, event) => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    const { heard } = watch();
    heard();
    target().dispatchEvent(event);
    expect(heard()).toEqual([]);
    browserSends(target(), event);
    expect(heard()[0]).toBe('blank');
  });

  it('reads the page again when asked for the key, and says what it found', () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    const { watcher, heard } = watch();
    heard();
    expect(watcher.currentKey()).toContain('vera@x.example');
    element('.who').innerHTML = bo;
    expect(watcher.currentKey()).toContain('bo@x.example');
    expect(heard()).toEqual(['blank', 'Bo']);
  });

  it('shows nobody when reading fails', () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    let fails = false;
    const { watcher, heard } = watch(() => {
      if (fails) throw new Error('a page to stumble over');
      return readBy(sample)();
    });
    heard();
    fails = true;
    expect(watcher.currentKey()).toBeNull();
    expect(heard()).toEqual(['blank']);
  });

  it('says nothing and knows nobody after it was stopped', async () => {
    navigateTo('/record/7');
    showPage(sampleRecord('7', vera));
    const { watcher, heard } = watch();
    heard();
    stop.abort();
    element('.who').innerHTML = bo;
    navigateTo('/record/8');
    await idle();
    expect(watcher.currentKey()).toBeNull();
    expect(heard()).toEqual([]);
  });
});

describe('without a Navigation API', () => {
  afterEach(() => stop.abort());

  it.each(['popstate', 'hashchange'])('blanks at %s', (event) => {
    history.pushState(null, '', '/record/7');
    showPage(sampleRecord('7', vera));
    const { heard } = watch();
    heard();
    window.dispatchEvent(new Event(event));
    expect(heard(), 'by the page').toEqual([]);
    browserSends(window, new Event(event));
    expect(heard()).toEqual(['blank', 'Vera']);
  });
});

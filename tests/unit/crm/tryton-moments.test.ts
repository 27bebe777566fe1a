// @vitest-environment jsdom

import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { tryton } from '@/lib/crm/adapters/tryton';
import { detect } from '@/lib/crm/detect';
import { createSightings, type Sightings } from '@/lib/crm/sightings';
import { fixtureUrl, showPage } from './show-page';

/** Two panes, Vera's (40) before Bo's; which one is open is the caller's to say. */
const html = readFileSync('tests/fixtures/crm/tryton/party-switched-back-by-tab.html', 'utf8');
const VERA = fixtureUrl(html);
const BO = new URL(VERA.href.replace('/40;', '/7;'));

let sightings: Sightings;

function looked(url: URL): string {
  const found = detect(url, document, [tryton], sightings);
  if (found.state !== 'customer') return found.state;
  const [id, mail] = found.identity.people[0] ?? [];
  return `${id?.value} ${found.identity.name} ${mail?.value}`;
}

const pane = (id: string) => document.getElementById(id) as HTMLElement;
const field = (name: string, within = pane('tab-1')) =>
  within.querySelector(`.form-group_ input[name="${name}"]`) as HTMLInputElement;
const rows = (within = pane('tab-1')) => within.querySelector('.treeview tbody') as HTMLElement;

function openTab(id: string): void {
  for (const one of document.querySelectorAll<HTMLElement>('#tabcontent > .tab-pane')) {
    one.classList.toggle('active', one.id === id);
    one.hidden = one.id !== id;
  }
}

function drawHeader(name: string, code: string): void {
  field('name').value = name;
  field('code').value = code;
}

const drawRows = () =>
  rows().replaceChildren(...(rows(pane('tab-2')).cloneNode(true) as HTMLElement).children);

describe('Tryton, moment by moment', () => {
  beforeEach(() => {
    showPage(html);
    sightings = createSightings();
    expect(looked(VERA)).toBe('40 Vera Lind vera@pipe-works.example');
  });

  it('names nobody when a tab was clicked: the hash is new, the pane is not', () => {
    expect(looked(BO)).toBe('not-ready');
    openTab('tab-2');
    expect(looked(BO)).toBe('7 Bo Ek bo@ek.example');
    expect(looked(VERA)).toBe('not-ready');
    openTab('tab-1');
    expect(looked(VERA)).toBe('40 Vera Lind vera@pipe-works.example');
  });

  it('names nobody after next until the form is drawn, and its contact mechanisms too', () => {
    expect(looked(BO)).toBe('not-ready');
    drawHeader('Bo Ek', '7');
    expect(looked(BO)).toBe('not-ready');
    drawRows();
    expect(looked(BO)).toBe('7 Bo Ek bo@ek.example');
  });

  it('names nobody after next while the last party’s rows are on a page of the form that is not displayed', () => {
    drawHeader('Bo Ek', '7');
    const notebook = rows().closest('.tab-pane:not([id^="tab-"])') as HTMLElement;
    notebook.hidden = true;
    expect(looked(BO)).toBe('not-ready');
    drawRows();
    expect(looked(BO)).toBe('7 Bo Ek undefined');
  });

  it('names nobody after next from a party that has no contact mechanisms', () => {
    showPage(html);
    sightings = createSightings();
    rows().replaceChildren();
    expect(looked(VERA)).toBe('40 Vera Lind undefined');
    expect(looked(BO)).toBe('not-ready');
    drawHeader('Bo Ek', '7');
    expect(looked(BO)).toBe('7 Bo Ek undefined');
  });

  it('tells namesakes apart', () => {
    drawHeader('Vera Lind', '7');
    expect(looked(BO)).toBe('not-ready');
    drawRows();
    expect(looked(BO)).toBe('7 Vera Lind bo@ek.example');
  });

  it('still knows that pane after it was drawn out of sight', () => {
    openTab('tab-2');
    expect(looked(BO)).toBe('7 Bo Ek bo@ek.example');
    drawHeader('Cy Roth', '9');
    drawRows();
    openTab('tab-1');
    expect(looked(VERA)).toBe('not-ready');
    expect(looked(new URL(VERA.href.replace('/40;', '/9;')))).toBe('9 Cy Roth bo@ek.example');
  });
});

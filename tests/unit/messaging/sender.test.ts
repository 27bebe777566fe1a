import { describe, expect, it } from 'vitest';
import { type Classified, classifySender, contentTab, type SenderFacts } from '@/lib/messaging/sender';

const ID = 'nknpakakehnckgofdmdmcifbdohiiobg';
const ORIGIN = `chrome-extension://${ID}`;
const CRM = 'https://crm.example';
const own = { id: ID, origin: ORIGIN, isGranted: (origin: string) => origin === CRM };

const content: SenderFacts = {
  id: ID,
  url: `${CRM}/customers/7`,
  origin: CRM,
  frameId: 0,
  documentId: 'D1',
  tab: { id: 4, url: `${CRM}/customers/7` },
};
const frame: SenderFacts = {
  id: ID,
  url: `${ORIGIN}/sidebar.html`,
  origin: ORIGIN,
  frameId: 12,
  documentId: 'F1',
  tab: { id: 4, url: `${CRM}/customers/7` },
};
const panel: SenderFacts = { id: ID, url: `${ORIGIN}/sidepanel.html`, origin: ORIGIN, documentId: 'P1' };
const popup: SenderFacts = { id: ID, url: `${ORIGIN}/popup.html`, origin: ORIGIN, documentId: 'T1' };
const page: SenderFacts = {
  id: ID,
  url: `${ORIGIN}/options.html#account`,
  origin: ORIGIN,
  frameId: 0,
  documentId: 'O1',
  tab: { id: 9, url: `${ORIGIN}/options.html` },
};

const classes: [string, SenderFacts, Classified][] = [
  ['our script in a granted page', content, { class: 'content', tabId: 4, documentId: 'D1', topOrigin: CRM }],
  [
    'our script where the browser names no document',
    { ...content, documentId: undefined },
    { class: 'content', tabId: 4, documentId: null, topOrigin: CRM },
  ],
  [
    'the sidebar in a granted page',
    frame,
    { class: 'frame', tabId: 4, frameId: 12, documentId: 'F1', topOrigin: CRM },
  ],
  [
    'a frame id beyond 31 bits, as Firefox gives',
    { ...frame, frameId: 15_032_385_537 },
    { class: 'frame', tabId: 4, frameId: 15_032_385_537, documentId: 'F1', topOrigin: CRM },
  ],
  ['the side panel', panel, { class: 'panel', documentId: 'P1' }],
  ['the toolbar’s popup', popup, { class: 'popup', documentId: 'T1' }],
  ['the options page', page, { class: 'page', documentId: 'O1' }],
  ['desk', { ...page, url: `${ORIGIN}/desk.html` }, { class: 'page', documentId: 'O1' }],
  ['teams', { ...page, url: `${ORIGIN}/teams.html` }, { class: 'page', documentId: 'O1' }],
  ['approvals', { ...page, url: `${ORIGIN}/approvals.html` }, { class: 'page', documentId: 'O1' }],
  ['first run', { ...page, url: `${ORIGIN}/welcome.html` }, { class: 'page', documentId: 'O1' }],
];

const refused: [string, SenderFacts][] = [
  ['another extension', { ...content, id: 'abcdefghijklmnopabcdefghijklmnop' }],
  ['a sender without an id', { ...content, id: undefined }],
  ['our script in a frame of a granted page', { ...content, frameId: 3 }],
  [
    'our script in a page whose grant is gone',
    { ...content, url: 'https://else.example/', origin: 'https://else.example' },
  ],
  ['our script in a sandboxed document', { ...content, origin: 'null' }],
  ['an address and an origin that disagree', { ...content, origin: 'https://else.example' }],
  ['our script outside any tab', { ...content, tab: undefined }],
  ['the sidebar framed by a page nobody granted', { ...frame, tab: { id: 4, url: 'https://evil.example/' } }],
  ['the sidebar in a tab whose address is kept from us', { ...frame, tab: { id: 4 } }],
  ['the sidebar in a sandboxed frame', { ...frame, origin: 'null' }],
  [
    'the sidebar as a tab of its own',
    { ...frame, frameId: 0, tab: { id: 4, url: `${ORIGIN}/sidebar.html` } },
  ],
  ['the side panel’s page framed by a granted page', { ...frame, url: `${ORIGIN}/sidepanel.html` }],
  ['the approvals page framed by a granted page', { ...frame, url: `${ORIGIN}/approvals.html` }],
  ['the teams page framed by a granted page', { ...frame, url: `${ORIGIN}/teams.html` }],
  ['the desk framed by a granted page', { ...frame, url: `${ORIGIN}/desk.html` }],
  ['the options page framed by a granted page', { ...frame, url: `${ORIGIN}/options.html` }],
  [
    'the side panel’s page in a tab',
    { ...panel, frameId: 0, tab: { id: 4, url: `${ORIGIN}/sidepanel.html` } },
  ],
  ['the popup’s page framed by a granted page', { ...frame, url: `${ORIGIN}/popup.html` }],
  ['the popup’s page in a tab', { ...popup, frameId: 0, tab: { id: 4, url: `${ORIGIN}/popup.html` } }],
  ['the popup’s page in a sandbox', { ...popup, origin: 'null' }],
  ['the practice page, which asks for nothing', { ...page, url: `${ORIGIN}/practice.html` }],
  ['a page of ours that is none of the five', { ...page, url: `${ORIGIN}/background.html` }],
  ['a web page whose address only begins like ours', { ...content, url: `${ORIGIN}.example/sidebar.html` }],
  ['nothing at all', {}],
];

describe('who is calling', () => {
  it.each(classes)('%s is told for what it is', (_, sender, expected) => {
    expect(classifySender(sender, own)).toEqual(expected);
  });

  it.each(refused)('%s is refused', (_, sender) => {
    expect(classifySender(sender, own).class).toBe('refused');
  });

  it('knows Firefox’s pages, whose host is not the extension’s id', () => {
    const firefox = { ...own, id: 'heed@heed.example', origin: 'moz-extension://0000-uuid' };
    const sidebar = {
      ...frame,
      id: firefox.id,
      url: `${firefox.origin}/sidebar.html`,
      origin: firefox.origin,
    };
    expect(classifySender(sidebar, firefox).class).toBe('frame');
  });

  it.each([
    ['our script in a page', content, 4],
    ['a frame', frame, null],
    ['another extension', { ...content, id: 'other' }, null],
    ['the panel', panel, null],
  ])('tells at once the tab of %s', (_, sender, tabId) => {
    expect(contentTab(sender, ID)).toBe(tabId);
  });
});

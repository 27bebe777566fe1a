/**
 * Which part of the page a text stands in.
 * - `record`: where the customer may be
 * - `agent`: the bars and menus, where the person at this desk is named
 * - `said`: history and messages: what people wrote is no proof of who is open
 * - `skipped`: footers, signatures, quotes, lists to pick from, and who gets a copy or owns the record
 */
export type Zone = 'record' | 'agent' | 'said' | 'skipped';

const word = (words: string) => new RegExp(`(?:^|[\\s_-])(?:${words})(?:$|[\\s_-])`, 'i');

const SKIPPED = word(
  'b?cc|ccs|admincc|owner|assignee|footer|copyright|imprint|signature|quotes?|quoted|breadcrumbs?|autocomplete|suggestions?|typeahead',
);
const SAID = word(
  'messages?|comments?|history|transactions?|threads?|conversations?|activit(?:y|ies)|timeline|feed|log|replies|reply',
);
const AGENT = word(
  'user-?menu|current-?user|logged-?in|account-?menu|profile-?menu|nav-?bar|top-?bar|whoami|me',
);

const SKIPPED_TAG = /^(?:FOOTER|BLOCKQUOTE)$/;
const SKIPPED_ROLE = /^(?:contentinfo|listbox|option|tooltip|tablist)$/;
const SAID_ROLE = /^(?:log|feed)$/;
const AGENT_ROLE = /^(?:navigation|banner|menu|menubar|search)$/;

/** A class may sit on the whole page ("navbar-fixed"): bars and menus are short. */
const LONGEST_BAR = 300;

function namesAgent(element: Element, role: string, inRecord: boolean): boolean {
  if (element.nodeName === 'NAV' || AGENT_ROLE.test(role)) return true;
  if (element.nodeName === 'HEADER') return !inRecord && !element.querySelector('h1, h2');
  return false;
}

/** The zone of an element, given the one it stands in. Headings of a bar are the page's own. */
export function zoneOf(element: Element, outer: { zone: Zone; inRecord: boolean }): Zone {
  const role = element.getAttribute('role') ?? '';
  const words = `${element.id} ${element.getAttribute('class') ?? ''}`;
  if (SKIPPED_TAG.test(element.nodeName) || SKIPPED_ROLE.test(role)) return 'skipped';
  const isField = element.nodeName === 'INPUT' || element.nodeName === 'TEXTAREA';
  if (!isField && SKIPPED.test(words)) return 'skipped';
  if (/^H[1-3]$/.test(element.nodeName)) return outer.zone === 'agent' ? 'record' : outer.zone;
  if (outer.zone !== 'record') return outer.zone;
  if (namesAgent(element, role, outer.inRecord)) return 'agent';
  if (AGENT.test(words) && (element.textContent ?? '').length < LONGEST_BAR) return 'agent';
  if (SAID_ROLE.test(role) || element.nodeName === 'PRE' || SAID.test(words)) return 'said';
  return 'record';
}

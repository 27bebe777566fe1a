import { outside } from '../parent-node';
import type { Pick } from './lesson';

/** By class or id, anywhere in it: no other word holds these. */
const LOOSE = [
  ...['message', 'comment', 'history', 'thread', 'conversation', 'activity', 'activities', 'timeline'],
  ...['transaction', 'transcript', 'correspondence', 'discussion', 'chatter', 'reply', 'replies', 'mailbody'],
  ...['mail-body', 'mail_body', 'quote', 'signature', 'footer', 'copyright', 'imprint'],
];
/** These are parts of other words (dialog, feedback, success): only where they stand alone. */
const WORDS = ['log', 'feed', 'note', 'notes', 'chat', 'cc', 'bcc', 'owner', 'assignee'];

const loose = (word: string) => `[class*="${word}" i], [id*="${word}" i]`;

const alone = (word: string) =>
  [
    `[class~="${word}" i]`,
    ...[`^="${word}-`, `*=" ${word}-`, `*="-${word}-`, `*="-${word} `, `$="-${word}`].map(
      (at) => `[class${at}" i]`,
    ),
    `[id="${word}" i]`,
    ...[`^="${word}-`, `*="-${word}-`, `$="-${word}`].map((at) => `[id${at}" i]`),
  ].join(', ');

/**
 * Where people's words stand, and who gets a copy or owns the record: what is said there is no proof of who is open. As
 * in the reading without adapters (`zoneOf`), but data.
 */
const ZONES: readonly string[] = [
  ...['blockquote', 'pre', 'footer'],
  ...['log', 'feed', 'contentinfo', 'listbox', 'tooltip'].map((role) => `[role="${role}"]`),
  ...LOOSE.map(loose),
  ...WORDS.map(alone),
];

function standsIn(element: Element, zone: string): boolean {
  for (let at: Element | null = element; at; at = outside(at.getRootNode()))
    if (at.closest(zone)) return true;
  return false;
}

/** Zones in which the customer was pointed at: here they are no such thing. */
export const zonesAround = (picks: readonly Pick[]): string[] =>
  ZONES.filter((zone) => picks.some(({ element }) => standsIn(element, zone)));

/** What an adapter leaves out. What confirms the address is asked wherever it stands: it says no customer. */
export const zonesBut = (read: readonly string[]): string[] => ZONES.filter((zone) => !read.includes(zone));

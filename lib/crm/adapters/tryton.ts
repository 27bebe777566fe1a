import type { CrmAdapter, Locator } from '@/lib/protocol/crm-adapter';

/*
 * A single page. What its web client does, read in its source and watched in a live one (6.0), moment by moment:
 *
 * - A tab is clicked or closed: the hash is the next record's first, then the other pane is shown, in one task.
 * - Previous, next: the hash is the new record's at once. The form is drawn when the server has answered; its contact
 *   mechanisms later still, so that for a while they are the last party's under the new one's name.
 * - A record is opened from the list in the same tab: the form first, the hash after it; between the two it is the
 *   list's, and nobody is open. The form may show the party before until then.
 * - Back and forward: hash first. A pane in a hidden tab is drawn all the same when the server answers.
 *
 * So a hash is no proof, and the record's number stands nowhere else on the page. What stands there is the party's code:
 * one per party, drawn together with the name. A code belongs to the number it was first seen with (`mark`); each draw
 * is read in its own task. Rows of contact mechanisms are new elements for every party (`drawnAnew`).
 *
 * What stays open: who presses next between the form's first draw and its hash, to a party that the server has yet to
 * send, has the next number beside the first party's code, and both unknown. Its e-mail address then disagrees with the
 * number, which asks; both parties show nobody from then on, until the page is loaded again.
 *
 * What has a party's name and nothing else shows nobody, since a name leads to no one for certain: lists, sale orders.
 */
const seen = '2026-11-27';
const at = (...css: string[]): Locator[] => css.map((one) => ({ css: one, seen }));

/** The open tab's own form; other tabs stay in the document, and the form's notebook has panes of its own. */
const form = '#tabcontent > .tab-pane.active .panel-body > div > .screen-container > .content-box > .form';

/** Its own fields, not those of an address or an identifier in it, which have the same names. */
const own = (name: string) => `${form} .form-char input[name="${name}"]:not(.form-one2many input)`;

const row = '.form-one2many .treeview > table > tbody > tr';
const link = (scheme: string) => at(`:scope ${row} a.column-affix[href^="${scheme}:"]`);

/** Tryton's web client (SAO), self-hosted under any host and folder. */
export const tryton = {
  id: 'tryton',
  label: 'Tryton',
  version: 1,
  evidence: { kind: 'live', of: 'Tryton 6.0 with its web client, as Debian ships it', on: seen },
  site: { hosts: [], signature: 'body > .body #main_navbar #user-preferences + #user-logout' },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    {
      kind: 'party',
      // `#crm/model/party.party/202;name="Party"`: the database, then the record. An unsaved party has no number yet.
      url: { path: '/**', hash: '/**/model/party.party/:party' },
      anchor: at('#tablist > li.active > a'),
      ready: own('code'),
      confirm: [
        { part: 'party', at: at(own('code')), mark: { from: 'value' } },
        { part: 'party', at: at(`${form} ${row}`), drawnAnew: true },
      ],
      people: {
        each: at(form),
        fields: [
          { part: 'party', as: { system: 'tryton', recordType: 'party.party' } },
          { at: at(own('name').replace(form, ':scope')), take: { from: 'value' }, as: 'name' },
          { at: link('mailto'), take: { from: 'mailto' }, as: 'email' },
          { at: link('tel'), take: { from: 'tel' }, as: 'phone' },
        ],
      },
    },
  ],
  lists: [],
} satisfies CrmAdapter;

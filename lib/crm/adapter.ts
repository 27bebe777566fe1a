/**
 * A CRM adapter says in data how to find the customer that a page of one CRM has open. It holds no code and no regular
 * expression: an adapter may one day come from a server, and must then stay harmless. It can't widen where Heed may
 * stand (the browser's grants decide that), and password and hidden inputs are never read, whatever it asks for.
 */
export type CrmAdapter = {
  /** lower case, `demo`; part of every identity it finds */
  id: string;
  /** as a person calls this CRM */
  label: string;
  /** counts up with every change of the data */
  version: number;
  site: CrmSite;
  /** elements whose contents never name the customer: Cc, mail quotes, forms that are folded away */
  ignore: readonly string[];
  /** where the page says who the agent is; a person with one of these identifiers is not the customer */
  agent: readonly ElementField[];
  /** addresses that look like a customer page and aren't; they win over `pages`. An address in neither list is nobody too. */
  nobody: readonly UrlPattern[];
  pages: readonly CustomerPage[];
};

/**
 * Which pages are this CRM: by host, exact (`crm.example`) or any host under one (`*.crm.example`, not `crm.example`
 * itself); or, where organisations host it themselves, by an element that every one of its pages has.
 */
export type CrmSite = { hosts: readonly string[] } | { signature: string };

/**
 * `path`: segments that are literal or a named part (`/customers/:number`); a first segment `**` stands for any
 * folders in front (a CRM installed under `/rt`). A closing slash makes no difference.
 * `query`: parameters that must be there exactly once; `:name` names their value, any other text must be equal.
 * Parameters not listed don't matter, nor does the hash.
 */
export type UrlPattern = { path: string; query?: Readonly<Record<string, string>> };

/** One kind of page on which one customer (or a few that the page itself names side by side) is open. */
export type CustomerPage = {
  /** `customer`, `ticket` */
  kind: string;
  url: UrlPattern;
  /** an element that is shown once the page has rendered this kind of record */
  ready: string;
  /** all must hold, or the page is `not-ready`: its address is already new, its contents are still the last record's */
  confirm: readonly [Confirm, ...Confirm[]];
  people: {
    /** each element found is one person */
    each: readonly Locator[];
    /** read within that element */
    fields: readonly Field[];
  };
};

/** What stands on the page must equal the named part of the address: on every element found, and on one at least. */
export type Confirm = {
  part: string;
  at: readonly Locator[];
  take: Take;
  /** the element is proof even where it isn't displayed: the title, a menu folded away */
  evenHidden?: true;
};

export type Field = ElementField | PartField;

/** Read from every shown element of the first locator that has any. */
export type ElementField = { at: readonly Locator[]; take: Take; as: ReadAs };

/** Read from the address; only a part that `confirm` has found on the page too. */
export type PartField = { part: string; as: ExternalIdKind };

/** Tried in order, newest first. */
export type Locator = {
  /** a CSS selector; `:scope` is the person's own element */
  css: string;
  /** then `css` finds labels: those with one of these texts count, and what is read is the element after each */
  labelled?: readonly string[];
  /** the day this was last seen on a real page, `2026-11-22` */
  seen: string;
};

export type Take =
  | { from: 'text' }
  /** the first word (letters, digits, `-`, `_`) after the first `after`; with an empty `after`, at the very start */
  | { from: 'word'; after: string }
  /** what an input holds now */
  | { from: 'value' }
  | { from: 'attribute'; name: string }
  /** the address of a `mailto:`, the number of a `tel:` link: the element itself, or the first in it */
  | { from: 'mailto' | 'tel' }
  /** a named part of a link's address, on the page's own origin */
  | { from: 'link'; to: UrlPattern; part: string };

export type ExternalIdKind = { system: string; recordType: string };

/** `nameAndAddress`: "Marta Kowalczyk <marta@acme.example>", or either of the two alone. */
export type ReadAs = 'name' | 'email' | 'phone' | 'nameAndAddress' | ExternalIdKind;

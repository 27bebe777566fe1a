/**
 * A CRM adapter says in data how to find the customer that a page of one CRM has open. It holds no code and no regular
 * expression: an adapter may come from the store, and must then stay harmless. It can't widen where Heed may
 * stand (the browser's grants decide that), and password and hidden inputs are never read, whatever it asks for.
 */
export type CrmAdapter = {
  /** lower case, `demo`; part of every identity it finds */
  id: string;
  /** as a person calls this CRM */
  label: string;
  /** counts up with every change of the data */
  version: number;
  evidence: Evidence;
  site: CrmSite;
  /**
   * elements whose contents never name the customer: Cc, mail quotes, forms that are folded away; with all components
   * and frames inside them, so without ` >>> `
   */
  ignore: readonly string[];
  /** where the page says who the agent is; a person with one of these identifiers is not the customer */
  agent: readonly ElementField[];
  /** addresses that look like a customer page and aren't; they win over `pages`. An address in neither list is nobody too. */
  nobody: readonly UrlPattern[];
  pages: readonly CustomerPage[];
  /** lists, queues and tables whose rows are customers; one may stand on a customer's page too */
  lists: readonly ListPage[];
  /** where this page says who is on the phone */
  rings?: readonly RingPage[];
};

/**
 * How it is known that an adapter is right.
 * - `live`: a real installation is tested
 * - `documented`: nobody here has seen it; its vendor's documentation and public integrations say so. It may read ids
 *   from the address alone, and a person is asked once per site whether it is right
 * - `taught`: a person pointed at the customer on this site
 * - `learned`: a person said, page by page, who the customer is; asked about once per site, and it speaks of no page but
 *   those that it knows
 */
export type Evidence =
  | { kind: 'live'; of: string; on: string }
  | { kind: 'documented'; sources: readonly string[]; on: string }
  | { kind: 'taught' | 'learned'; on: string };

/**
 * Which pages are this CRM: by host, exact (`crm.example`) or any host under one (`*.crm.example`, not `crm.example`
 * itself); or, where organisations host it themselves, by an element that every one of its pages has. Either will do.
 */
export type CrmSite = { hosts: readonly string[]; signature: string | null };

/**
 * `path`: segments that are literal or a named part (`/customers/:number`); a first segment `**` stands for any
 * folders in front (a CRM installed under `/rt`), and `*` for any one segment, which names nothing. A closing slash
 * makes no difference.
 * `query`: parameters that must be there exactly once; `:name` names their value, `*` takes any, any other text must be equal.
 * Parameters not listed don't matter.
 * `hash`: the same as `path`, for what stands after `#` (and `#!`), up to its own `?` or `;`; without it the hash
 * doesn't matter.
 * `hashQuery`: the same as `query`, for the parameters in the hash: after its `?`, or all of it where it has none
 * (`#id=7&model=res.partner`).
 *
 * A named part may say what it looks like, so that `new` and `list` are no ids: `:id{digits}`, `{hex}`, `{alnum}` or
 * `{uuid}` (in braces or not; named without them, in lower case), how many characters it may have (`{alnum15,18}`), and
 * what it begins with (`{cnv_+alnum}`; counted is what comes after).
 */
export type Address = {
  path: string;
  query?: Readonly<Record<string, string>>;
  hash?: string;
  hashQuery?: Readonly<Record<string, string>>;
};

/**
 * `inner`: named parts that hold an address themselves, on the page's own origin: the page that a frame shows
 * (`/nav_to.do?uri=case.do%3Fsys_id%3D7`). All must match; their named parts count as the page's.
 */
export type UrlPattern = Address & { inner?: Readonly<Record<string, Address>> };

/** One kind of page on which one customer (or a few that the page itself names side by side) is open. */
export type CustomerPage = RenderedPage | AddressPage | CasePage;

type PageOf = {
  /** `customer`, `ticket` */
  kind: string;
  url: UrlPattern;
  /** beside which a badge may stand: the customer's name; the first that is shown */
  anchor?: readonly Locator[];
  /** the CRM's own field for notes, into which a rep may put theirs by a click; Heed reads nothing in it */
  noteField?: readonly Locator[];
};

/**
 * Nothing is known of this page but its address, which has the number of a person or an account: never a case's. Only
 * where that is all that is documented.
 */
export type AddressPage = PageOf & { fromAddress: readonly PartField[] };

/**
 * A case is open (a ticket, a conversation, a deal), about somebody whom its address doesn't name: one person has many.
 * The page is read as one that no adapter knows, and its customer is never taken without a person's word.
 * `caseOf`: what the CRM numbers there; a number of that kind is nobody's.
 */
export type CasePage = PageOf & { caseOf: ExternalIdKind };

/** A page that is read, and whose contents prove that they belong to its address. */
export type RenderedPage = PageOf & {
  /** an element that is shown once the page has rendered this kind of record */
  ready: string;
  /**
   * all must hold, or the page is `not-ready`: its address is already new, its contents are still the last record's.
   * Empty only where the address names nothing: who is open is then what the page shows, whatever its address.
   */
  confirm: readonly Confirm[];
  people: {
    /** each element found is one person */
    each: readonly Locator[];
    /** read within that element */
    fields: readonly Field[];
    /** there is one customer, with one value in each field: where more are found it is a list, and nobody is open */
    one?: true;
  };
};

/** A page with rows that are customers each. Nobody is open on it by that. */
export type ListPage = {
  kind: string;
  url: UrlPattern;
  /** each element found is one row */
  each: readonly Locator[];
  /** read within the row */
  fields: readonly ElementField[];
  /** within the row: what the badge stands beside */
  anchor: readonly Locator[];
};

/**
 * A softphone, or its strip on a CRM's pages: shows a number, or the account number that the caller was asked for, while
 * the phone rings and no longer. Where several stand at once, nobody can be said to ring.
 */
export type RingPage = { url: UrlPattern; at: readonly Locator[]; take: Take; as: 'phone' | 'account' };

/** How the page's contents prove that they belong to a named part of the address. */
export type Confirm = Says | Marks | DrawnAnew;

/** What stands on the page must equal the part: on every element found, and on one at least. */
export type Says = {
  part: string;
  at: readonly Locator[];
  take: Take;
  /** the element is proof even where it isn't displayed: the title, a menu folded away */
  evenHidden?: true;
};

/**
 * The part stands nowhere on the page, but a text that no two records share does: a code. The two that are first seen
 * together belong together for as long as the page lives; another pair is a page on its way from one to the other.
 */
export type Marks = { part: string; at: readonly Locator[]; mark: Take };

/**
 * Elements that the page draws anew for every record, displayed or not, and later than the rest; there may be none.
 * Those that were seen under another part are left over from it. No proof by itself.
 */
export type DrawnAnew = { part: string; at: readonly Locator[]; drawnAnew: true };

export type Field = ElementField | PartField;

/** Read from every shown element of the first locator that has any. */
export type ElementField = { at: readonly Locator[]; take: Take; as: ReadAs };

/** Read from the address; only a part that `confirm` has found on the page too. */
export type PartField = { part: string; as: ExternalIdKind };

/** Tried in order, newest first. */
export type Locator = {
  /**
   * a CSS selector; `:scope` is the person's own element. ` >>> ` goes on inside open shadow roots or frames of the
   * same origin: `console-tab >>> .email`
   */
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
  /** what an input holds now: the element itself, or the only one in it */
  | { from: 'value' }
  | { from: 'attribute'; name: string }
  /** the address of a `mailto:`, the number of a `tel:` link: the element itself, or the first in it */
  | { from: 'mailto' | 'tel' }
  /** a named part of a link's address, on the page's own origin */
  | { from: 'link'; to: UrlPattern; part: string };

export type ExternalIdKind = { system: string; recordType: string };

/** `nameAndAddress`: "Marta Kowalczyk <marta@acme.example>", or either of the two alone. */
export type ReadAs = 'name' | 'email' | 'phone' | 'nameAndAddress' | ExternalIdKind;

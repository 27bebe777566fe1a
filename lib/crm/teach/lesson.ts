import type { Locator, ReadAs, Take } from '@/lib/protocol/crm-adapter';
import type { UrlKind } from './url-kind';

/** What a person can point at. */
export type PickAs = 'email' | 'phone' | 'number' | 'name';

export type Pick = { element: Element; as: PickAs };

/** A page on which a person has shown who the customer is. */
export type Example = {
  url: URL;
  document: Document;
  picks: readonly Pick[];
  /** what wasn't pointed at isn't there: a person has looked at the whole reading */
  complete: boolean;
  /** of these a person has said that this customer has none */
  none?: readonly PickAs[];
};

/**
 * How much a way to find something rests on: 1 a name that developers gave, 2 a label beside it, 3 a class or a kind of
 * link, 4 its place under something named, 5 its place on the page alone.
 */
export type Tier = 1 | 2 | 3 | 4 | 5;
/** From here on it is the place alone that tells: another block above, and it is another's. */
export const PLACE: Tier = 4;

/** `hits`: on how many examples it found just this; one that found something else is gone. */
type Ranked = { tier: Tier; hits: number };

/**
 * One way to one identifier or name. `each` is the customer's own block; null for the whole page. `guess`: by a label that
 * doesn't look like one, and may be this customer's own word.
 */
export type Way = Ranked & { each: Locator | null; at: Locator; take: Take; as: ReadAs; guess?: true };

/** One way to find a part of the address on the page. */
export type Proof = Ranked & { at: Locator; take: Take; evenHidden: boolean };

export type TaughtPage = {
  /** one kind of page; the addresses of its examples, twice the same where records change under one address */
  urls: readonly string[];
  url: UrlKind;
  fields: readonly { as: PickAs; ways: readonly Way[]; values: readonly string[] }[];
  /** by part of the address */
  proofs: readonly { part: string; ways: readonly Proof[] }[];
};

/** Everything that was learned of a site so far; JSON. Of the pages themselves it holds the addresses and what was pointed at. */
export type Lesson = {
  pages: readonly TaughtPage[];
  /** where the page shows the agent, and what stood there */
  agent: readonly { way: Way; value: string }[];
  /** zones of people's words, by their selectors, in which a customer was pointed at all the same */
  readZones?: readonly string[];
};

export const emptyLesson: Lesson = { pages: [], agent: [] };

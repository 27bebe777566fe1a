/**
 * The wire's version. Raise it with every change that an older extension would not understand.
 * 2026-11-22  1  first: session, cards by cursor, detail, mutations
 * 2026-11-26  2  the book of cards: manifest, packs, pages and blocks, all sealed, instead of cards by cursor
 */
export const PROTOCOL_VERSION = 2;

/**
 * The wire's version. Raise it with every change that an older extension would not understand.
 * 2026-11-22  1  first: session, cards by cursor, detail, mutations
 */
export const PROTOCOL_VERSION = 1;

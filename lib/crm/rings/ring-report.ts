/**
 * The phone rings, a page says. Whoever it is has not been verified: a number can be faked, and so can an address.
 * Empty where the page says no number, or no account number.
 */
export type RingReport = {
  via: 'address' | 'page';
  number: string;
  account: string;
  /** it stood there when this page was first looked at: it may have been told of before */
  standing?: true;
};

/** Anything a telephone's display shows: digits and what people put between them. */
export const CALL_NUMBER = /^(?=(?:\D*\d){3})\+?[\d\s()./-]{3,40}$/;
/** As an IVR takes it down. Spelled short, so that nobody's words get in here. */
export const ACCOUNT_NUMBER = /^(?=.*\d)[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,39}$/u;

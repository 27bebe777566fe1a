/** What is asked of the next rep, in one line. */
export const LONGEST_ASK = 200;

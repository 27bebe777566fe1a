/** Why who is on the line has to be asked once more: a long hold, or a colleague who had verified them and handed over. */
export const askAgainReasons = ['held', 'handed-over'] as const;
export type AskAgain = (typeof askAgainReasons)[number];

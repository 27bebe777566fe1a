const ONE_IN = 10;

/**
 * One note in ten gets no suggestion, so that what is learned from is not only what was suggested. The same note never
 * gets one, whichever sidebar asks: by the random end of its id.
 * @param noteId a UUID of version 4 or 7
 */
export const getsNoSuggestion = (noteId: string): boolean =>
  Number.parseInt(noteId.slice(-8), 16) % ONE_IN === 0;

/** A name as it is compared, however somebody spaced it or wrote it large. */
export const plainSpelling = (text: string) =>
  text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

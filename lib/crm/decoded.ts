/** A part of an address without its escapes; null where they are none (`50%`). */
export function decoded(text: string, decode = decodeURIComponent): string | null {
  try {
    return decode(text);
  } catch {
    return null;
  }
}

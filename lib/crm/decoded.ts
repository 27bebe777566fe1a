/** A part of an address without its escapes; null where they are none (`50%`). */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

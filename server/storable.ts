/** PostgreSQL stores neither a NUL nor half a surrogate pair; neither is a word. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

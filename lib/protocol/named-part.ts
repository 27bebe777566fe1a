/** What a part looks like: `:id{003+alnum12,15}`. */
const NAMED = /^:([a-zA-Z]+)(?:\{(?:([\w-]+)\+)?(digits|hex|alnum|uuid)([\d,]*)\})?$/;

const KINDS: Readonly<Record<string, RegExp>> = {
  digits: /^\d+$/,
  hex: /^[\da-f]+$/i,
  alnum: /^[\da-z]+$/i,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
};

/** `{A1B2...}` and `a1b2...` are the same record. */
const plainUuid = (text: string) => text.replace(/^\{(.*)\}$/, '$1').toLowerCase();

/** What a pattern's segment or parameter names; null where it is literal. */
export function partName(pattern: string): string | null {
  return NAMED.exec(pattern)?.[1] ?? null;
}

/** The value that a named part takes from an address; null where the text doesn't look like it. */
export function partValue(pattern: string, text: string): string | null {
  const [whole, , prefix = '', kind, lengths = ''] = NAMED.exec(pattern) ?? [];
  if (whole === undefined || text === '') return null;
  if (kind === undefined) return text;
  const value = kind === 'uuid' ? plainUuid(text) : text;
  if (!value.startsWith(prefix)) return null;
  const rest = value.slice(prefix.length);
  if (lengths !== '' && !lengths.split(',').includes(String(rest.length))) return null;
  return KINDS[kind]?.test(rest) ? value : null;
}

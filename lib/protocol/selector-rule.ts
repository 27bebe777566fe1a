const LONGEST = 300;

/**
 * Why an adapter may not hold a selector; null where it may. Long enough for any that a person would write, too short to
 * make a page slow.
 */
export function whyNoSelector(css: string): string | null {
  if (css.length === 0 || css.length > LONGEST) return `a selector has 1 to ${LONGEST} characters`;
  // `:h\61s(` is `:has(` too.
  if (css.includes('\\')) return 'a selector may hold no escapes';
  if (/password|hidden/i.test(css)) return 'a selector may not name password or hidden fields';
  return /:has\s*\(/i.test(css) ? ':has() costs too much on a large page' : null;
}

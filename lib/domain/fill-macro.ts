/** All that a ready-made text may name. Anything else in braces is a text like any other. */
export const macroNames = [
  'customer',
  'rep',
  'action',
  'amount',
  'reference',
  'owner',
  'promise',
  'due',
] as const;
export type MacroValues = Partial<Record<(typeof macroNames)[number], string>>;

const known: ReadonlySet<string> = new Set(macroNames);

/**
 * A ready-made text with its names filled in. A name that isn't known, or that there is nothing to say for, stays as it
 * stands: a gap that is seen is better than a wrong word. What is filled in is never read again.
 */
export function fillMacro(text: string, values: MacroValues): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value =
      known.has(name) && Object.hasOwn(values, name) ? values[name as keyof MacroValues] : undefined;
    return value ? value : whole;
  });
}

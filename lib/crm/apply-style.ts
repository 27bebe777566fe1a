export type Style = Readonly<Record<string, string>>;

/** Property by property: a page's security policy may forbid `style` attributes, not this. */
export function apply(element: HTMLElement, style: Style): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
}

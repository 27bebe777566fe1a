/** Puts a page into jsdom's document, with the attributes of `html` and `body`; scripts don't run. */
export function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.replaceWith(document.adoptNode(page.documentElement));
}

/** A fixture: its address on the first line, in a comment, then the page. */
export function fixtureUrl(html: string): URL {
  const address = /^<!-- (\S+) -->/.exec(html)?.[1];
  if (!address) throw new Error('the fixture does not say its address in the first line');
  return new URL(address);
}

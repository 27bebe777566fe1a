type FocusOptions = { document: Document; host: HTMLElement; iframe: HTMLIFrameElement };

/** The keyboard's way into the sidebar and back to where it was in the page. Hears no key: the browser's chord calls it. */
export function createFrameFocus({ document, host, iframe }: FocusOptions) {
  let before: HTMLElement | null = null;
  const isInside = () => document.activeElement === host;

  return {
    isInside,
    /** @returns whether the keyboard is there now: a page can make everything around a dialog of its own inert */
    enter(): boolean {
      const { activeElement } = document;
      before = activeElement instanceof HTMLElement ? activeElement : null;
      iframe.focus();
      return isInside();
    },
    leave(): void {
      iframe.blur();
      if (before?.isConnected && before !== document.body) before.focus();
      before = null;
    },
  };
}

export type PanelButton = { label: string; onPress: () => void; look?: 'likely' | 'quiet' };
export type PanelContent = {
  title: string;
  lines: readonly string[];
  problem?: string | undefined;
  found?: readonly (readonly [label: string, value: string])[];
  buttons: readonly PanelButton[];
  hint?: string;
};

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** What a page shows may be of any language; the words around it are English. */
function ofPage<E extends HTMLElement>(element: E): E {
  element.dir = 'auto';
  return element;
}

function foundList(found: NonNullable<PanelContent['found']>): HTMLElement {
  const list = make('dl', 'found');
  for (const [label, value] of found) list.append(make('dt', '', label), ofPage(make('dd', '', value)));
  return list;
}

/** Longer than a double click takes: its second half must not press what has come under the pointer meanwhile. */
const SETTLES_IN = 500;

type PanelOptions = {
  /** in milliseconds */
  now: () => number;
  /** may a press count now? */
  mayPress: () => boolean;
};

/**
 * What says what to do, with its buttons. They obey a person alone: no click that a script made up, and none while
 * something lies over the panel, or has just been written in it.
 */
export function createPanel({ now, mayPress }: PanelOptions) {
  const element = make('section', 'panel');
  const body = make('div', 'body');
  const status = make('p', 'status');
  element.setAttribute('role', 'dialog');
  element.tabIndex = -1;
  body.setAttribute('aria-live', 'polite');
  status.setAttribute('role', 'status');
  element.append(body, status);
  let written = '';
  let writtenAt = Number.NEGATIVE_INFINITY;
  const isSettled = () => now() - writtenAt >= SETTLES_IN;
  const root = () => element.getRootNode() as ShadowRoot;
  const buttons = () => [...body.querySelectorAll('button')];
  const focused = () => buttons().find((one) => one === root().activeElement) ?? null;

  function button({ label, onPress, look }: PanelButton): HTMLButtonElement {
    const made = make('button', look ?? '', label);
    made.type = 'button';
    made.addEventListener('click', (event) => {
      if (isSettled()) event.isTrusted && mayPress() && onPress();
    });
    return made;
  }

  function write({ title, lines, problem, found, buttons: all, hint }: PanelContent): void {
    element.setAttribute('aria-label', title);
    const row = make('div', 'buttons');
    row.append(...all.map(button));
    body.replaceChildren(
      make('h1', '', title),
      ...(problem ? [make('p', 'problem', problem)] : []),
      ...(found && found.length > 0 ? [foundList(found)] : []),
      ...lines.map((line) => ofPage(make('p', '', line))),
      row,
      ...(hint ? [make('p', 'muted', hint)] : []),
    );
  }

  return {
    element,
    /** Writes anew where it says something new: a button under the pointer, or with the focus, stays the same button. */
    say(content: PanelContent): void {
      const text = JSON.stringify(content);
      if (text === written) return;
      written = text;
      writtenAt = now();
      const before = focused()?.textContent;
      write(content);
      if (before === undefined) return;
      (buttons().find(({ textContent }) => textContent === before) ?? element).focus();
    },
    /** One line below: what the keys are on, or why a press didn't count. */
    tell: (text: string) => {
      if (status.textContent !== text) status.textContent = text;
    },
    /** Has what is written stood for long enough to be what a person clicks on? */
    isSettled,
    focus: () => element.focus({ preventScroll: true }),
    hasFocus: () => root().activeElement !== null,
    isOnButton: () => focused() !== null,
    /** @param which `likely`: what a person will most likely want, else the first */
    focusButton(which: 'likely' | 'first' | 'last'): void {
      const all = buttons();
      const likely = all.find(({ className }) => className === 'likely') ?? all[0];
      (which === 'likely' ? likely : all.at(which === 'first' ? 0 : -1))?.focus();
    },
    /** Is there no further button this way? */
    isAtEdge: (by: number) => focused() === buttons().at(by > 0 ? -1 : 0),
  };
}

import { boxOf } from './element-at';
import { overlayStyle } from './overlay-style';

export type OverlayButton = { label: string; onPress: () => void; look?: 'likely' | 'quiet' };
export type PanelContent = {
  title: string;
  lines: readonly string[];
  problem?: string | undefined;
  found?: readonly (readonly [label: string, value: string])[];
  buttons: readonly OverlayButton[];
  hint?: string;
};

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

const POINTER = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'contextmenu'];

function button({ label, onPress, look }: OverlayButton): HTMLButtonElement {
  const element = make('button', look ?? '', label);
  element.type = 'button';
  // A page could click it for the person.
  element.addEventListener('click', (event) => event.isTrusted && onPress());
  return element;
}

function foundList(found: NonNullable<PanelContent['found']>): HTMLElement {
  const list = make('dl', 'found');
  for (const [label, value] of found) list.append(make('dt', '', label), make('dd', '', value));
  return list;
}

function write(panel: HTMLElement, { title, lines, problem, found, buttons, hint }: PanelContent): void {
  const row = make('div', 'buttons');
  row.append(...buttons.map(button));
  panel.replaceChildren(
    make('h1', '', title),
    ...(problem ? [make('p', 'problem', problem)] : []),
    ...(found && found.length > 0 ? [foundList(found)] : []),
    ...lines.map((line) => make('p', '', line)),
    row,
    ...(hint ? [make('p', 'muted', hint)] : []),
  );
}

/** An adopted sheet is no matter of the page's security policy; Firefox lets no content script adopt one. */
function dress(root: ShadowRoot): void {
  if (import.meta.env.FIREFOX) {
    root.append(make('style', '', overlayStyle));
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(overlayStyle);
  root.adoptedStyleSheets = [sheet];
}

/** What lies over the page: a shield that takes the clicks, a box around what is pointed at, a panel that says what to do. */
export function createOverlay() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  dress(root);
  const shield = make('div', 'shield');
  const box = make('div', 'box');
  const panel = make('section', 'panel');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-live', 'polite');
  root.append(shield, box, panel);
  // What is clicked here is no click on the page.
  for (const type of POINTER) host.addEventListener(type, (event) => event.stopPropagation());
  document.documentElement.append(host);
  let written = '';

  return {
    host,
    shield,
    /** Writes the panel anew where it says something new: a button under the pointer stays the same button. */
    say(content: PanelContent): void {
      const text = JSON.stringify(content);
      if (text === written) return;
      written = text;
      panel.setAttribute('aria-label', content.title);
      write(panel, content);
    },
    /** Draws the box around an element; null takes it away. */
    point(element: Element | null): void {
      box.hidden = element === null;
      if (!element) return;
      for (const [name, value] of Object.entries(boxOf(element))) box.style.setProperty(name, `${value}px`);
    },
    /** The element under a point, past the shield. */
    beneath<T>(look: () => T): T {
      shield.style.pointerEvents = 'none';
      const found = look();
      shield.style.pointerEvents = '';
      return found;
    },
  };
}

export type Overlay = ReturnType<typeof createOverlay>;

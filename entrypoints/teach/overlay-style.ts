/**
 * System colours, and the sidebar's accent: this stands in a page of others, beside whatever theirs are. What is said of
 * the host is important, so that no style of the page's moves, fades or hides it.
 */
export const overlayStyle = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: 0 !important;
  inline-size: auto !important; block-size: auto !important; z-index: 2147483646 !important;
  pointer-events: none !important; overflow: visible !important; color-scheme: light dark !important;
  direction: ltr !important; --accent: #0b5cad; --on-accent: #ffffff; }
@media (prefers-color-scheme: dark) { :host { --accent: #7db8ff; --on-accent: #0d1b2a; } }
* { box-sizing: border-box; }
.shield { position: fixed; inset: 0; cursor: crosshair; pointer-events: auto; }
.shield[hidden], .box[hidden] { display: none; }
.box { position: fixed; border: 2px solid var(--accent); border-radius: 4px; pointer-events: none;
  outline: 1px solid var(--on-accent); background: color-mix(in srgb, var(--accent) 12%, transparent); }
.panel { position: fixed; bottom: 16px; left: 16px; inline-size: min(320px, calc(100vw - 32px));
  max-block-size: calc(100vh - 32px); overflow: auto; padding: 12px; pointer-events: auto; color: CanvasText;
  background: Canvas; border: 1px solid color-mix(in srgb, CanvasText 30%, Canvas); border-radius: 6px;
  box-shadow: 0 2px 12px color-mix(in srgb, CanvasText 25%, transparent);
  font: 13px/20px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
.panel.right { left: auto; right: 16px; }
.panel.top { bottom: auto; top: 16px; }
.body { display: grid; gap: 8px; }
.panel h1 { margin: 0; font-size: 15px; line-height: 20px; font-weight: 600; }
.panel p { margin: 0; overflow-wrap: anywhere; }
.panel .status:not(:empty) { margin-block-start: 8px; font-weight: 600; }
.muted { color: color-mix(in srgb, CanvasText 72%, Canvas); font-size: 12px; line-height: 16px; }
.found { margin: 0; display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 12px; padding: 8px;
  border-radius: 4px; background: color-mix(in srgb, CanvasText 6%, Canvas); }
.found dt { color: color-mix(in srgb, CanvasText 72%, Canvas); }
.found dd { margin: 0; overflow-wrap: anywhere; font-weight: 600; text-align: left; }
.problem { border-inline-start: 3px solid currentColor; padding-inline-start: 8px; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; }
button { min-block-size: 28px; padding: 2px 12px; font: inherit; color: CanvasText; cursor: pointer; border-radius: 4px;
  border: 1px solid color-mix(in srgb, CanvasText 50%, Canvas); background: Canvas; }
button:hover { background: color-mix(in srgb, CanvasText 8%, Canvas); }
button.likely { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button.quiet { border-color: transparent; text-decoration: underline; padding-inline: 4px; }
button:focus-visible, .panel:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (forced-colors: active) { .box { border-color: Highlight; } button.likely { border-width: 3px; } }
`;

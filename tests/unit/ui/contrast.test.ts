import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/tokens.css', 'utf8');

function tokens(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
}

const [lightBlock = '', darkBlock = ''] = css.split('@media (prefers-color-scheme: dark)');
const light = tokens(lightBlock);
const themes = { light, dark: { ...light, ...tokens(darkBlock) } };

/** Relative luminance, WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

/** Every colour that text has, on every ground it stands on. */
const text: [string, readonly string[]][] = [
  ['text', ['surface', 'ground', 'hover', 'line', 'accent-tint', 'watch-tint', 'risk-tint']],
  ['muted', ['surface', 'ground', 'hover', 'accent-tint']],
  ['accent', ['surface', 'ground', 'hover', 'accent-tint']],
  ['risk', ['surface', 'ground', 'hover', 'risk-tint']],
  ['watch', ['surface', 'ground', 'watch-tint']],
  ['ok', ['surface', 'ground', 'ok-tint']],
  ['unknown', ['surface', 'ground', 'unknown-tint']],
  ['on-accent', ['accent', 'accent-strong']],
];

/** What isn't text and must still be seen: the edges of controls, the focus ring. */
const shapes: [string, readonly string[]][] = [
  ['control-line', ['surface', 'ground']],
  ['accent', ['surface', 'ground']],
];

const cases = (pairs: [string, readonly string[]][]) =>
  Object.entries(themes).flatMap(([theme, colours]) =>
    pairs.flatMap(([fore, grounds]) =>
      grounds.map((back) => ({
        theme,
        fore,
        back,
        ratio: contrast(colours[fore] ?? '', colours[back] ?? ''),
      })),
    ),
  );

describe('colours', () => {
  it('the formula gives what the standard gives', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#A4262C', '#FFFFFF')).toBeCloseTo(7.3, 1);
  });

  it.each(cases(text))('$theme: $fore can be read on $back', ({ ratio }) => {
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  });

  it.each(cases(shapes))('$theme: $fore can be seen on $back', ({ ratio }) => {
    expect(ratio).toBeGreaterThanOrEqual(3);
  });

  it('the dark theme has its own value for every colour but the one it shares', () => {
    const own = Object.keys(tokens(darkBlock));
    expect(Object.keys(light).filter((name) => !own.includes(name))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const files = readdirSync('components', { recursive: true, encoding: 'utf8' }).filter((f) =>
  /\.(css|tsx)$/.test(f),
);
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)\(/gi;

/** `#202`-like words in code are not colours: only style values and SVG attributes are looked at. */
function coloursIn(file: string): string[] {
  const text = readFileSync(join('components', file), 'utf8');
  const styled = file.endsWith('.css')
    ? text
    : [...text.matchAll(/(?:fill|stroke|color|background)="([^"]*)"/g)].map((m) => m[1]).join(' ');
  return styled.match(COLOUR) ?? [];
}

it('no colour stands outside the token file', () => {
  expect(files.length).toBeGreaterThan(20);
  const elsewhere = files.filter((f) => f !== 'tokens.css' && coloursIn(f).length > 0);
  expect(elsewhere).toEqual([]);
  expect(coloursIn('tokens.css').length).toBeGreaterThan(30);
});

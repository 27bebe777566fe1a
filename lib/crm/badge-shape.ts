import type { BadgeLevel } from '@/lib/domain/badge-level';
import { inLanguage } from '@/lib/platform/language';

const SVG = 'http://www.w3.org/2000/svg';

type Part = readonly [tag: 'path' | 'circle', attributes: Readonly<Record<string, string>>];

/** The words of the sidebar's badge (`lib/ui/words/words.ts`), for where there is room for a shape alone. */
export const badgeWords: Readonly<Record<BadgeLevel, string>> = inLanguage(
  { 'at-risk': 'At risk', watch: 'Watch', ok: 'OK', unknown: 'Unknown' },
  { 'at-risk': 'En riesgo', watch: 'Atención', ok: 'Bien', unknown: 'Sin datos' },
);

/** What the tab at the page's edge says that stands for the sidebar. */
export const tabWords = inLanguage(
  { open: 'Open Heed', openLevel: (level: string) => `Open Heed: ${level}` },
  { open: 'Abrir Heed', openLevel: (level) => `Abrir Heed: ${level}` },
);

const ring = { cx: '6', cy: '6', r: '4.7', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.6' };

/** The sidebar's own shapes (`components/risk-shape.tsx`), drawn without React. */
export const badgeParts: Record<BadgeLevel, readonly Part[]> = {
  'at-risk': [['path', { d: 'M6 1.4 11 10.4H1Z', fill: 'currentColor' }]],
  watch: [
    ['path', { d: 'M6 .9 11.1 6 6 11.1.9 6Z', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.4' }],
    ['path', { d: 'M6 .9V11.1L.9 6Z', fill: 'currentColor' }],
  ],
  ok: [['circle', ring]],
  unknown: [['circle', { ...ring, 'stroke-dasharray': '2.1 1.59' }]],
};

/** Nobody, or not known yet: a grip that says nothing of anyone. */
const grip: readonly Part[] = [
  ['path', { d: 'M4 2V10M8 2V10', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.2' }],
];

/** The shape of a badge in the text's colour, as SVG. @param level null for nobody */
export function badgeShape(document: Document, level: BadgeLevel | null): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 12 12', width: '14', height: '14' })) {
    svg.setAttribute(name, value);
  }
  svg.setAttribute('aria-hidden', 'true');
  svg.dataset.shape = level ?? 'none';
  for (const [tag, attributes] of level === null ? grip : badgeParts[level]) {
    const part = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    svg.append(part);
  }
  return svg;
}

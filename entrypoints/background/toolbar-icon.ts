import { badgeParts } from '@/lib/crm/badge-shape';
import type { BadgeLevel } from '@/lib/domain/badge-level';

const SIZES = [16, 32] as const;
/** The shapes' own box. */
const BOX = 12;

/** The light theme's colours as a ground, and the shape in white: a toolbar may be light or dark, and nobody says which. */
export const iconGrounds: Record<BadgeLevel, string> = {
  'at-risk': '#A4262C',
  watch: '#7A4F00',
  ok: '#1D6438',
  unknown: '#57606A',
};

type Canvas = OffscreenCanvasRenderingContext2D;
type Part = (typeof badgeParts)[BadgeLevel][number][1];

function outline({ d, cx, cy, r }: Part): Path2D {
  if (d !== undefined) return new Path2D(d);
  const ring = new Path2D();
  ring.arc(Number(cx), Number(cy), Number(r), 0, 2 * Math.PI);
  return ring;
}

function drawPart(canvas: Canvas, part: Part): void {
  const path = outline(part);
  if (part.fill === 'currentColor') canvas.fill(path);
  if (part.stroke === undefined) return;
  canvas.lineWidth = Number(part['stroke-width']);
  canvas.setLineDash((part['stroke-dasharray'] ?? '').split(' ').filter(Boolean).map(Number));
  canvas.stroke(path);
}

function draw(level: BadgeLevel, size: number): ImageData | null {
  const canvas = new OffscreenCanvas(size, size).getContext('2d');
  if (!canvas) return null;
  canvas.fillStyle = iconGrounds[level];
  canvas.beginPath();
  canvas.roundRect(0, 0, size, size, size / 5);
  canvas.fill();
  const scale = (size * 0.72) / BOX;
  canvas.translate((size - BOX * scale) / 2, (size - BOX * scale) / 2);
  canvas.scale(scale, scale);
  canvas.fillStyle = '#FFFFFF';
  canvas.strokeStyle = '#FFFFFF';
  for (const [, part] of badgeParts[level]) drawPart(canvas, part);
  return canvas.getImageData(0, 0, size, size);
}

/** Heed's own mark, as the manifest has it. */
const mark = { path: { 16: '/icon/16.png', 32: '/icon/32.png' } };
const drawn = new Map<BadgeLevel, Record<number, ImageData>>();

/** The badge's shape as the toolbar's icon; Heed's mark where there is no level to show, or nothing to draw it with. */
export function toolbarIcon(level: BadgeLevel | undefined) {
  if (level === undefined || typeof OffscreenCanvas === 'undefined') return mark;
  const known = drawn.get(level);
  if (known) return { imageData: known };
  const images = SIZES.map((size) => [size, draw(level, size)] as const);
  if (images.some(([, image]) => image === null)) return mark;
  const imageData = Object.fromEntries(images) as Record<number, ImageData>;
  drawn.set(level, imageData);
  return { imageData };
}

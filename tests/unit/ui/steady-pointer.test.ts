import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSteadyPointer } from '@/lib/ui/steady-pointer';

type At = { screenX: number; screenY: number; clientX: number; clientY: number };
const here: At = { screenX: 900, screenY: 400, clientX: 100, clientY: 200 };

let now = 0;
let handlers: Map<string, (event: Event) => void>;
const control = {
  addEventListener: (type: string, handler: (event: Event) => void) => void handlers.set(type, handler),
} as unknown as Element;
class PointerStub {
  isTrusted = true;
  pointerType = 'mouse';
}

function point(type: string, part: Partial<At> & { isTrusted?: boolean; pointerType?: string } = {}): void {
  handlers.get(type)?.(Object.assign(new PointerStub(), here, part) as unknown as Event);
}

function watched() {
  const pointer = createSteadyPointer(() => now);
  pointer.watch(control);
  return () => pointer.restedFor(control);
}

beforeEach(() => {
  now = 10_000;
  handlers = new Map();
  vi.stubGlobal('MouseEvent', PointerStub);
  vi.stubGlobal('PointerEvent', PointerStub);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('counts from when the pointer came, while it moves about on the control', () => {
  const restedFor = watched();
  point('pointerover');
  now += 300;
  point('pointermove', { screenX: 940, clientX: 140, screenY: 395, clientY: 195 });
  now += 300;
  point('click', { screenX: 930, clientX: 130 });
  expect(restedFor()).toBe(600);
});

it('counts under zoom, where the way on the screen is longer than the way in the frame', () => {
  const restedFor = watched();
  point('pointerover');
  now += 600;
  point('click', { screenX: 960, clientX: 140 });
  expect(restedFor()).toBe(600);
});

it.each([
  ['sideways', { clientX: 160 }],
  ['up', { clientY: 230 }],
  ['against the pointer', { screenX: 930, clientX: 80 }],
])('starts anew when the frame was moved %s under the pointer', (_way, part) => {
  const restedFor = watched();
  point('pointerover');
  now += 600;
  point('pointerdown', part);
  expect(restedFor()).toBe(0);
});

it('starts anew when the pointer was elsewhere, and the second click of two is its first event', () => {
  const restedFor = watched();
  point('pointerover');
  now += 600;
  point('pointerleave');
  expect(restedFor()).toBe(0);
  point('click');
  expect(restedFor()).toBe(0);
});

it('counts a finger’s second tap from its first', () => {
  const restedFor = watched();
  point('pointerdown', { pointerType: 'touch' });
  point('pointerleave', { pointerType: 'touch' });
  now += 600;
  point('pointerdown', { pointerType: 'touch' });
  expect(restedFor()).toBe(600);
});

it('doesn’t count what no pointer did', () => {
  const restedFor = watched();
  point('pointerover', { isTrusted: false });
  now += 600;
  expect(restedFor()).toBe(0);
});

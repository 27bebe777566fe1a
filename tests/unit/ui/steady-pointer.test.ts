import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSteadyPointer } from '@/lib/ui/steady-pointer';

type At = { screenX: number; screenY: number; clientX: number; clientY: number };
const here: At = { screenX: 900, screenY: 400, clientX: 100, clientY: 200 };
/** Twenty pixels on, with the frame where it was. */
const further: At = { screenX: 920, screenY: 400, clientX: 120, clientY: 200 };

let now = 0;
let handlers: Map<string, (event: Event) => void>;
const listen = (type: string, handler: (event: Event) => void) => void handlers.set(type, handler);
const control = {
  ownerDocument: { addEventListener: listen, documentElement: { addEventListener: listen } },
} as unknown as Element;
class PointerStub {
  isTrusted = true;
  pointerType = 'mouse';
  type = '';
}
type Part = Partial<At> & { isTrusted?: boolean; pointerType?: string };

function point(type: string, part: Part = {}): void {
  handlers.get(type)?.(Object.assign(new PointerStub(), here, { type }, part) as unknown as Event);
}

function watched() {
  const pointer = createSteadyPointer(() => now);
  pointer.watch(control);
  return pointer.hasArrived;
}

beforeEach(() => {
  now = 10_000;
  handlers = new Map();
  vi.stubGlobal('PointerEvent', PointerStub);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('has arrived once it travelled inside the frame, however quick', () => {
  const hasArrived = watched();
  point('pointerover');
  expect(hasArrived()).toBe(false);
  point('pointermove', further);
  point('pointerdown', further);
  expect(hasArrived()).toBe(true);
});

it('has arrived under zoom, where the way on the screen is longer than the way in the frame', () => {
  const hasArrived = watched();
  point('pointerover');
  point('pointermove', { screenX: 960, clientX: 120 });
  expect(hasArrived()).toBe(true);
});

it('has not arrived where only the frame came: the second click of two is its first event', () => {
  const hasArrived = watched();
  point('pointerover');
  point('pointermove', { screenX: 901, clientX: 101 });
  point('pointerdown', { screenX: 901, clientX: 101 });
  expect(hasArrived()).toBe(false);
});

it.each([
  ['sideways', { ...further, clientX: 260 }],
  ['up', { ...further, clientY: 330 }],
  ['against the pointer', { ...further, clientX: 20 }],
])('has to come anew when the frame was moved %s under it', (_way, part) => {
  const hasArrived = watched();
  point('pointerover');
  point('pointermove', further);
  expect(hasArrived()).toBe(true);
  point('pointerdown', part);
  expect(hasArrived()).toBe(false);
});

it('has to come anew when it left', () => {
  const hasArrived = watched();
  point('pointerover');
  point('pointermove', further);
  point('pointerleave');
  expect(hasArrived()).toBe(false);
});

it('counts the second click of a mouse that rested there, a second after the first, with nothing moved', () => {
  const hasArrived = watched();
  point('pointerdown');
  now += 400;
  point('pointerdown');
  expect(hasArrived()).toBe(false);
  now += 600;
  point('pointerdown');
  expect(hasArrived()).toBe(true);
  point('pointerdown', { clientX: 140 });
  expect(hasArrived()).toBe(false);
});

it('counts a finger’s second tap, half a second after its first', () => {
  const hasArrived = watched();
  point('pointerdown', { pointerType: 'touch' });
  point('pointerleave', { pointerType: 'touch' });
  expect(hasArrived()).toBe(false);
  now += 600;
  point('pointerdown', { pointerType: 'touch' });
  expect(hasArrived()).toBe(true);
});

it('counts nothing that no pointer did', () => {
  const hasArrived = watched();
  point('pointerover', { isTrusted: false });
  point('pointermove', { ...further, isTrusted: false });
  expect(hasArrived()).toBe(false);
});

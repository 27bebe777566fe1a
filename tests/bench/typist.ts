import type { Frame, Page } from 'playwright-core';

/** Of each letter, from when the browser got it (ms): until it was in the note, and until it was painted. */
export type Delays = { handled: number[]; painted: number[] };

/** Faster than anybody types, as slow as a key that is held down (ms). */
const PACE = 50;
const WORDS = 'they were charged twice in october and nobody rang them back although it was promised ';

type Heard = { heedTyped: Delays & { longTasks: { at: number; ms: number }[] } };

/** Begins to listen in the sidebar, beside the product's own listeners. */
export async function listenIn(frame: Frame): Promise<void> {
  // tsx names inner functions by a helper of its own, which a page doesn't have.
  await frame.evaluate('globalThis.__name = (f) => f');
  await frame.evaluate(() => {
    const typed = { handled: [] as number[], painted: [] as number[], longTasks: [] as object[] };
    Object.assign(globalThis, { heedTyped: typed });
    let at = 0;
    window.addEventListener('keydown', (event) => (at = event.timeStamp), { capture: true });
    window.addEventListener('input', () => {
      const pressed = at;
      typed.handled.push(performance.now() - pressed);
      requestAnimationFrame(() => {
        // What comes after a frame's own callbacks comes after its paint.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => typed.painted.push(performance.now() - pressed);
        port2.postMessage(null);
      });
    });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        typed.longTasks.push({ at: startTime, ms: duration });
    }).observe({ type: 'longtask' });
  });
}

/** What was heard since the last time. */
export const heardIn = (frame: Frame): Promise<Heard['heedTyped']> =>
  frame.evaluate(() => {
    const { heedTyped } = globalThis as unknown as Heard;
    const { handled, painted, longTasks } = heedTyped;
    const all = { handled: [...handled], painted: [...painted], longTasks: [...longTasks] };
    for (const list of [handled, painted, longTasks]) list.length = 0;
    return all;
  });

/** Types where the focus is, until it is told to stop and at least so many letters. @returns what was typed */
export async function typeUntil(page: Page, isOver: () => boolean, least: number): Promise<string> {
  let text = '';
  for (let next = performance.now(); text.length < least || !isOver(); next += PACE) {
    const letter = WORDS[text.length % WORDS.length] ?? ' ';
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    text += letter;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next + PACE - performance.now())));
  }
  return text;
}

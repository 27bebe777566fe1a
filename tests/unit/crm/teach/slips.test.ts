// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startFlow } from '@/entrypoints/teach/lesson-flow';
import type { Overlay } from '@/entrypoints/teach/overlay';
import { createPanel } from '@/entrypoints/teach/panel';
import { createPupil } from '@/entrypoints/teach/pupil';
import type { ContentClient } from '@/lib/messaging/content-client';
import { teachWords as w } from '@/lib/ui/words/teach-words';

/** Milliseconds: what is waited for comes, or never does. */
const PATIENCE = 20_000;

/** Whatever is dispatched here is a person's own: no script can make such an event. */
function trustAll(): void {
  const real = EventTarget.prototype.addEventListener;
  const trusted = (event: Event) =>
    new Proxy(event, {
      get(target, name) {
        const value: unknown = name === 'isTrusted' ? true : Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const heard = (listener: Parameters<typeof real>[1]) =>
    typeof listener === 'function' ? (event: Event) => listener(trusted(event)) : listener;
  const ofWindow = window.addEventListener.bind(window);
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (
    this: EventTarget,
    type,
    listener,
    options,
  ) {
    real.call(this, type, heard(listener), options);
  });
  vi.spyOn(window, 'addEventListener').mockImplementation(
    (type: string, listener: Parameters<typeof real>[1], options?: boolean | AddEventListenerOptions) =>
      ofWindow(type, heard(listener) as EventListener, options),
  );
}

/** A lesson, with a clock of its own: it goes on where somebody waits. */
function begin(signal: AbortSignal) {
  let time = 0;
  let under: Element | null = null;
  const shield = document.createElement('div');
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const panel = createPanel({ now: () => time, mayPress: () => true });
  root.append(shield, panel.element);
  document.body.append(host);
  const nothing = () => undefined;
  const overlay = {
    ...{ shield, panel, point: nothing, makeRoom: nothing, moveAside: nothing, keepOnTop: nothing },
    beneath: () => under,
  } as unknown as Overlay;
  const stop = vi.fn();
  const client = { call: vi.fn(() => Promise.resolve({})) } as unknown as ContentClient;
  startFlow({ client, pupil: createPupil(null, '2026-11-27'), overlay, signal, stop });
  const buttons = () => [...panel.element.querySelectorAll('button')];
  const press = (label: string) =>
    buttons()
      .find((one) => one.textContent === label)
      ?.click();
  return {
    stop,
    title: () => panel.element.querySelector('h1')?.textContent,
    text: () => panel.element.textContent,
    /** at once */
    press,
    wait: (ms: number) => {
      time += ms;
    },
    point(element: Element | null): void {
      under = element;
      shield.click();
    },
    escape: () =>
      panel.element.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
      ),
  };
}

let abort: AbortController;
let lesson: ReturnType<typeof begin>;

/** As somebody who looks first. */
function press(label: string): void {
  lesson.wait(600);
  lesson.press(label);
}

function pointAtEmail(): void {
  lesson.wait(600);
  lesson.point(document.querySelector('dd'));
  press(w.kinds.email);
}

beforeEach(() => {
  abort = new AbortController();
  trustAll();
  history.replaceState(null, '', '/records/7');
  document.body.innerHTML = '<dl><dt>E-mail</dt><dd>vera@x.example</dd></dl>';
  lesson = begin(abort.signal);
});
afterEach(() => {
  abort.abort();
  vi.restoreAllMocks();
});

/** Another customer, under another address. */
function openAnother(): void {
  history.pushState(null, '', '/records/8');
  document.body.querySelector('dd')?.replaceChildren('bo@x.example');
  window.dispatchEvent(new PopStateEvent('popstate'));
}

describe('Escape', () => {
  it('goes one step back, as “Back” does, and loses nothing', async () => {
    pointAtEmail();
    openAnother();
    await vi.waitFor(() => expect(lesson.text()).toContain(w.isRight), PATIENCE);
    press(w.wrong);
    expect(lesson.title()).toBe(w.whatIsWrong);
    press(w.kinds.email);
    expect(lesson.text()).toContain(w.pointAt(w.kinds.email));
    lesson.escape();
    expect(lesson.title()).toBe(w.whatIsWrong);
    lesson.escape();
    expect(lesson.text()).toContain(w.isRight);
    expect(lesson.stop).not.toHaveBeenCalled();
  });

  it('leads from “What is this?” to the pointing, and from there to where that began', () => {
    pointAtEmail();
    press(w.more);
    lesson.wait(600);
    lesson.point(document.querySelector('dd'));
    expect(lesson.title()).toBe(w.whatIs);
    lesson.escape();
    expect(lesson.text()).toContain(w.point);
    lesson.escape();
    expect(lesson.text()).toContain(w.open);
  });

  it('ends a lesson in which nothing was pointed at', () => {
    lesson.escape();
    expect(lesson.stop).toHaveBeenCalledOnce();
  });

  it('asks where there is nothing to go back to, and once more goes on', () => {
    pointAtEmail();
    lesson.escape();
    expect(lesson.title()).toBe(w.reallyStop);
    lesson.escape();
    expect(lesson.text()).toContain(w.open);
    expect(lesson.stop).not.toHaveBeenCalled();
  });
});

describe('“Stop teaching”', () => {
  it('asks once, and goes on where that was a slip', () => {
    pointAtEmail();
    press(w.stop);
    expect(lesson.title()).toBe(w.reallyStop);
    expect(lesson.stop).not.toHaveBeenCalled();
    press(w.goOn);
    expect(lesson.text()).toContain(w.open);
    press(w.stop);
    press(w.stop);
    expect(lesson.stop).toHaveBeenCalledOnce();
  });

  it('asks nothing where nothing was pointed at', () => {
    press(w.stop);
    expect(lesson.stop).toHaveBeenCalledOnce();
  });
});

describe('the second half of a double click', () => {
  it('presses nothing that has come under the pointer', () => {
    pointAtEmail();
    const before = lesson.text();
    for (const label of [w.stop, w.more]) lesson.press(label);
    expect(lesson.text()).toBe(before);
    lesson.wait(499);
    lesson.press(w.stop);
    expect(lesson.text()).toBe(before);
    lesson.wait(1);
    lesson.press(w.stop);
    expect(lesson.title()).toBe(w.reallyStop);
  });

  it('points at nothing either', () => {
    lesson.wait(600);
    lesson.point(document.querySelector('dd'));
    press(w.notThis);
    lesson.point(document.querySelector('dt'));
    expect(lesson.text()).toContain(w.point);
    lesson.wait(500);
    lesson.point(document.querySelector('dt'));
    expect(lesson.title()).toBe(w.whatIs);
  });
});

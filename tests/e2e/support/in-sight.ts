import type { Frame } from 'playwright-core';

/** What has consequences counts only where the rep could see for half a second what it does: waits until that is so. */
export async function inSight(frame: Frame, control: string): Promise<void> {
  await frame.evaluate(
    (selector) =>
      new Promise<void>((seen) => {
        const options = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
        const observer = new IntersectionObserver((entries) => {
          const { isVisible = false } = (entries.at(-1) ?? {}) as { isVisible?: boolean };
          if (isVisible) seen();
        }, options);
        const element = document.querySelector(selector);
        if (element) observer.observe(element);
      }),
    control,
  );
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { NotSeen } from './observer';

/** One thing that a rep does, and what must then be on the page. */
export type Step<T> = {
  title: string;
  run(tour: T): Promise<void>;
  /** file name of the picture taken after it, without number and ending; none without it */
  picture?: string;
  /** also in the dark colours */
  dark?: true;
};

export type TourBase = {
  /** the page that pictures are taken of: the one on which something happened last */
  page: Page | null;
};

type Run<T extends TourBase> = {
  steps: readonly Step<T>[];
  tour: T;
  picturesDir: string;
  print(line: string): void;
  /** aborted: stop where it is, without a word */
  stop: AbortSignal;
};

/** What moves has come to rest, and what was asked for has been painted. */
const SETTLED = 400;

async function takePicture(page: Page, file: string): Promise<void> {
  await page.mouse.move(1, 1); // nothing looks chosen that is only pointed at
  await page.waitForTimeout(SETTLED);
  await page.screenshot({ path: file, animations: 'disabled' });
}

async function takePictures<T extends TourBase>(step: Step<T>, page: Page, stem: string): Promise<void> {
  await takePicture(page, `${stem}.png`);
  if (!step.dark) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await takePicture(page, `${stem}-dark.png`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Says what was expected and what was there, and keeps a picture of it. */
async function reportFailure(
  error: unknown,
  page: Page | null,
  options: { stem: string; print(line: string): void },
) {
  const { stem, print } = options;
  if (error instanceof NotSeen) {
    print(`    FAILED  ${error.what}`);
    print(`    expected ${error.expected}`);
    print(`    saw      ${error.seen}`);
  } else {
    print(`    FAILED  ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!page || page.isClosed()) return;
  try {
    await takePicture(page, `${stem}-failed.png`);
    print(`    picture  ${stem}-failed.png`);
  } catch {
    print('    (no picture: the page is gone)');
  }
}

/**
 * Walks the steps one after another, printing each with what was read from the page.
 * @returns whether all went as they should
 */
export async function runTour<T extends TourBase>(run: Run<T>): Promise<boolean> {
  const { steps, tour, picturesDir, print, stop } = run;
  await rm(picturesDir, { recursive: true, force: true });
  await mkdir(picturesDir, { recursive: true });
  for (const [i, step] of steps.entries()) {
    const number = String(i + 1).padStart(2, '0');
    const stem = join(picturesDir, `${number}-${step.picture ?? 'step'}`);
    print(`${number}  ${step.title}`);
    try {
      await step.run(tour);
      if (step.picture && tour.page) await takePictures(step, tour.page, stem);
    } catch (error) {
      if (stop.aborted) return false;
      await reportFailure(error, tour.page, { stem, print });
      return false;
    }
  }
  return true;
}

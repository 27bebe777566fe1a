import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_MS = 10_000;

/** @returns whether a process names this folder in its command line */
function isInUse(profileDir: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('pgrep', ['-f', '--', profileDir], (error) => resolve(error === null));
  });
}

/**
 * Waits until no process of a killed browser is left: those that write its databases end by themselves, a moment after
 * it, and would write into what the next browser has just opened.
 */
export async function profileLeft(profileDir: string): Promise<void> {
  for (let waited = 0; waited < LONGEST_MS && (await isInUse(profileDir)); waited += 100) await sleep(100);
}

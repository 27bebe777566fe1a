import { isDeepStrictEqual } from 'node:util';

/** Something that was to stand on a page and did not. */
export class NotSeen extends Error {
  override readonly name = 'NotSeen';
  constructor(
    readonly what: string,
    readonly expected: string,
    readonly seen: string,
  ) {
    super(`${what}: expected ${expected}, saw ${seen}`);
  }
}

type Wanted<T> = T | RegExp | { that: string; holds(value: T): boolean };

function describeWanted(wanted: unknown): string {
  if (wanted instanceof RegExp) return String(wanted);
  if (typeof wanted === 'object' && wanted !== null && 'that' in wanted) return String(wanted.that);
  return JSON.stringify(wanted);
}

function fits<T>(value: T, wanted: Wanted<T>): boolean {
  if (wanted instanceof RegExp) return typeof value === 'string' && wanted.test(value);
  if (typeof wanted === 'object' && wanted !== null && 'holds' in wanted) return wanted.holds(value);
  return isDeepStrictEqual(value, wanted);
}

export type Observer = {
  /**
   * Reads from a page until what is there fits, and prints what was read.
   * @throws NotSeen with what was there last, after `timeout` ms
   */
  see<T>(what: string, read: () => Promise<T>, wanted: Wanted<T>, timeout?: number): Promise<T>;
};

const PAUSE = 50;

async function readOrSay<T>(read: () => Promise<T>): Promise<{ value: T } | { problem: string }> {
  try {
    return { value: await read() };
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

export function createObserver(print: (line: string) => void): Observer {
  return {
    async see(what, read, wanted, timeout = 30_000) {
      const deadline = performance.now() + timeout;
      for (;;) {
        const got = await readOrSay(read);
        if ('value' in got && fits(got.value, wanted)) {
          print(`${what}: ${JSON.stringify(got.value)}`);
          return got.value;
        }
        if (performance.now() > deadline) {
          const seen = 'value' in got ? JSON.stringify(got.value) : `nothing (${got.problem})`;
          throw new NotSeen(what, describeWanted(wanted), seen);
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    },
  };
}

import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** The person at the terminal, or nobody. */
export type Terminal = {
  /** results: what a pipe would want */
  print(text: string): void;
  /** warnings and what goes on meanwhile */
  say(text: string): void;
  /** null where nobody is there to answer */
  ask: ((question: string) => Promise<string>) | null;
  /** the answer isn't shown */
  askSecret: ((question: string) => Promise<string>) | null;
};

async function question(text: string, shown: boolean): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stderr.write(text);
  const lines = createInterface({
    input: process.stdin,
    output: shown ? process.stderr : silent,
    terminal: true,
  });
  try {
    return (await lines.question('')).trim();
  } finally {
    lines.close();
    if (!shown) process.stderr.write('\n');
  }
}

export function processTerminal(): Terminal {
  const somebody = process.stdin.isTTY === true;
  return {
    print: (text) => process.stdout.write(`${text}\n`),
    say: (text) => process.stderr.write(`${text}\n`),
    ask: somebody ? (text) => question(text, true) : null,
    askSecret: somebody ? (text) => question(text, false) : null,
  };
}

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

/** One reader for all questions: a new one for each would lose what is typed or pasted ahead. */
function createPrompter() {
  let shown = true;
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (shown) process.stderr.write(chunk);
      done();
    },
  });
  const reader = createInterface({ input: process.stdin, output, terminal: true });
  const lines = reader[Symbol.asyncIterator]();
  return {
    async ask(question: string, visible: boolean): Promise<string> {
      shown = visible;
      if (!visible) process.stderr.write(question);
      reader.setPrompt(visible ? question : '');
      reader.prompt();
      const { value, done } = await lines.next();
      if (!visible) process.stderr.write('\n');
      if (done) throw new Error('There was no answer.');
      return value.trim();
    },
    close: () => reader.close(),
  };
}

/** The terminal this process runs in. `close` it, or the process waits for more to be typed. */
export function processTerminal(): Terminal & { close(): void } {
  const somebody = process.stdin.isTTY === true;
  let prompter: ReturnType<typeof createPrompter> | null = null;
  const ask = (question: string, visible: boolean) => {
    prompter ??= createPrompter();
    return prompter.ask(question, visible);
  };
  return {
    print: (text) => process.stdout.write(`${text}\n`),
    say: (text) => process.stderr.write(`${text}\n`),
    ask: somebody ? (question) => ask(question, true) : null,
    askSecret: somebody ? (question) => ask(question, false) : null,
    close: () => prompter?.close(),
  };
}

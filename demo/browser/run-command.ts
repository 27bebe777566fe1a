import { spawn } from 'node:child_process';

/** Runs a program with its output passed through. Rejects, naming the command, when it does not end with 0. */
export function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    child.once('error', (cause) => reject(new Error(`Could not run "${command}"`, { cause })));
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`"${[command, ...args].join(' ')}" ended with ${code ?? 'a signal'}`));
    });
  });
}

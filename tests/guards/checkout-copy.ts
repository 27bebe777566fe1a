import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Guard, occurrences } from './guard';

export type CheckoutCopy = {
  folder: string;
  /** Runs the work on the copy with the guard taken out, and puts the guard back. */
  without<T>(guard: Guard, work: () => Promise<T>): Promise<T>;
  remove(): void;
};

/** Everything that git tracks or would track: what a clone plus one's own new files would have. */
function filesOf(root: string): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path)));
}

/**
 * Copies a checkout to a folder of its own, where an edit hurts nobody. What is installed is shared with it, and so is
 * the folder `shared` beside it, where there is one.
 * @throws Error that names every guard whose text doesn't stand exactly once in its file
 */
export function copyCheckout(root: string, guards: readonly Guard[]): CheckoutCopy {
  const parent = mkdtempSync(join(realpathSync(tmpdir()), 'heed-guards-'));
  const folder = join(parent, 'checkout');
  for (const path of filesOf(root)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(root, path), join(folder, path));
  }
  symlinkSync(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules'));
  const shared = resolve(root, '..', 'shared');
  if (existsSync(shared)) symlinkSync(realpathSync(shared), join(parent, 'shared'));

  const remove = () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const faults = guards.flatMap((guard) => {
    const found = existsSync(join(folder, guard.file)) ? occurrences(guard, read(guard.file)) : 0;
    return found === 1 ? [] : [`${guard.guard}\n  stands ${found} times in ${guard.file}: ${guard.find}`];
  });
  if (faults.length > 0) {
    remove();
    throw new Error(faults.join('\n'));
  }

  return {
    folder,
    async without(guard, work) {
      const whole = read(guard.file);
      const path = join(folder, guard.file);
      writeFileSync(
        path,
        whole.replace(guard.find, () => guard.replace),
      );
      try {
        return await work();
      } finally {
        writeFileSync(path, whole);
      }
    },
    remove,
  };
}

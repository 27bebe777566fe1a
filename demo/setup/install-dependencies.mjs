// Runs before `npm start` and `npm test`, on whatever Node the machine has, with nothing installed yet:
// so no dependency, no TypeScript, nothing newer than Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const lock = join(root, 'package-lock.json');
// npm writes this one last, so it stands for a finished install.
const marker = join(root, 'node_modules', '.package-lock.json');

function whyInstall() {
  if (!existsSync(marker)) return 'nothing is installed yet';
  if (statSync(marker).mtimeMs < statSync(lock).mtimeMs)
    return 'package-lock.json is newer than what is installed';
  return null;
}

/** PATH without the project's own bin folder: `npm ci` deletes the Node that lies there while it runs. */
function pathOfTheMachine() {
  const own = join(root, 'node_modules', '.bin');
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== own)
    .join(delimiter);
}

const why = whyInstall();
if (why) {
  console.log(`Heed: ${why}, so this runs "npm ci" first. It takes a minute or two.`);
  const started = Date.now();
  const { status, error } = spawnSync('npm', ['ci'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: pathOfTheMachine() },
    shell: process.platform === 'win32', // npm is a .cmd file there
  });
  if (error || status !== 0) {
    console.error(
      `Heed: "npm ci" did not finish (${error ? error.message : `exit code ${status}`}). ` +
        'Its own message stands above. Is the package registry reachable, and is the disk not full? ' +
        'Then try the same command again.',
    );
    process.exit(1);
  }
  console.log(`Heed: installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

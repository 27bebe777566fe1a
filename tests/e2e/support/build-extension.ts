import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The three builds that the tests in real browsers use. */
export const builds = {
  /** what a store would get: no host permission */
  store: resolve('.output/chrome-mv3'),
  /** the same with loopback hosts and a fixed key */
  demo: resolve('.output/chrome-mv3-demo'),
  firefox: resolve('.output/firefox-mv3-demo'),
};

function build(args: string[], dir: string): void {
  const { status, stdout, stderr } = spawnSync('wxt', ['build', ...args], { encoding: 'utf8' });
  if (status !== 0 || !existsSync(join(dir, 'manifest.json'))) {
    throw new Error(`wxt build ${args.join(' ')} failed:\n${stdout}${stderr}`);
  }
}

/** Vitest's global setup for the tests in real browsers: they test this commit's builds, never yesterday's. */
export default function buildExtension(): void {
  build([], builds.store);
  build(['--mode', 'demo'], builds.demo);
  build(['-b', 'firefox', '--mode', 'demo'], builds.firefox);
}

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

function runQuietly(
  command: string,
  args: string[],
  cwd: string,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, output }));
  });
}

/**
 * Builds the extension in its demo mode.
 * @returns folder of the unpacked build
 * @throws Error with WXT's own words when the build fails
 */
export async function buildExtension(root: string): Promise<string> {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { code, output } = await runQuietly(process.execPath, [wxt, 'build', '--mode', 'demo'], root);
  const dir = join(root, '.output', 'chrome-mv3-demo');
  if (code !== 0 || !existsSync(join(dir, 'manifest.json'))) {
    throw new Error(`The extension could not be built:\n${output}`);
  }
  return dir;
}

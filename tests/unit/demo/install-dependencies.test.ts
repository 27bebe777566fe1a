import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = 'demo/setup/install-dependencies.mjs';
let project: string;

/** A project with the script, and an npm that only notes that it ran. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'heed-setup-'));
  mkdirSync(join(project, 'demo/setup'), { recursive: true });
  mkdirSync(join(project, 'bin'));
  cpSync(SCRIPT, join(project, SCRIPT));
  writeFileSync(join(project, 'package-lock.json'), '{}');
  writeFileSync(join(project, 'bin/npm'), '#!/bin/sh\necho "$@" >> "$NPM_RAN"\nexit "$NPM_CODE"\n');
  chmodSync(join(project, 'bin/npm'), 0o755);
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

function run(npmCode = 0): { code: number | null; ran: boolean; output: string } {
  const ran = join(project, 'npm-ran');
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, SCRIPT)], {
    encoding: 'utf8',
    env: { PATH: `${join(project, 'bin')}:/usr/bin:/bin`, NPM_RAN: ran, NPM_CODE: String(npmCode) },
  });
  return { code: status, ran: existsSync(ran), output: stdout + stderr };
}

function markInstalled(at: Date): void {
  const marker = join(project, 'node_modules/.package-lock.json');
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, '{}');
  utimesSync(marker, at, at);
}

describe.skipIf(process.platform === 'win32')('installing before npm start and npm test', () => {
  it('installs where nothing is', () => {
    expect(run()).toMatchObject({ code: 0, ran: true });
  });

  it('installs again when the lock file is newer', () => {
    markInstalled(new Date(0));
    expect(run()).toMatchObject({ code: 0, ran: true });
  });

  it('does nothing and says nothing when all is there', () => {
    markInstalled(new Date(Date.now() + 10_000));
    expect(run()).toEqual({ code: 0, ran: false, output: '' });
  });

  it('ends with 1 and a remedy when npm fails', () => {
    const { code, output } = run(7);
    expect(code).toBe(1);
    expect(output).toContain('did not finish (exit code 7)');
  });
});

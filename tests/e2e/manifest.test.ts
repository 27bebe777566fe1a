import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builds } from './support/build-extension';

type ExtensionManifest = Record<string, unknown> & { permissions: string[]; host_permissions?: string[] };

function manifest(dir: string): ExtensionManifest {
  return JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
}

/** The permissions that README's table explains: each row starts with the permission in backticks. */
function permissionsInReadme(): string[] {
  const section = readFileSync('README.md', 'utf8').split('## Permissions')[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].flatMap((m) => (m[1] ? [m[1]] : []));
}

describe('the manifest of the store build', () => {
  it('asks for no host at install', () => {
    const { host_permissions, content_scripts } = manifest(builds.store);
    expect({ host_permissions, content_scripts }).toEqual({
      host_permissions: undefined,
      content_scripts: undefined,
    });
  });

  it('asks for the permissions that README explains, and no other', () => {
    expect(permissionsInReadme().sort()).toEqual([...manifest(builds.store).permissions].sort());
  });

  it('puts at most 13.5 kB gzipped into every CRM tab, and no more at a time where more is wanted', () => {
    const sizes = ['crm', 'badges', 'generic'].map((name) => [
      name,
      gzipSync(readFileSync(join(builds.store, 'content-scripts', `${name}.js`))).length,
    ]);
    expect(sizes.filter(([, size]) => Number(size) > 13_500)).toEqual([]);
  });

  it('differs from the demo’s by loopback hosts and a key alone', () => {
    const { key, host_permissions, ...demo } = manifest(builds.demo);
    expect(demo).toEqual(manifest(builds.store));
    expect(key).toEqual(expect.any(String));
    expect(host_permissions).toEqual(['http://127.0.0.1/*', 'http://localhost/*']);
  });
});

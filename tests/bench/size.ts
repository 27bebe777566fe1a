import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure';

const gzipped = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;

/** Every script and style sheet that a page of the build loads at its start, following static imports. */
function loadedBy(dir: string, page: string): string[] {
  const html = readFileSync(join(dir, page), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].flatMap((m) =>
    m[1] ? [m[1]] : [],
  );
  const seen = new Set<string>();
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path) || !existsSync(join(dir, path))) continue;
    seen.add(path);
    if (!path.endsWith('.js')) continue;
    const imports = readFileSync(join(dir, path), 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g);
    for (const m of imports) if (m[1]) queue.push(join('chunks', m[1]));
  }
  return [...seen];
}

/** Gzip of what a CRM tab gets with every page, and of what the frame loads when the first customer is seen. */
export function measureSizes(buildDir: string): Figure[] {
  const content = gzipped(join(buildDir, 'content-scripts/crm.js'));
  const files = loadedBy(buildDir, 'sidebar.html');
  const sidebar = files.reduce((sum, file) => sum + gzipped(join(buildDir, file)), 0);
  return [
    { name: 'content.gzip', value: content / 1000, unit: 'kB' },
    { name: 'sidebar.gzip', value: sidebar / 1000, unit: 'kB' },
    { name: 'background.gzip', value: gzipped(join(buildDir, 'background.js')) / 1000, unit: 'kB' },
  ];
}

import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files';

/** Which folders a folder may import from, besides itself. Imports go down only. */
const allowed: Record<string, readonly string[]> = {
  'lib/platform': [],
  'lib/domain': ['lib/platform'],
  'lib/protocol': ['lib/domain', 'lib/platform'],
  'lib/crm': ['lib/protocol', 'lib/domain', 'lib/platform'],
  'lib/messaging': ['lib/crm', 'lib/protocol', 'lib/domain', 'lib/platform'],
  'lib/cache': ['lib/messaging', 'lib/protocol', 'lib/domain', 'lib/platform'],
  'lib/sync': ['lib/cache', 'lib/messaging', 'lib/crm', 'lib/protocol', 'lib/domain', 'lib/platform'],
  'lib/ui': ['lib/messaging', 'lib/crm', 'lib/protocol', 'lib/domain', 'lib/platform'],
  components: ['lib/ui', 'lib/messaging', 'lib/protocol', 'lib/domain', 'lib/platform'],
  entrypoints: [
    'components',
    'lib/ui',
    'lib/sync',
    'lib/cache',
    'lib/messaging',
    'lib/crm',
    'lib/protocol',
    'lib/domain',
    'lib/platform',
  ],
  server: ['lib/protocol', 'lib/domain', 'lib/platform'],
  demo: ['server', 'lib/protocol', 'lib/domain', 'lib/platform'],
  // The commands of the store and of the extension's readers together; the browsers are found as the demo finds them.
  cli: ['demo', 'server', 'lib/crm', 'lib/protocol', 'lib/domain', 'lib/platform'],
};

/** Components take props and give events: from messaging they may know the shape of a view, and nothing that acts. */
const typesOnly: Record<string, readonly string[]> = { components: ['lib/messaging', 'lib/protocol'] };

const packagesKeptOut: Record<string, RegExp> = {
  'lib/domain': /^(react|dexie|hono|kysely|wxt|pg|node:)/,
  'lib/protocol': /^(react|dexie|hono|kysely|wxt|pg|node:)/,
  'lib/crm': /^(react|dexie|hono|kysely|pg|node:)/,
  components: /^(dexie|hono|kysely|wxt|#imports|pg|node:|@tanstack)/,
  server: /^(react|dexie|wxt|#imports|playwright|puppeteer|vite)/,
  cli: /^(react|dexie|wxt|#imports)/,
};

function layerOf(path: string): string | undefined {
  return Object.keys(allowed).find((layer) => path.startsWith(`${layer}/`));
}

function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier));
  return null;
}

type Import = { specifier: string; typeOnly: boolean };

function importsOf(path: string, text: string): Import[] {
  const { module, program } = parseSync(path, text);
  const typeOnly = new Set(
    program.body.flatMap((n) => (n.type === 'ImportDeclaration' && n.importKind === 'type' ? [n.start] : [])),
  );
  return [
    ...module.staticImports.map((i) => ({
      specifier: i.moduleRequest.value,
      typeOnly: typeOnly.has(i.start),
    })),
    ...module.staticExports.flatMap((e) =>
      e.entries.flatMap((x) =>
        x.moduleRequest ? [{ specifier: x.moduleRequest.value, typeOnly: false }] : [],
      ),
    ),
    ...module.dynamicImports.map((i) => ({
      specifier: text.slice(i.moduleRequest.start + 1, i.moduleRequest.end - 1),
      typeOnly: false,
    })),
  ];
}

function faults(path: string, text: string): string[] {
  const layer = layerOf(path);
  if (!layer) return [`${path}: belongs to no layer`];
  return importsOf(path, text).flatMap(({ specifier, typeOnly }) => {
    const target = resolveImport(path, specifier);
    if (target === null) {
      return packagesKeptOut[layer]?.test(specifier) ? [`${path} imports ${specifier}`] : [];
    }
    const targetLayer = layerOf(target);
    if (!targetLayer || targetLayer === layer) return [];
    if (!allowed[layer]?.includes(targetLayer))
      return [`${path} imports ${target}: ${layer} may not know ${targetLayer}`];
    if (typesOnly[layer]?.includes(targetLayer) && !typeOnly)
      return [`${path} imports more than types from ${target}`];
    return [];
  });
}

describe('layers', () => {
  const files = sourceFiles(/^(lib|components|entrypoints|server|demo|cli)\/.*\.tsx?$/);

  it('imports go down only', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((f) => faults(f.path, f.text))).toEqual([]);
  });

  it('sees an import that goes up', () => {
    expect(faults('lib/domain/x.ts', "import { db } from '@/lib/cache/book-db';")).toHaveLength(1);
    expect(faults('components/x.tsx', "import { call } from '@/lib/messaging/rpc-client';")).toHaveLength(1);
    expect(
      faults('components/x.tsx', "import type { PageSlot } from '@/lib/messaging/sidebar-view';"),
    ).toEqual([]);
    expect(faults('lib/crm/x.ts', "const a = await import('../cache/book-db');")).toHaveLength(1);
  });
});

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportName, type NewAdapter, skeleton } from './skeleton';

const REGISTRY = join('lib', 'crm', 'registry.ts');

const importLine = (id: string) => `import { ${exportName(id)} } from './adapters/${id}';`;

/** The registry with one adapter more: imported in order of the files' names, asked last. */
export function withAdapter(registry: string, id: string): string {
  const lines = registry.split('\n');
  const fileOf = (line: string) => /from '\.\/adapters\/(.+)';$/.exec(line)?.[1] ?? null;
  const imports = lines.findLastIndex((line) => fileOf(line) !== null);
  const after = lines.findIndex((line) => (fileOf(line) ?? '') > id);
  lines.splice(after < 0 ? imports + 1 : after, 0, importLine(id));
  const end = lines.lastIndexOf('];');
  if (imports < 0 || end < 0) throw new Error(`${REGISTRY} is not written as it was`);
  lines.splice(end, 0, `  ${exportName(id)},`);
  return lines.join('\n');
}

function refuse({ id, label, host }: NewAdapter, root: string): void {
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(id)) {
    throw new Error('An id is lower case, with digits and hyphens: acme-desk');
  }
  if (!/^[\p{L}\p{N} .&+-]{1,100}$/u.test(label)) throw new Error('A label is a name: Acme Desk');
  if (host !== null && !/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)) {
    throw new Error('A host is written like app.acme.example or *.acme.example');
  }
  if (existsSync(join(root, 'lib', 'crm', 'adapters', `${id}.ts`))) {
    throw new Error(`There is an adapter ${id} already`);
  }
}

/**
 * Writes a new adapter's skeleton into a checkout and adds it to the registry.
 * @returns the files it wrote
 */
export function addAdapter(asked: NewAdapter, root: string): string[] {
  refuse(asked, root);
  const registry = join(root, REGISTRY);
  const known = withAdapter(readFileSync(registry, 'utf8'), asked.id);
  const files = skeleton(asked);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
  writeFileSync(registry, known);
  return [...files.map(({ path }) => path), REGISTRY];
}

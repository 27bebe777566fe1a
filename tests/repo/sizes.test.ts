import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { productCode, sourceFiles } from './source-files';

const MAX_FILE = 300;
const MAX_FUNCTION = 40;

type Node = { type: string; start: number; end: number };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}

function children(node: Node): Node[] {
  return Object.values(node).flatMap((v) => (Array.isArray(v) ? v.filter(isNode) : isNode(v) ? [v] : []));
}

const isFunction = (n: Node) =>
  n.type === 'FunctionDeclaration' || n.type === 'FunctionExpression' || n.type === 'ArrowFunctionExpression';

/** Lines of each function, less those of the functions inside it: a factory is as long as what it does itself. */
function functionLengths(path: string, text: string): { line: number; length: number }[] {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const found: { line: number; length: number }[] = [];
  const visit = (node: Node): number => {
    const inner = children(node).reduce((sum, child) => sum + visit(child), 0);
    if (!isFunction(node)) return inner;
    const total = lineOf(node.end) - lineOf(node.start) + 1;
    found.push({ line: lineOf(node.start), length: total - inner });
    return total > 1 ? total - 1 : 0;
  };
  visit(parseSync(path, text).program);
  return found;
}

describe('sizes', () => {
  const files = sourceFiles(productCode);

  it(`no file is longer than ${MAX_FILE} lines`, () => {
    const all = sourceFiles(/^(entrypoints|components|lib|server|demo|cli|tests)\/.*\.(tsx?|mjs|js|css)$/);
    const long = all
      .map((f) => ({ path: f.path, lines: f.text.split('\n').length }))
      .filter((f) => f.lines > MAX_FILE);
    expect(long).toEqual([]);
  });

  it('half of all files are under 80 lines', () => {
    const lengths = files.map((f) => f.text.split('\n').length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
  });

  it(`no function is longer than ${MAX_FUNCTION} lines`, () => {
    const long = files.flatMap((f) =>
      functionLengths(f.path, f.text)
        .filter((x) => x.length > MAX_FUNCTION)
        .map((x) => `${f.path}:${x.line} has ${x.length} lines`),
    );
    expect(long).toEqual([]);
  });

  it('sees a function that is too long', () => {
    const body = Array.from({ length: 45 }, (_, i) => `  x(${i});`).join('\n');
    expect(functionLengths('a.ts', `export function f() {\n${body}\n}`)[0]?.length).toBe(47);
  });
});

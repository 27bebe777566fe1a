import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files';

type Node = { type: string; start: number; end: number; value?: unknown; name?: { name?: string } };
const isTemplate = ({ type }: Node) => type === 'TemplateElement';

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

const children = (node: Node): Node[] =>
  Object.values(node).flatMap((v) => (Array.isArray(v) ? v.filter(isNode) : isNode(v) ? [v] : []));

const everyIn = (node: Node): Node[] => [node, ...children(node).flatMap(everyIn)];

/** Names of classes and the like, which nobody reads. */
const unread = new Set(['className', 'style', 'd', 'viewBox', 'points', 'placement']);
const isSentence = (text: string) => /\p{L}{2,}[,.:;!?]?\s+\p{L}{2,}/u.test(text);
/** In a JSX attribute or as JSX text one word is enough to be read. */
const isWord = (text: string) => /\p{L}{3,}/u.test(text);
const spoken = new Set(['aria-label', 'label', 'title', 'placeholder', 'alt', 'aria-description']);

function findings(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (
      /^(Import|Export(All|Named))/.test(node.type) &&
      !/function|const/.test(text.slice(node.start, node.start + 30))
    )
      return;
    if (node.type === 'JSXAttribute') {
      const name = node.name?.name ?? '';
      const { value } = node;
      if (unread.has(name)) return;
      if (spoken.has(name) && isNode(value) && typeof value.value === 'string' && isWord(value.value))
        found.push(value.value);
      const templates = spoken.has(name) && isNode(value) ? everyIn(value).filter(isTemplate) : [];
      found.push(...templates.map(({ start, end }) => text.slice(start, end)).filter(isWord));
    }
    if (node.type === 'JSXText' && isWord(String(node.value))) found.push(String(node.value).trim());
    else if (node.type === 'Literal' && typeof node.value === 'string' && isSentence(node.value))
      found.push(node.value);
    for (const child of children(node)) visit(child);
  };
  visit(parseSync(path, text).program as unknown as Node);
  return found.map((what) => `${path}: ${what}`);
}

/** A programmer’s own words to a programmer, the names under which errors are logged, and keys. */
const toldToNobody = /no HostProvider|\/main\.tsx: |: (?:Ctrl ↵|Esc)$/;

describe('what is read', () => {
  it('stands in files of words, in each language, and in no component', () => {
    const files = sourceFiles(
      /^(components\/.*\.tsx|entrypoints\/.*\.tsx|entrypoints\/teach\/(?!overlay-style).*\.ts)$/,
    );
    expect(files.length).toBeGreaterThan(60);
    expect(files.flatMap((f) => findings(f.path, f.text)).filter((f) => !toldToNobody.test(f))).toEqual([]);
  });

  it('is seen where it does', () => {
    expect(findings('components/x.tsx', 'export const X = () => <p>Save this</p>;')).toHaveLength(1);
    expect(findings('components/x.tsx', 'export const X = () => <p aria-label="Save" />;')).toHaveLength(1);
    expect(findings('components/x.tsx', 'export const X = () => <p title={`Drop it`} />;')).toHaveLength(1);
    expect(
      findings('components/x.tsx', "export const X = () => <p>{a ? 'Save this' : w.b}</p>;"),
    ).toHaveLength(1);
    expect(
      findings('components/x.tsx', 'export const X = () => <p className="a wide one">{w.b}</p>;'),
    ).toEqual([]);
  });
});

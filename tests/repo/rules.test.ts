import { describe, expect, it } from 'vitest';
import { productCode, type SourceFile, sourceFiles } from './source-files';

/** Comments may name what code may not do. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function hits(files: SourceFile[], pattern: RegExp): string[] {
  return files.flatMap((f) => {
    const found = withoutComments(f.text).match(pattern);
    return found ? [`${f.path}: ${found[0]}`] : [];
  });
}

const shipped = sourceFiles(/^(entrypoints|components|lib)\/.*\.tsx?$/);
const only = (folder: string) => shipped.filter((f) => f.path.startsWith(`${folder}/`));
const except = (path: string) => shipped.filter((f) => f.path !== path);

describe('rules of the house', () => {
  it.each([
    [
      'lib/domain has no clock',
      only('lib/domain'),
      /Date\.now|new Date\(\)|performance\.|setTimeout|setInterval/,
    ],
    ['lib/domain has no chance in it', only('lib/domain'), /Math\.random|randomUUID|getRandomValues/],
    [
      'lib/domain and lib/protocol have no browser API and no I/O',
      [...only('lib/domain'), ...only('lib/protocol')],
      /\b(browser|chrome|document|window|indexedDB|localStorage|navigator)\.|\bfetch\(/,
    ],
    ['components have no browser API', only('components'), /\b(browser|chrome)\./],
    [
      'nothing shipped writes raw HTML',
      shipped,
      /\.innerHTML|\.outerHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/,
    ],
    [
      'only the sender file reads who sent a message',
      except('lib/messaging/sender.ts'),
      /\bsender\.(tab|url|origin|frameId|documentId|id)\b/,
    ],
    [
      'only the databases open IndexedDB',
      shipped.filter((f) => !f.path.startsWith('lib/cache/')),
      /\bindexedDB\b|from 'dexie'/,
    ],
    ['no one relies on a watcher that fires before the page has changed', shipped, /wxt:locationchange/],
  ])('%s', (_name, files, pattern) => {
    expect(files.length).toBeGreaterThan(0);
    expect(hits(files, pattern)).toEqual([]);
  });

  it('no file is called by what it isn’t', () => {
    const names = sourceFiles(productCode).map((f) => f.path);
    expect(names.filter((n) => /(^|\/)(utils?|helpers?|common|misc|types)\.tsx?$/.test(n))).toEqual([]);
    expect(names.filter((n) => !/^[a-z0-9/.-]+$/.test(n))).toEqual([]);
  });

  it('nothing is left for later in the code', () => {
    expect(hits(sourceFiles(productCode), /TODO|FIXME|XXX|not implemented/)).toEqual([]);
  });

  it('no tracked file names a machine or a registry', () => {
    const machine = new RegExp(['/wor', 'k/|/roo', 't/|//regist', 'ry\\.|//de', 'b\\.'].join(''));
    const files = sourceFiles(/\.(ts|tsx|mjs|js|json|md|css|html|npmrc)$/);
    expect(files.filter((f) => machine.test(f.text)).map((f) => f.path)).toEqual([]);
  });

  it('README names both commands', () => {
    const readme = sourceFiles(/^README\.md$/)[0]?.text ?? '';
    expect(readme).toContain('npm start');
    expect(readme).toContain('npm test');
  });
});

import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { WrongInput } from './wrong-input';

async function readInput(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new WrongInput(`${path}: there is no such file. Check the path.`);
    if (code === 'EISDIR') throw new WrongInput(`${path} is a folder. Name one HTML or JSON file in it.`);
    throw new WrongInput(`${path} can’t be read (${code}). Check that you may read it.`);
  }
}

/** A saved page, as it lies on disk. @throws WrongInput */
export async function readPageFile(path: string): Promise<Buffer> {
  const html = await readInput(path);
  if (html.length === 0) throw new WrongInput(`${path} is empty. Save the page again, as HTML.`);
  return html;
}

/** The address that a page was saved from. @throws WrongInput */
export function readUrl(text: string | undefined): URL {
  if (text === undefined)
    throw new WrongInput('Say with --url at which address the page was: an adapter goes by it.');
  if (!URL.canParse(text))
    throw new WrongInput(`--url: “${text}” is no address. Write it whole: https://crm.example/customers/1`);
  const url = new URL(text);
  if (url.protocol === 'https:' || url.protocol === 'http:') return url;
  throw new WrongInput(`--url: Heed stands on http and https pages only, not on ${url.protocol} ones.`);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongInput(
      `${path} is no JSON: ${error instanceof Error ? error.message : 'unreadable'}. Mend it there.`,
    );
  }
}

type Issue = z.core.$ZodIssue;

/** Of a choice between shapes, what is wrong with the one that it is nearest to. */
function placesOf(issue: Issue, above: readonly PropertyKey[] = []): string[] {
  const path = [...above, ...issue.path];
  const nearest =
    issue.code === 'invalid_union' ? [...issue.errors].sort((a, b) => a.length - b.length)[0] : null;
  if (nearest && nearest.length > 0) return nearest.flatMap((inner) => placesOf(inner, path));
  const remedy = issue.code === 'unrecognized_keys' ? '. Take it out, or check its spelling' : '';
  return [`  at ${path.length > 0 ? path.join('.') : 'the top'}: ${issue.message}${remedy}`];
}

/** An adapter from a file, checked. @throws WrongInput with the place of each mistake */
export async function readAdapterFile(path: string): Promise<CrmAdapter> {
  const read = adapterSchema.safeParse(parseJson(path, (await readInput(path)).toString('utf8')));
  if (read.success) return read.data;
  const remedy = 'Mend these places; lib/protocol/crm-adapter.ts says what each field means.';
  const lines = read.error.issues.flatMap((issue) => placesOf(issue));
  throw new WrongInput([`${path} is no adapter:`, ...lines, remedy].join('\n'));
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCsv } from '@/server/import/open-csv';

const OPEN_QUOTE = 'a quotation mark is opened here and not closed';
const folder = mkdtempSync(join(tmpdir(), 'heed-csv-'));

function file(content: string | Uint8Array): string {
  const path = join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(path, content);
  return path;
}

async function read(content: string | Uint8Array) {
  const csv = await openCsv(file(content));
  const rows: [number, ...string[]][] = [];
  for await (const { row, cells } of csv.rows()) rows.push([row, ...cells]);
  return { ...csv, rows };
}

describe('a CSV file', () => {
  const text = 'id\tname\n1\tJosé Müller\n';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');

  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 as spreadsheets save it', utf16, 'utf-16le'],
    ['UTF-16 the other way round', Buffer.from(utf16).swap16(), 'utf-16be'],
    ['what is not UTF-8', Buffer.from(text, 'latin1'), 'windows-1252'],
    ['Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n')), 'utf-8'],
    ['no line end', Buffer.from(text.trimEnd()), 'utf-8'],
    ['NUL bytes in it', Buffer.from(text.replace('José', 'Jo\0sé')), 'utf-8'],
  ])('in %s is read', async (_what, bytes, encoding) => {
    const csv = await read(bytes);
    expect(csv).toMatchObject({ encoding, delimiter: '\t', header: ['id', 'name'] });
    expect(csv.rows).toEqual([[2, '1', 'José Müller']]);
  });

  it('is found not to be UTF-8 also where that shows late', async () => {
    const long = Buffer.from(`id,name\n${'1,plain\n'.repeat(30_000)}2,José\n`, 'latin1');
    const csv = await read(long);
    expect(csv.encoding).toBe('windows-1252');
    expect(csv.rows.at(-1)).toEqual([30_002, '2', 'José']);
  });

  it('keeps letters that lie across two chunks', async () => {
    const rows = `${'é'.repeat(99)},ü\n`.repeat(2000);
    const csv = await read(`a,b\n${rows}`);
    expect(new Set(csv.rows.map(([, ...cells]) => cells.join()))).toEqual(new Set([`${'é'.repeat(99)},ü`]));
  });

  it.each([
    ['commas', 'id,name;first,x\n1,a', ','],
    ['semicolons', 'id;name;"a,b,c,d"\n1;a;b', ';'],
    ['tabs', 'id\tname, first\n1\ta', '\t'],
    ['bars', 'id|name\n1|a', '|'],
    ['tabs, where it has one column', 'id\n1', '\t'],
  ])('is told to have %s', async (_what, content, delimiter) => {
    expect(await openCsv(file(content))).toMatchObject({ delimiter });
  });

  it('has its rows numbered as a spreadsheet does, with quotes, line breaks and empty rows', async () => {
    const { rows } = await read('a,b\n\n1,"two\nlines"\n,\n2,say "hi"\n3,"say ""hi"""\n');
    expect(rows).toEqual([
      [3, '1', 'two\nlines'],
      [5, '2', 'say "hi"'],
      [6, '3', 'say "hi"'],
    ]);
  });

  it('gives every row before a quotation mark that is not closed, then says where it is', async () => {
    const long = '701,Lost\n'.repeat(130_000);
    const tails = ['700,"Open\n701,Lost\n', `700,"Open\n${long}`, `700,"Open\n${long}"\n9,Late\n${long}`];
    for (const tail of tails) {
      const good = Array.from({ length: 700 }, (_, i) => `${i},Name ${i}\n`).join('');
      const csv = await openCsv(file(`id,name\n${good}${tail}`));
      let last = 0;
      const drain = async () => {
        for await (const { row } of csv.rows()) last = row;
      };
      await expect(drain()).rejects.toMatchObject({ row: 702, message: OPEN_QUOTE });
      expect(last).toBe(701);
    }
  });

  it('that is empty or not there is refused', async () => {
    await expect(openCsv(file(''))).rejects.toThrow('has no header');
    await expect(openCsv(file(' , \n1,2'))).rejects.toThrow('has no header');
    await expect(openCsv(join(folder, 'none.csv'))).rejects.toThrow('There is no file');
  });
});

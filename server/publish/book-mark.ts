import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/*
 * How far the book was, kept outside the database: one that is put back to an older state forgets with everything else
 * that clients have seen more.
 */

const markSchema = z.object({
  book: z.string(),
  version: z.int().nonnegative(),
  number: z.int().nonnegative(),
});
export type BookMark = z.infer<typeof markSchema>;

const pathOf = (dataDir: string) => join(dataDir, 'book-mark.json');

/** @returns null where there is none that can be read */
export async function readMark(dataDir: string): Promise<BookMark | null> {
  try {
    return markSchema.parse(JSON.parse(await readFile(pathOf(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

/** Under its own name only once all of it is on disk: a killed store leaves the old mark or the new one. */
export async function writeMark(dataDir: string, mark: BookMark): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const unfinished = `${pathOf(dataDir)}.${randomUUID()}.tmp`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(mark));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, pathOf(dataDir));
}

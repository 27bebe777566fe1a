import { expect, it } from 'vitest';
import { createMemoryDrafts } from '@/tests/support/memory-drafts';
import { noteId, startCalls } from './calls-world';

const summary = 'Ana: her husband is ill';

it.each([
  ['first words', false],
  ['later words', true],
])('%s that come when another has signed in are not written as theirs', async (_, begun) => {
  const disk = createMemoryDrafts();
  const desk = startCalls(disk, () => new Date('2026-11-27T09:00:00.000Z'));
  if (begun) await desk.type(1, 1, { summary: 'Ana:' });
  const before = JSON.stringify([...disk.rows]);
  desk.signsIn('ben');
  await expect(desk.type(1, 2, { summary })).rejects.toMatchObject({ code: 'identity-changed' });
  expect(JSON.stringify([...disk.rows])).toBe(before);
  desk.signsIn('ana');
  await desk.type(1, 2, { summary });
  expect(disk.rows.get(noteId(1))?.draft.content.summary).toBe(summary);
});

import { describe, expect, it } from 'vitest';
import type { NoteContent } from '@/lib/domain/note';
import { openComplaint } from '@/lib/domain/open-complaint';

type Contact = Pick<NoteContent, 'complaint' | 'outcome'> & { n: number };

const contact = (n: number, said: string): Contact => ({
  n,
  complaint: said.includes('complaint'),
  outcome: said.includes('settled') ? 'resolved' : null,
});

describe('the complaint that is open', () => {
  it.each<[string, string[], open: number | null]>([
    ['nothing was one', ['call', 'call settled'], null],
    ['one was, and nothing since', ['complaint', 'call'], 0],
    ['the first of two: its clock runs on', ['complaint', 'complaint'], 0],
    ['settled in a contact about it', ['complaint', 'complaint settled'], null],
    ['something else was settled since', ['complaint', 'call settled'], 0],
    ['another since one was settled', ['complaint settled', 'complaint'], 1],
  ])('%s', (_, oldestFirst, open) => {
    const contacts = oldestFirst.map((said, n) => contact(n, said)).reverse();
    expect(openComplaint(contacts)?.n ?? null).toBe(open);
  });
});

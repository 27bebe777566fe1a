import { beforeEach, describe, expect, it } from 'vitest';
import type { OutboxEntry } from '@/lib/cache/outbox-rows';
import { exportedNoteSchema, unsentNotesFileSchema } from '@/lib/protocol/imported-notes';
import type { Outcome } from '@/lib/sync/network/transport';
import { createOutboxExport } from '@/lib/sync/notes/export-outbox';
import { createNotesImport } from '@/lib/sync/notes/import-notes';
import { makeMutation } from '@/tests/support/makers';

const AT = '2026-11-22T09:00:00.000Z';
const entry = (n: number, part: Partial<OutboxEntry> = {}): OutboxEntry => {
  const mutation = makeMutation(n);
  const row = { id: mutation.id, at: AT, state: 'waiting' as const, code: null, doubt: null, theirs: null };
  return { ...row, name: `Customer ${n}`, mutation, ...part };
};

function exportOf(entries: OutboxEntry[]): Promise<string> {
  return createOutboxExport({
    account: {
      author: async () => ({ id: 'https://heed.example.com ana', storeUserId: 'ana', name: 'Ana Lima' }),
    },
    outbox: { list: async (userId) => (userId === 'https://heed.example.com ana' ? entries : []) },
    clock: { now: () => new Date(AT) },
  })();
}

describe('the file of unsent notes', () => {
  it('gives back all of each note that waits or needs attention, as the import reads it', async () => {
    const entries = [entry(1), entry(2, { state: 'needs-attention', code: 'customer-not-found' })];
    const file = unsentNotesFileSchema.parse(JSON.parse(await exportOf(entries)));
    expect(file.author).toEqual({ id: 'ana', name: 'Ana Lima' });
    const notes = file.notes.map((note) => exportedNoteSchema.parse(note));
    expect(notes).toEqual(entries.map(({ id: _, doubt: _d, theirs: _t, ...note }) => note));
  });

  it('keeps the place of a note that can’t be read any more', async () => {
    const lost = entry(2, { state: 'needs-attention', code: 'unreadable', name: '', mutation: null });
    const { notes } = unsentNotesFileSchema.parse(JSON.parse(await exportOf([entry(1), lost, entry(3)])));
    expect(notes.map((n) => exportedNoteSchema.parse(n).mutation?.id ?? null)).toEqual([
      ...[makeMutation(1).id, null, makeMutation(3).id],
    ]);
  });
});

describe('importing it', () => {
  const imported = { author: 'Ana Lima', results: [{ position: 1, status: 'stored' }] };
  let answer: Outcome<unknown>;
  let sent: unknown[];
  const bring = (json: string) =>
    createNotesImport({
      account: {
        request: async ({ path, body }) => {
          sent.push([path, body]);
          return answer as never;
        },
      },
    })(json);
  beforeEach(() => {
    answer = { kind: 'ok', value: imported };
    sent = [];
  });

  it('hands the store the file as it is, once, and says as whose it took them and what became of each', async () => {
    const json = await exportOf([entry(1)]);
    expect(await bring(json)).toEqual(imported);
    expect(sent).toEqual([['/v1/imported-notes', JSON.parse(json)]]);
  });

  it('hands over nothing that is no JSON', async () => {
    await expect(bring('PK…')).rejects.toMatchObject({ code: 'bad-input' });
    expect(sent).toEqual([]);
  });

  it.each<[Outcome<unknown>, string]>([
    [{ kind: 'refused', status: 400, code: 'bad-input' }, 'bad-input'],
    [{ kind: 'refused', status: 413, code: 'too-large' }, 'bad-input'],
    [{ kind: 'refused', status: 403, code: 'not-allowed' }, 'not-allowed'],
    [{ kind: 'offline' }, 'offline'],
    [{ kind: 'server-error' }, 'server-error'],
    [{ kind: 'signed-out' }, 'session-expired'],
  ])('ends with what the store said, and is not sent again: %j', async (outcome, code) => {
    answer = outcome;
    await expect(bring('{}')).rejects.toMatchObject({ code });
    expect(sent).toHaveLength(1);
  });
});

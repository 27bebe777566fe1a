import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { uuidv7 } from '@/lib/platform/ids';
import type { DeskItem } from '@/lib/protocol/desk';
import { deskPageQuery, listDesk } from '@/server/desk/list-desk';
import { SOME_DAY } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { useDesk } from './support/desk-store';

describeEachDatabase('the list of the desk', (kind) => {
  const desk = useDesk(kind);
  const { write, list, row, db, known } = desk;
  const idsIn = (notes: readonly DeskItem[]) => notes.map((n) => n.noteId);

  it('has exceptions first, the oldest of them first, and then what chance picked', async () => {
    await desk.setRules({ sampleShare: 1 });
    const sampled = (await write()).args.noteId;
    const first = (await write({ complaint: true })).args.noteId;
    const second = (await write({ complaint: true, severity: 'high', summary: 'Twice billed.' })).args.noteId;
    await desk.setRules({ sampleShare: 0 });
    const { notes, next, counts } = await list();
    expect(idsIn(notes)).toEqual([first, second, sampled]);
    expect([next, counts]).toEqual([null, { waiting: 3, asked: 0, reviewed: 0 }]);
    expect(notes[1]).toMatchObject({
      ...{ whys: ['complaint', 'sample'], customerName: 'Somebody', cardNumber: known.cardNumber },
      ...{ author: { name: 'The rep' }, summary: 'Twice billed.', severity: 'high', version: 1 },
    });
    await db().deleteFrom('note_reviews').execute();
  });

  it.each([
    ['why', '?why=promise', 'Promised.'],
    ['words of the summary, whatever their case', '?text=LATE%20parcel', 'The parcel came late.'],
    ['author', '', 'The parcel came late.'],
  ])('goes by %s', async (_, query, summary) => {
    const promise = { what: 'Call back', dueOn: '2099-01-04', by: 'me' };
    await write({ promise, summary: 'Promised.' });
    await write({ complaint: true, summary: 'The parcel came late.' });
    const { notes } = await list(query || `?authorId=${desk.store().users.rep}&why=complaint`);
    expect(notes.map((n) => n.summary)).toEqual([summary]);
    expect((await list('?authorId=somebody-else')).notes).toEqual([]);
    await db().deleteFrom('note_reviews').execute();
  });

  it('goes page by page from where it was, though notes before that have gone meanwhile', async () => {
    const { customer_id, note_id: _, ...like } = await row((await write({ complaint: true })).args.noteId);
    await db().deleteFrom('note_reviews').execute();
    const at = (i: number) => new Date(SOME_DAY.getTime() + Math.floor(i / 3));
    const rows = Array.from({ length: 120 }, (_, i) => ({ note_id: uuidv7(at(i)), arrived_at: at(i) }));
    const sample = await db().selectFrom('notes').selectAll().limit(1).executeTakeFirstOrThrow();
    const json = {
      moves: '[]',
      content: JSON.stringify(sample.content),
      customer_ref: '{}',
      suggested: null,
    };
    await db()
      .insertInto('notes')
      .values(rows.map((r) => ({ ...sample, ...json, note_id: r.note_id, customer_id })))
      .execute();
    await db()
      .insertInto('note_reviews')
      .values(rows.map((r) => ({ ...like, ...r, customer_id, whys: '["complaint"]' })))
      .execute();
    await db()
      .insertInto('note_owners')
      .values(rows.map((r) => ({ note_id: r.note_id, customer_id })))
      .execute();
    const first = await list();
    await desk.reviewed(first.notes[0]?.noteId ?? '');
    const second = await list(`?after=${first.next}`);
    const third = await list(`?after=${second.next}`);
    const seen = [first, second, third].flatMap((page) => idsIn(page.notes));
    expect([seen.length, new Set(seen).size, third.next]).toEqual([120, 120, null]);
    expect(first.counts).toEqual({ waiting: 120, asked: 0, reviewed: 0 });
    await db().updateTable('note_reviews').set({ state: 'published' }).execute();
    const published = await list('?state=published');
    const rest = await list(`?state=published&after=${published.next}`);
    expect(idsIn([...published.notes, ...rest.notes].slice(0, 100)).sort()).toEqual(
      rows
        .sort((a, b) => +b.arrived_at - +a.arrived_at || (a.note_id < b.note_id ? 1 : -1))
        .slice(0, 100)
        .map((r) => r.note_id)
        .sort(),
    );
    await db().deleteFrom('note_reviews').execute();
  });

  it.each([
    ['a state that there isn’t', '?state=lost'],
    ['a reason that there isn’t', '?why=mood'],
    ['the end of no page', '?after=abc'],
  ])('refuses %s', async (_, query) => {
    expect(await desk.statusFor('supervisor', `notes${query}`)).toBe(400);
  });

  const many = kind.embedded ? 20_000 : 100_000;
  it(`of ${many} finds a page by an index, and sorts nothing`, async () => {
    const { note_id } = await row((await write({ complaint: true })).args.noteId);
    await sql`
      insert into notes (customer_id, note_id, author_id, content, customer_ref, moves, started_at, ended_at, received_at,
        generated)
      select customer_id, gen_random_uuid()::text, author_id, content, customer_ref, moves, started_at, ended_at,
        received_at, generated
      from notes, generate_series(1, ${many}::int) where note_id = ${note_id}`.execute(db());
    await sql`
      insert into note_reviews (customer_id, note_id, author_id, version, arrived_at, whys, rank, state, match, exemplary,
        unreviewed)
      select customer_id, note_id, author_id, 1, received_at, '["complaint"]', 0,
        case when random() < 0.5 then 'waiting' else 'published' end, 'certain', false, false
      from notes on conflict do nothing`.execute(db());
    await sql`analyze`.execute(db());
    const team = [desk.store().users.rep, 'somebody-else'];
    const lists = [null, team].flatMap((authors) =>
      (['waiting', 'published'] as const).map((state) => ({ state, authors, after: null })),
    );
    for (const asked of lists) {
      const { state } = asked;
      const compiled = deskPageQuery(db(), asked).compile();
      const explained = { ...compiled, sql: `explain ${compiled.sql}` };
      const { rows } = await db().executeQuery<Record<string, string>>(explained);
      const plan = rows.map((r) => r['QUERY PLAN']).join('\n');
      expect(plan).toMatch(state === 'waiting' ? /desk_exceptions_first/ : /desk_by_arrival/);
      expect(plan).not.toMatch(/Sort/);
      const { notes, counts } = await listDesk(db(), asked);
      expect([notes.length, counts.waiting]).toEqual([50, 1000]);
    }
  });
});

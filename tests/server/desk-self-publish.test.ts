import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { HOUR } from '@/lib/platform/clock';
import { publishUnreviewed } from '@/server/desk/self-publish';
import { lockNote } from '@/server/mutations/rewrite-note';
import { describeEachDatabase, describeEachServer } from './support/databases';
import { useDesk } from './support/desk-store';
import { makeEdit } from './support/make-mutation';

describeEachDatabase('notes that nobody need look at', (kind) => {
  const desk = useDesk(kind);
  const { write, row, push, db, reviewed } = desk;

  it('what nobody need look at publishes itself after the organisation’s hours, marked as not reviewed', async () => {
    await desk.setRules({ sampleShare: 0, publishAfterHours: 2 });
    const [quiet, edited] = [await write({ summary: 'Quiet.' }), await write()];
    const complaint = (await write({ complaint: true })).args.noteId;
    const at = (hours: number) => ({ now: () => new Date(Date.now() + hours * HOUR) });
    const run = (hours: number) => publishUnreviewed({ db: db(), clock: at(hours) });
    await run(1.9);
    expect((await row(quiet.args.noteId)).state).toBe('sampled-out');
    await db()
      .updateTable('note_reviews')
      .set({ arrived_at: at(1).now() })
      .where('note_id', '=', edited.args.noteId)
      .execute();
    const counts = await Promise.all([run(2.1), run(2.1), run(2.1)]);
    expect(counts.reduce((a, b) => a + b)).toBeGreaterThan(0);
    expect(await row(quiet.args.noteId)).toMatchObject({
      ...{ state: 'published', unreviewed: true, published_by: null, published_version: 1 },
    });
    expect(await desk.events(quiet.args.noteId)).toEqual(['published']);
    const states = [(await row(edited.args.noteId)).state, (await row(complaint)).state];
    expect(states).toEqual(['sampled-out', 'waiting']);
    await push(makeEdit(quiet, 1, { summary: 'Not so quiet.' }));
    expect(await row(quiet.args.noteId)).toMatchObject({ state: 'sampled-out', published_version: 1 });
    await desk.setRules({ sampleShare: 0 });
  });

  it('looked at after it published itself, it is in the record as reviewed, and isn’t published once more', async () => {
    await desk.setRules({ sampleShare: 0, publishAfterHours: 1 });
    const { noteId } = (await write()).args;
    await publishUnreviewed({ db: db(), clock: { now: () => new Date(Date.now() + 2 * HOUR) } });
    await desk.setRules({ sampleShare: 0 });
    expect(await reviewed(noteId)).toMatchObject({
      note: { state: 'published', unreviewed: false, published: 1 },
    });
  });
});

describeEachServer('a note that would publish itself', (kind) => {
  const desk = useDesk(kind);

  it('stays out where a supervisor has it in hand at that very moment', async () => {
    const { noteId } = (await desk.write()).args;
    const trx = await desk.db().startTransaction().execute();
    await lockNote(trx, noteId);
    const clock = { now: () => new Date(Date.now() + 48 * HOUR) };
    const publishing = publishUnreviewed({ db: desk.db(), clock });
    const waiting = async () => {
      const { rows } = await sql`select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(desk.db());
      return rows.length;
    };
    await expect.poll(waiting, { interval: 20 }).toBe(1);
    await trx.updateTable('note_reviews').set({ state: 'reviewed' }).where('note_id', '=', noteId).execute();
    await trx.commit().execute();
    expect(await publishing).toBe(0);
    expect(await desk.row(noteId)).toMatchObject({ state: 'reviewed', published_version: null });
  });
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Playbook, playbookSchema } from '@/lib/domain/playbook';
import { sessionSchema } from '@/lib/protocol/session';
import { publishPlaybook } from '@/server/db/publish-playbook';
import { playbookDigest } from '@/server/seed/playbook-digest';
import { defaultPlaybook, seedPlaybook } from '@/server/seed/seed-playbook';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

/** The default playbook as stores got it: in one language; with facts of its own; asking anew what is known. */
const handedOut = (version: 1 | 2 | 3) =>
  JSON.parse(
    readFileSync(new URL(`./support/default-playbook-${version}.json`, import.meta.url), 'utf8'),
  ) as Playbook;
const version1 = handedOut(1);
const version2 = handedOut(2);
const version3 = handedOut(3);

describeEachDatabase('the playbook that a store begins with', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  const db = () => store.server.db;
  const put = (playbook: Playbook) =>
    db()
      .insertInto('playbooks')
      .values({ playbook_id: 'default', version: playbook.version, content: JSON.stringify(playbook) })
      .execute();
  beforeEach(() => db().deleteFrom('playbooks').execute());
  const versions = async () =>
    (await db().selectFrom('playbooks').select('version').orderBy('version').execute()).map((p) => p.version);
  const toldBy = async (path: string) =>
    sessionSchema.parse(await (await store.as('rep', path)).json()).playbook;
  const told = () => toldBy('/v1/session?sifts=playbook');

  it('is the newest default, in both languages', async () => {
    await seedPlaybook(db(), 'EUR');
    expect(await told()).toEqual(defaultPlaybook('EUR'));
  });

  it('gets the newest default beside an older one that nobody touched, in its own currency', async () => {
    await put({ ...version1, currency: 'SEK' });
    await seedPlaybook(db(), 'EUR');
    await seedPlaybook(db(), 'EUR');
    expect(await versions()).toEqual([1, 4]);
    expect(await told()).toEqual(defaultPlaybook('SEK'));
  });

  it.each([
    ['whose examples told facts of their own', version2],
    ['that asked customers anew for what they had told', version3],
  ])('gets it beside the one %s, too', async (_what, older) => {
    await put({ ...older, currency: 'SEK' });
    await seedPlaybook(db(), 'EUR');
    expect(await versions()).toEqual([older.version, 4]);
    expect(await told()).toEqual(defaultPlaybook('SEK'));
  });

  it('is told to an extension of before without what that would show in the wrong place', async () => {
    await seedPlaybook(db(), 'EUR');
    const whole = defaultPlaybook('EUR');
    const older = await toldBy('/v1/session');
    const since4 = ['handedOver', 'toldUs', 'underWay', 'promisedAnew', 'notesHere'] as const;
    const told = older.prompts.map(({ id }) => id);
    const meantFor = whole.prompts.filter(({ when }) => since4.some((key) => when[key])).map(({ id }) => id);
    expect(told).toEqual(whole.prompts.map(({ id }) => id).filter((id) => !meantFor.includes(id)));
    expect(meantFor).not.toEqual([]);
    expect(older.prompts.flatMap(({ when }) => since4.filter((key) => key in when))).toEqual([]);
    expect({ ...older, prompts: [] }).toEqual({ ...whole, prompts: [] });
  });

  it('keeps what the organisation changed in the rules of giving alone', async () => {
    await put({ ...version2, limitPerDayMinor: 100 });
    await seedPlaybook(db(), 'EUR');
    expect(await versions()).toEqual([2]);
    expect((await told()).limitPerDayMinor).toBe(100);
  });

  it('goes on being told where an organisation’s own has braces that nobody fills in', async () => {
    const own = version2.prompts.map((p, i) => (i ? p : { ...p, example: 'Call {them} back' }));
    await put({ ...version2, prompts: own });
    await seedPlaybook(db(), 'EUR');
    expect((await told()).prompts[0]?.example).toBe('Call {them} back');
  });

  it('is refused as a new one where an example names what Heed can’t fill in, and nothing is kept', async () => {
    const [first, ...others] = defaultPlaybook('EUR').prompts;
    if (!first) throw new Error('no prompt');
    const prompts = [{ ...first, example: 'Until {someday}' }, ...others];
    const publishing = publishPlaybook(db(), { ...defaultPlaybook('EUR'), prompts });
    await expect(publishing).rejects.toThrow(
      `Prompt “${first.id}”: the example names {someday}, which Heed can’t fill in. It may name {rep},`,
    );
    expect(await versions()).toEqual([]);
  });

  it.each<[string, (p: Playbook) => Playbook]>([
    ['limit', (p) => ({ ...p, limitMinor: 2500 })],
    ['word', (p) => ({ ...p, prompts: p.prompts.map((x, i) => (i ? x : { ...x, intent: 'Our own' })) })],
    ['action less', (p) => ({ ...p, actions: p.actions.slice(1) })],
    ['prompt in another place', (p) => ({ ...p, prompts: [...p.prompts].reverse() })],
  ])('stays as the organisation wrote it, were it one %s', async (_what, edit) => {
    const edited = edit(version1);
    await put(edited);
    await seedPlaybook(db(), 'EUR');
    expect(await versions()).toEqual([1]);
    expect(await told()).toEqual(playbookSchema.parse(edited));
  });

  it('stays with the organisation’s newer version', async () => {
    await put(version1);
    await put({ ...version1, version: 2, limitMinor: 100 });
    await seedPlaybook(db(), 'EUR');
    expect((await told()).limitMinor).toBe(100);
  });

  it('is known again whatever order a database gives its keys', () => {
    const turned = Object.fromEntries(Object.entries(version1).reverse()) as Playbook;
    expect(playbookDigest(turned)).toBe(playbookDigest(version1));
  });
});

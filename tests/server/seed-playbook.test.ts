import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Playbook, playbookSchema } from '@/lib/domain/playbook';
import { sessionSchema } from '@/lib/protocol/session';
import { publishPlaybook } from '@/server/db/publish-playbook';
import { playbookDigest } from '@/server/seed/playbook-digest';
import { defaultPlaybook, seedPlaybook } from '@/server/seed/seed-playbook';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

/** The default playbook as stores got it: before there were two languages, and before examples had gaps. */
const handedOut = (version: 1 | 2) =>
  JSON.parse(
    readFileSync(new URL(`./support/default-playbook-${version}.json`, import.meta.url), 'utf8'),
  ) as Playbook;
const version1 = handedOut(1);
const version2 = handedOut(2);

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
  const told = async () => sessionSchema.parse(await (await store.as('rep', '/v1/session')).json()).playbook;

  it('is the newest default, in both languages', async () => {
    await seedPlaybook(db(), 'EUR');
    expect(await told()).toEqual(defaultPlaybook('EUR'));
  });

  it('gets the newest default beside an older one that nobody touched, in its own currency', async () => {
    await put({ ...version1, currency: 'SEK' });
    await seedPlaybook(db(), 'EUR');
    await seedPlaybook(db(), 'EUR');
    expect(await versions()).toEqual([1, 3]);
    expect(await told()).toEqual(defaultPlaybook('SEK'));
  });

  it('gets it beside the one whose examples told facts of their own, too', async () => {
    await put({ ...version2, currency: 'SEK' });
    await seedPlaybook(db(), 'EUR');
    expect(await versions()).toEqual([2, 3]);
    expect(await told()).toEqual(defaultPlaybook('SEK'));
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

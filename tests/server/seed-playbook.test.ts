import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Playbook, playbookSchema } from '@/lib/domain/playbook';
import { sessionSchema } from '@/lib/protocol/session';
import { playbookDigest } from '@/server/seed/playbook-digest';
import { defaultPlaybook, seedPlaybook } from '@/server/seed/seed-playbook';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

/** The default playbook as stores got it before there were two languages. */
const version1 = JSON.parse(
  readFileSync(new URL('./support/default-playbook-1.json', import.meta.url), 'utf8'),
) as Playbook;

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
    expect(await versions()).toEqual([1, 2]);
    expect(await told()).toEqual(defaultPlaybook('SEK'));
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

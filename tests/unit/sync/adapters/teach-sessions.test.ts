import { beforeEach, describe, expect, it } from 'vitest';
import { createTeachSessions, type TeachSessions } from '@/lib/sync/adapters/teach-sessions';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { sample } from '../../crm/sample-adapter';

const origin = 'https://crm.example:8443';
const taught = {
  ...sample,
  id: 'own-crm-example',
  label: 'crm.example',
  evidence: { kind: 'taught' as const, on: '2026-11-27' },
  site: { hosts: ['crm.example'], signature: null },
};
const proposal = { memory: '{}', adapter: taught, pages: 2 };
let sessions: TeachSessions;

beforeEach(() => {
  sessions = createTeachSessions({ area: createMemoryArea(), exclusive: createExclusive() });
});

describe('what a page’s script proposes while somebody teaches', () => {
  it('waits for a person’s word, in its tab alone', async () => {
    await sessions.begin(1, origin);
    await sessions.propose(1, origin, proposal);
    expect(await sessions.read(1)).toEqual({ origin, ...proposal });
    expect(await sessions.read(2)).toBeNull();
    await sessions.end(1);
    expect(await sessions.read(1)).toBeNull();
  });

  it('is refused where nobody teaches, or on another site than they do', async () => {
    await expect(sessions.propose(1, origin, proposal)).rejects.toMatchObject({ code: 'not-allowed' });
    await sessions.begin(1, 'https://other.example');
    await expect(sessions.propose(1, origin, proposal)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it.each([
    ['another host', { site: { hosts: ['bank.example'], signature: null } }],
    ['its host and another', { site: { hosts: ['crm.example', 'bank.example'], signature: null } }],
    ['any page with some element', { site: { hosts: ['crm.example'], signature: 'body' } }],
    ['an adapter that comes with Heed', { id: 'rt' }],
    ['what was taught on another site', { id: 'own-bank-example' }],
    ['its host under another’s name', { label: 'bank.example' }],
    ['what it says was seen live', { evidence: sample.evidence }],
  ])('is refused for %s', async (_, change) => {
    await sessions.begin(1, origin);
    const adapter = { ...taught, ...change };
    await expect(sessions.propose(1, origin, { ...proposal, adapter })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect((await sessions.read(1))?.adapter).toBeNull();
  });

  it('is forgotten in all tabs, with the customers who were pointed at', async () => {
    for (const tab of [1, 2]) {
      await sessions.begin(tab, origin);
      await sessions.propose(tab, origin, proposal);
    }
    await sessions.forgetAll();
    expect([await sessions.read(1), await sessions.read(2)]).toEqual([null, null]);
    await expect(sessions.propose(1, origin, proposal)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('begins anew on another site, and goes on where it is the same', async () => {
    await sessions.begin(1, origin);
    await sessions.propose(1, origin, proposal);
    await sessions.begin(1, origin);
    expect((await sessions.read(1))?.pages).toBe(2);
    await sessions.begin(1, 'https://other.example');
    expect((await sessions.read(1))?.pages).toBe(0);
  });
});

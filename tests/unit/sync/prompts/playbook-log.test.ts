import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '@/lib/platform/clock';
import { type PlaybookBatch, playbookBatchSchema } from '@/lib/protocol/playbook-log';
import type { Outcome, Request } from '@/lib/sync/network/transport';
import type { Counted } from '@/lib/sync/prompts/call-prompts';
import { createPlaybookLog } from '@/lib/sync/prompts/playbook-log';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const user = { id: 'https://store.example ana', storeUserId: 'ana', name: 'Ana Lind' };
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

let now: number;
let answers: Outcome<unknown>['kind'][];
let sent: PlaybookBatch[];
let signedIn: boolean;
let ids: number;
let area: ReturnType<typeof createMemoryArea>;
beforeEach(() => {
  now = Date.parse('2026-11-27T10:00:00Z');
  answers = [];
  sent = [];
  signedIn = true;
  ids = 0;
  area = createMemoryArea();
});

/** Each time as a worker that has just started. */
function log() {
  return createPlaybookLog({
    ...{ area, exclusive: createExclusive(), clock: { now: () => new Date(now) } },
    newId: () => {
      ids += 1;
      return id(ids);
    },
    account: {
      now: async () => new Date(now),
      state: async () => (signedIn ? { state: 'signed-in', user } : { state: 'expired', user }),
      request: async <T>(asked: Request<T>) => {
        expect(asked.path).toBe('/v1/playbook-log');
        sent.push(playbookBatchSchema.strict().parse(asked.body));
        return { kind: answers.shift() ?? 'ok', value: {} } as Outcome<T>;
      },
    },
  });
}

const counted = (name: string, as: Counted['as'] = 'shown'): Counted => ({
  ...{ playbookVersion: 2, kind: 'prompt', id: name, as },
});
const row = (name: string, shown: number, eligible = 0, day = '2026-11-27') => ({
  ...{ day, playbookVersion: 2, kind: 'prompt', id: name, shown, eligible },
});

describe('the playbook’s log', () => {
  it('is a count for each day and thing, and names nobody', async () => {
    await log().count([counted('a'), counted('a', 'eligible'), counted('b', 'eligible')]);
    await log().count([counted('a')]);
    now += 24 * HOUR;
    await log().count([counted('a')]);
    await log().send();
    expect(sent).toEqual([
      { batchId: id(1), counts: [row('a', 2, 1), row('b', 0, 1), row('a', 1, 0, '2026-11-28')] },
    ]);
    expect(JSON.stringify([sent, await area.get('playbookLog')])).not.toMatch(/ana|Lind|store\.example/i);
  });

  it('goes at most once an hour, and not at all with nothing to say', async () => {
    await log().send();
    await log().count([counted('a')]);
    await log().send();
    await log().count([counted('b')]);
    now += HOUR - 1;
    await log().send();
    expect(sent).toHaveLength(1);
    now += 1;
    await log().send();
    expect(sent[1]).toEqual({ batchId: id(2), counts: [row('b', 1)] });
  });

  it.each(['offline', 'server-error', 'retry-later', 'signed-out'] as const)(
    'keeps its id when the store may not have it (%s), and what came since goes after it',
    async (kind) => {
      answers = [kind];
      await log().count([counted('a')]);
      await log().send();
      await log().count([counted('b')]);
      now += HOUR;
      await log().send();
      now += HOUR;
      await log().send();
      expect(sent.map((batch) => batch.batchId)).toEqual([id(1), id(1), id(2)]);
      expect(sent[1]).toEqual(sent[0]);
      expect(sent[2]?.counts).toEqual([row('b', 1)]);
    },
  );

  it('is given up when the store won’t have it', async () => {
    answers = ['refused'];
    await log().count([counted('a')]);
    await log().send();
    now += HOUR;
    await log().send();
    expect(sent).toHaveLength(1);
  });

  it('waits for somebody to sign in', async () => {
    signedIn = false;
    await log().count([counted('a')]);
    await log().send();
    expect(sent).toEqual([]);
    signedIn = true;
    await log().send();
    expect(sent).toHaveLength(1);
  });
});

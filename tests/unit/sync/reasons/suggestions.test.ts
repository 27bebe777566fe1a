import { beforeEach, describe, expect, it } from 'vitest';
import { trainReasons } from '@/lib/domain/reasons/train-reasons';
import type { PackedModel } from '@/lib/protocol/reason-model';
import { packModel } from '@/lib/protocol/reason-model';
import type { Session } from '@/lib/protocol/session';
import type { Outcome } from '@/lib/sync/network/transport';
import { createReasonModels } from '@/lib/sync/reasons/reason-models';
import { createSuggestions } from '@/lib/sync/reasons/suggestions';
import { makeSession } from '@/tests/support/makers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const NOTE = '019ab000-0000-7000-8000-000000000001';
/** 0x14 is 20: of these ten get none. */
const UNHELPED = '019ab000-0000-7000-8000-000000000014';
const reason = (code: string, label: string) => ({ code, category: 'Billing', label, contactReason: true });
const reasons = [reason('billed-twice', 'Billed twice'), reason('refund-missing', 'Refund not arrived')];
const learnedModel = (version: string) =>
  packModel(
    trainReasons(
      reasons.map(({ code, label }) => ({ code, words: label })),
      [{ text: 'xyzzy', code: 'refund-missing' }],
    ),
    version,
  );

let session: Session;
let kept: PackedModel | null;
let answer: Outcome<PackedModel>;
let asked: string[];
let models: ReturnType<typeof createReasonModels>;
let area: ReturnType<typeof createMemoryArea>;

beforeEach(() => {
  session = makeSession({ reasons });
  kept = null;
  answer = { kind: 'offline' };
  asked = [];
  area = createMemoryArea();
});

function make() {
  const account = {
    author: async () => ({ id: 'ana', storeUserId: 'ana', name: 'Ana' }),
    organisation: async () => ({ session, clockShift: 0 }),
    request: async ({ path }: { path: string }) => {
      asked.push(path);
      return answer;
    },
  };
  models = createReasonModels({
    account: account as never,
    kept: {
      read: async () => kept,
      write: async (_, packed) => {
        kept = packed;
      },
      clear: async () => {
        kept = null;
      },
    },
    logError() {},
  });
  const drafts = { get: async (_: string, noteId: string) => (noteId.endsWith('ff') ? null : ({} as never)) };
  return createSuggestions({ account, drafts, model: models.model, area, exclusive: createExclusive() });
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('reasons for a note’s words', () => {
  it('come from the reasons’ own words where nothing was learned', async () => {
    const [first] = await make().suggest({ noteId: NOTE, text: 'billed twice in May' });
    expect(first).toMatchObject({ code: 'billed-twice', because: expect.arrayContaining(['twice']) });
    expect(asked).toEqual([]);
  });

  it('come from what the store learned, once it is here; until then from the own words', async () => {
    session = { ...session, reasonModel: 'v1' };
    answer = { kind: 'ok', value: learnedModel('v1') };
    const suggestions = make();
    expect(await suggestions.suggest({ noteId: NOTE, text: 'xyzzy' })).toEqual([]);
    await settle();
    expect((await suggestions.suggest({ noteId: NOTE, text: 'xyzzy' }))[0]?.code).toBe('refund-missing');
    expect(asked).toEqual(['/v1/reason-model']);
  });

  it('what was learned is forgotten at sign-out, also what was on its way', async () => {
    session = { ...session, reasonModel: 'v1' };
    answer = { kind: 'ok', value: learnedModel('v1') };
    const suggestions = make();
    await suggestions.suggest({ noteId: NOTE, text: 'xyzzy' });
    await models.clear();
    await settle();
    expect(kept).toBeNull();
    await suggestions.suggest({ noteId: NOTE, text: 'xyzzy' });
    await settle();
    await suggestions.suggest({ noteId: NOTE, text: 'xyzzy' });
    expect(kept).not.toBeNull();
    await models.clear();
    answer = { kind: 'offline' };
    expect(kept).toBeNull();
    expect(await suggestions.suggest({ noteId: NOTE, text: 'xyzzy' })).toEqual([]);
  });

  it('come from an older model while the store can’t be reached', async () => {
    session = { ...session, reasonModel: 'v2' };
    kept = learnedModel('v1');
    expect((await make().suggest({ noteId: NOTE, text: 'xyzzy' }))[0]?.code).toBe('refund-missing');
  });

  it('are never of a reason that the list has no more', async () => {
    session = { ...session, reasonModel: 'v1', reasons: [reason('billed-twice', 'Billed twice')] };
    kept = learnedModel('v1');
    const found = await make().suggest({ noteId: NOTE, text: 'xyzzy twice' });
    expect(found.map(({ code }) => code)).not.toContain('refund-missing');
  });

  it('are none for one note in ten, and it is written down that none were shown', async () => {
    const suggestions = make();
    expect(await suggestions.suggest({ noteId: UNHELPED, text: 'billed twice' })).toEqual([]);
    expect(await suggestions.shown(UNHELPED)).toEqual([]);
  });

  it('are none for a note that isn’t here', async () => {
    const suggestions = make();
    const noteId = NOTE.replace(/01$/, 'ff');
    expect(await suggestions.suggest({ noteId, text: 'billed twice' })).toEqual([]);
    expect(await suggestions.shown(noteId)).toBeNull();
  });

  it('are remembered, all that were shown, until the note is done', async () => {
    const suggestions = make();
    await suggestions.suggest({ noteId: NOTE, text: 'billed twice' });
    await suggestions.suggest({ noteId: NOTE, text: 'refund' });
    expect(await suggestions.shown(NOTE)).toEqual(expect.arrayContaining(['billed-twice', 'refund-missing']));
    await suggestions.forget(NOTE);
    expect(await suggestions.shown(NOTE)).toBeNull();
  });
});

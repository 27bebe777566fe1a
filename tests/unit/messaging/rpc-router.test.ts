import { describe, expect, it } from 'vitest';
import { type RpcMethod, rpcContract } from '@/lib/messaging/rpc-contract';
import { createRpcRouter, type RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Caller, Classified } from '@/lib/messaging/sender';
import { AppError } from '@/lib/platform/app-error';

const CRM = 'https://crm.example';
const callers: Record<Caller['class'], Caller> = {
  content: { class: 'content', tabId: 4, documentId: 'D1', topOrigin: CRM },
  frame: { class: 'frame', tabId: 4, frameId: 12, documentId: 'F1', topOrigin: CRM },
  popup: { class: 'popup', documentId: 'T1' },
  panel: { class: 'panel', documentId: 'P1' },
  page: { class: 'page', documentId: 'O1' },
};
const methods = Object.keys(rpcContract) as RpcMethod[];
const NOTE = '01939000-0000-7000-8000-000000000000';

type Setup = { caller?: Classified; paired?: boolean; handle?: (input: unknown, caller: Caller) => unknown };

function setUp({ caller = callers.panel, paired = true, handle = () => ({}) }: Setup) {
  const calls: { method: string; input: unknown; caller: Caller }[] = [];
  const logged: unknown[] = [];
  const entries = methods.map((method) => [
    method,
    async (input: unknown, from: Caller) => {
      calls.push({ method, input, caller: from });
      return handle(input, from);
    },
  ]);
  const router = createRpcRouter({
    classify: async () => caller,
    isPaired: async () => paired,
    handlers: Object.fromEntries(entries) as RpcHandlers,
    unlessBlocked: (work) => work,
    logError: (_, error) => logged.push(error),
    checkOutput: true,
  });
  const ask = (method: string, input: unknown = {}) => router({ heed: 1, method, input }, {});
  return { ask, router, calls, logged };
}

const notAllowed = { ok: false, error: { code: 'not-allowed' } };

describe('the allow-list', () => {
  const matrix = methods.flatMap((method) =>
    (Object.keys(callers) as Caller['class'][]).map((from) => [method, from] as const),
  );

  it.each(matrix)('%s from %s is let through only if the contract names it', async (method, from) => {
    const { ask, calls } = setUp({ caller: callers[from] });
    const reply = await ask(method, 'no method takes a text');
    const named = (rpcContract[method].from as readonly string[]).includes(from);
    expect(reply).toEqual({ ok: false, error: { code: named ? 'bad-input' : 'not-allowed' } });
    expect(calls).toEqual([]);
  });

  it.each(methods)('%s is refused to a sender that is refused', async (method) => {
    const { ask, calls } = setUp({ caller: { class: 'refused', why: 'a stranger' } });
    expect(await ask(method)).toEqual(notAllowed);
    expect(calls).toEqual([]);
  });

  it.each(methods.filter((m) => (rpcContract[m].from as readonly string[]).includes('frame')))(
    '%s from a frame that is not paired',
    async (method) => {
      const { ask, calls } = setUp({ caller: callers.frame, paired: false });
      const reply = await ask(method, { nonce: 'x' });
      expect(reply).toEqual(method === 'frame.pair' ? { ok: true, value: {} } : notAllowed);
      expect(calls.map((c) => c.method)).toEqual(method === 'frame.pair' ? ['frame.pair'] : []);
    },
  );

  it.each(['toString', '__proto__', 'constructor', 'sidebar.View', ''])(
    'knows no method called "%s"',
    async (method) => {
      expect(await setUp({}).ask(method)).toEqual(notAllowed);
    },
  );

  it.each([null, 'sidebar.view', { method: 'sidebar.view', input: {} }, { heed: 2, method: 'sidebar.view' }])(
    'refuses a message that is no request: %j',
    async (message) => {
      expect(await setUp({}).router(message, {})).toEqual(notAllowed);
    },
  );
});

describe('a call', () => {
  it('reaches the handler with its input parsed and stripped of what the contract doesn’t know', async () => {
    const { ask, calls } = setUp({});
    expect(await ask('call.park', { noteId: NOTE, admin: true })).toEqual({ ok: true, value: {} });
    expect(calls).toEqual([{ method: 'call.park', input: { noteId: NOTE }, caller: callers.panel }]);
  });

  it('is answered with the code of the error on purpose, and nothing of its text', async () => {
    const { ask, logged } = setUp({
      handle: () => {
        throw new AppError('identity-changed', 'Marta Kowalczyk stands there now');
      },
    });
    expect(await ask('call.park', { noteId: NOTE })).toEqual({
      ok: false,
      error: { code: 'identity-changed' },
    });
    expect(logged).toEqual([]);
  });

  it('is answered `internal` for any other error, which is reported to the developer', async () => {
    const bug = new TypeError('x is not a function');
    const { ask, logged } = setUp({
      handle: () => {
        throw bug;
      },
    });
    expect(await ask('call.park', { noteId: NOTE })).toEqual({ ok: false, error: { code: 'internal' } });
    expect(logged).toEqual([bug]);
  });

  it('is answered `internal` in the demo when the handler answers what the contract doesn’t promise', async () => {
    const { ask, logged } = setUp({ caller: callers.content, handle: () => ({ nonce: 7 }) });
    expect(await ask('frame.invite')).toEqual({ ok: false, error: { code: 'internal' } });
    expect(logged).toHaveLength(1);
  });
});

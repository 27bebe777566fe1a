import { z } from 'zod';
import { AppError, errorCode } from '@/lib/platform/app-error';
import type { ErrorLog } from '@/lib/platform/error-log';
import type { RpcReply } from './envelope';
import { type RpcMethod, type RpcOutput, rpcContract } from './rpc-contract';
import type { CallerClass } from './rpc-method';
import type { Caller, Classified, SenderFacts } from './sender';

type Contract = typeof rpcContract;
type CallerOf<M extends RpcMethod> = Extract<Caller, { class: Contract[M]['from'][number] }>;

/** One function per method. Its input has been parsed and its caller checked. */
export type RpcHandlers = {
  [M in RpcMethod]: (input: z.output<Contract[M]['input']>, caller: CallerOf<M>) => Promise<RpcOutput<M>>;
};
type AnyHandler = (input: unknown, caller: Caller) => Promise<unknown>;

type RouterDeps = {
  classify(sender: SenderFacts): Promise<Classified>;
  isPaired(frame: Extract<Caller, { class: 'frame' }>): Promise<boolean>;
  handlers: RpcHandlers;
  /** @throws {AppError} where the work waits for what may never come */
  unlessBlocked<T>(work: Promise<T>): Promise<T>;
  logError: ErrorLog;
  /** also check what goes out; for development and the demo */
  checkOutput: boolean;
};

const requestSchema = z.object({ heed: z.literal(1), method: z.string(), input: z.unknown() });

function isMethod(name: string): name is RpcMethod {
  return Object.hasOwn(rpcContract, name);
}

/** The one method for a frame that is not paired yet. */
const PAIR: RpcMethod = 'frame.pair';

/**
 * Sender, allow-list, input, handler, output: in this order, and anything not expressly allowed is refused.
 * @returns for each message the envelope to answer with; never throws
 */
export function createRpcRouter(deps: RouterDeps) {
  async function admit(method: RpcMethod, sender: SenderFacts): Promise<Caller> {
    const caller = await deps.classify(sender);
    if (caller.class === 'refused') throw new AppError('not-allowed', caller.why);
    const allowed: readonly CallerClass[] = rpcContract[method].from;
    if (!allowed.includes(caller.class)) throw new AppError('not-allowed', `${caller.class} calls ${method}`);
    if (caller.class === 'frame' && method !== PAIR && !(await deps.isPaired(caller)))
      throw new AppError('not-allowed', 'a frame that is not paired');
    return caller;
  }

  async function answer(message: unknown, sender: SenderFacts): Promise<unknown> {
    const request = requestSchema.safeParse(message);
    if (!request.success || !isMethod(request.data.method))
      throw new AppError('not-allowed', 'no such method');
    const { method, input } = request.data;
    const caller = await admit(method, sender);
    const parsed = rpcContract[method].input.safeParse(input);
    if (!parsed.success) throw new AppError('bad-input', method);
    // The union of all handlers can't be called with the union of all inputs: what fits was checked by the two lines above.
    const handler = deps.handlers[method] as AnyHandler;
    const value = await deps.unlessBlocked(handler(parsed.data, caller));
    return deps.checkOutput ? rpcContract[method].output.parse(value) : value;
  }

  return async (message: unknown, sender: SenderFacts): Promise<RpcReply> => {
    try {
      return { ok: true, value: await answer(message, sender) };
    } catch (error) {
      const code = errorCode(error);
      if (code === 'internal') deps.logError('rpc', error);
      return { ok: false, error: { code } };
    }
  };
}

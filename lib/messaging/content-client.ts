import { AppError } from '@/lib/platform/app-error';
import type { RpcReply, RpcRequest } from './envelope';
import type { RpcInput, RpcMethod, RpcOutput, rpcContract } from './rpc-contract';

/** The methods that a content script may call. */
type ContentMethod = {
  [M in RpcMethod]: 'content' extends (typeof rpcContract)[M]['from'][number] ? M : never;
}[RpcMethod];

export type ContentClient = {
  /**
   * Asks the background, waking it where it sleeps; asks again where it was stopped halfway or says nothing.
   * @throws {AppError} with the background's code; `internal` where none answers
   */
  call<M extends ContentMethod>(method: M, input: RpcInput<M>): Promise<RpcOutput<M>>;
};

type ContentClientOptions = {
  /** `runtime.sendMessage` */
  send: (message: RpcRequest) => Promise<unknown>;
  /** resolves after so many milliseconds */
  wait: (ms: number) => Promise<void>;
  /** false once the extension was updated or removed under this page: nobody will ever answer */
  isAlive: () => boolean;
};

const PATIENCE = 4000;
const ATTEMPTS = 3;
const PAUSE = 250;

function isReply(value: unknown): value is RpcReply {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/** The background's client for content scripts: no schema, no polyfill. What it answers was checked on its way out. */
export function createContentClient({ send, wait, isAlive }: ContentClientOptions): ContentClient {
  async function once(request: RpcRequest): Promise<RpcReply | null> {
    try {
      const reply = await Promise.race([send(request), wait(PATIENCE)]);
      return isReply(reply) ? reply : null;
    } catch {
      // No receiver, or a channel that closed: the worker was stopped. It starts with the next message.
      return null;
    }
  }

  async function persist(request: RpcRequest): Promise<RpcReply> {
    for (let attempt = 1; attempt <= ATTEMPTS && isAlive(); attempt++) {
      const reply = await once(request);
      if (reply) return reply;
      await wait(PAUSE * attempt);
    }
    throw new AppError('internal', 'no background answers');
  }

  return {
    async call(method, input) {
      const reply = await persist({ heed: 1, method, input });
      if (!reply.ok) throw new AppError(reply.error.code);
      return reply.value as RpcOutput<typeof method>;
    },
  };
}

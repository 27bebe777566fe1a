import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/**
 * What becomes of a request between a browser and the store.
 * - `lost`: the store does it, and the answer never comes; `halved`: it breaks off in its middle
 * - `cut`: it never reaches the store
 * - `late`: the same for the browser, but the store gets it some time later, see `deliverLate`
 * - `twice`: the store gets it two times at once
 * - `failed`, `busy`, `portal`: somebody answers 500, 503 or a page with status 200, and the store never hears of it
 * - `forgetful`: the store does it, and leaves half of the results out of its answer
 */
export const fates = [
  ...(['pass', 'lost', 'halved', 'cut', 'late', 'twice'] as const),
  ...(['failed', 'busy', 'portal', 'forgetful'] as const),
] as const;
export type Fate = (typeof fates)[number];

type Passed = { status: number; text: string };

/** The way to the store's `/v1/`, which a test makes as rough as it likes; everything else of it is real. */
export function createRoughWay(storeUrl: string) {
  let fateOf = (): Fate => 'pass';
  let late: (() => Promise<unknown>)[] = [];
  let requests = 0;
  let instead: RequestListener | null = null;

  async function pass({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Promise<Passed> {
    const { authorization = '' } = headers;
    const answer = await fetch(storeUrl + url, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: new Uint8Array(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  }

  function say(response: ServerResponse, { status, text }: Passed, headers: Record<string, string> = {}) {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  }

  function sayHalf(response: ServerResponse, { status, text }: Passed): void {
    response.writeHead(status, { 'content-length': Buffer.byteLength(text) });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  }

  function withoutHalf({ status, text }: Passed): Passed {
    if (status !== 200) return { status, text };
    const { results } = JSON.parse(text) as { results: unknown[] };
    return { status, text: JSON.stringify({ results: results.slice(Math.ceil(results.length / 2)) }) };
  }

  type Ways = Record<Fate, (r: IncomingMessage, body: Buffer, response: ServerResponse) => unknown>;
  const ways: Ways = {
    pass: async (r, body, response) => say(response, await pass(r, body)),
    lost: async (r, body, response) => pass(r, body).then(() => response.destroy()),
    halved: async (r, body, response) => sayHalf(response, await pass(r, body)),
    cut: (_, __, response) => response.destroy(),
    late: (r, body, response) => {
      late.push(() => pass(r, body));
      response.destroy();
    },
    twice: async (r, body, response) => {
      const [, second] = await Promise.all([pass(r, body), pass(r, body)]);
      say(response, second);
    },
    failed: (_, __, response) => say(response, { status: 500, text: '{}' }),
    busy: (_, __, response) => say(response, { status: 503, text: '{}' }, { 'retry-after': '0' }),
    portal: (_, __, response) => say(response, { status: 200, text: '<html>Sign in to the wireless' }),
    forgetful: async (r, body, response) => say(response, withoutHalf(await pass(r, body))),
  };

  const answer: RequestListener = async (request, response) => {
    requests += 1;
    if (instead) return instead(request, response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    try {
      await ways[fateOf()](request, Buffer.concat(chunks), response);
    } catch {
      response.destroy(); // the store itself is gone
    }
  };

  return {
    answer,
    requests: () => requests,
    /** asked anew for each request */
    setFates(next: () => Fate) {
      fateOf = next;
    },
    /** somebody else answers every request; null: nobody does any more */
    answerInstead(answer: RequestListener | null) {
      instead = answer;
    },
    /** What was held up reaches the store, the last first. */
    async deliverLate(): Promise<void> {
      const held = late.reverse();
      late = [];
      for (const deliver of held) await deliver();
    },
  };
}

export type RoughWay = ReturnType<typeof createRoughWay>;

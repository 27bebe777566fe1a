import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GeneratedBook } from './generate-book';

/** Answers for a store of its book, and passes on all else that is asked of it. */
export type BookGateway = {
  /** stands before the store on this port. @returns its own port */
  listen(storePort: number): Promise<number>;
  /** until then the book is being packed, as the store says it */
  publish(): void;
  close(): Promise<void>;
};

function passOn(storePort: number, request: IncomingMessage, response: ServerResponse): void {
  const { method, url, headers } = request;
  const onward = ask({ host: '127.0.0.1', port: storePort, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/** @param book what the store is to have, whatever is in its database */
export async function createBookGateway(book: GeneratedBook): Promise<BookGateway> {
  const end = await book.emptyPage(0);
  let isPublished = false;
  let server: Server | undefined;
  function answer(request: IncomingMessage, response: ServerResponse): boolean {
    const [, version, what, id = ''] = request.url?.split(/[/?]/) ?? [];
    if (version !== 'v1' || (what !== 'book' && what !== 'packs' && what !== 'pages')) return false;
    // The extension asks from an origin of its own.
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader('Access-Control-Allow-Headers', 'authorization');
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else if (!isPublished)
      response.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'application/json' }).end('{}');
    else if (what === 'book')
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(book.manifest));
    else {
      const bytes = what === 'packs' ? book.pack(id) : Number(id) === end.n ? end.bytes : undefined;
      if (bytes) response.setHeader('Content-Type', 'application/octet-stream').end(bytes);
      else response.writeHead(404).end();
    }
    return true;
  }
  return {
    async listen(storePort) {
      const made = createServer((request, response) => {
        if (!answer(request, response)) passOn(storePort, request, response);
      });
      server = made;
      await new Promise<void>((listening) => made.listen(0, '127.0.0.1', listening));
      return (made.address() as AddressInfo).port;
    },
    publish() {
      isPublished = true;
    },
    async close() {
      server?.closeAllConnections();
      server?.close();
    },
  };
}

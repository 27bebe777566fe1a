import { connect, createServer, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** Stands between browsers and the store, so that the network can really be cut: emulation tells a worker nothing. */
export type TcpProxy = {
  port: number;
  /** drops every connection and refuses new ones, as a pulled cable would */
  cut(): Promise<void>;
  /** does so once so many bytes more have come from the target: in the middle of an answer */
  cutAfter(bytes: number): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
};

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** A limit on what all connections together let through from the target. */
function createLimit() {
  let left = Number.POSITIVE_INFINITY;
  let onReached = () => {};
  return {
    reached: (bytes: number) =>
      new Promise<void>((resolve) => {
        left = bytes;
        onReached = resolve;
      }),
    lift(): void {
      left = Number.POSITIVE_INFINITY;
    },
    pass: () =>
      new Transform({
        transform(chunk: Buffer, _, done) {
          const through = chunk.subarray(0, left);
          left -= through.length;
          done(null, through);
          if (left === 0) onReached();
        },
      }),
  };
}

/**
 * Passes connections on to `target`, both on the loopback address.
 * @param port where it listens; 0: any
 */
export async function startTcpProxy(options: { port: number; target: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const limit = createLimit();
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((inward) => {
    const outward = connect(options.target, '127.0.0.1');
    track(inward);
    track(outward);
    inward.once('close', () => outward.destroy());
    outward.once('close', () => inward.destroy());
    inward.pipe(outward);
    outward.pipe(limit.pass()).pipe(inward);
  });
  const port = await listen(server, options.port);
  const stop = async () => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    port,
    cut: stop,
    cutAfter: async (bytes) => {
      await limit.reached(bytes);
      await stop();
    },
    restore: async () => {
      limit.lift();
      if (!server.listening) await listen(server, port);
    },
    close: stop,
  };
}

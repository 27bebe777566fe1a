import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '@/demo/network/free-port';
import { startTcpProxy, type TcpProxy } from '@/demo/network/tcp-proxy';

let target: Server;
let proxy: TcpProxy;

beforeEach(async () => {
  target = createServer((request, response) => {
    // an answer that never ends, for a cut in the middle
    if (request.url === '/slow') response.write('begun');
    else response.end('whole');
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  proxy = await startTcpProxy({ port: 0, target: (target.address() as AddressInfo).port });
});

afterEach(async () => {
  await proxy.close();
  target.closeAllConnections();
  target.close();
});

const get = (path: string) => fetch(`http://127.0.0.1:${proxy.port}${path}`);

describe('the wire that can be cut', () => {
  it('passes everything on, cuts answers in the middle, refuses while cut, and comes back on the same port', async () => {
    expect(await (await get('/')).text()).toBe('whole');
    const slow = await get('/slow');
    await proxy.cut();
    await expect(slow.text()).rejects.toThrow();
    await expect(get('/')).rejects.toThrow();
    await proxy.restore();
    expect(await (await get('/')).text()).toBe('whole');
  });

  it('is cut after so many bytes of an answer, and passes everything on when it is back', async () => {
    const answer = 'x'.repeat(100_000);
    target.removeAllListeners('request').on('request', (_, response) => response.end(answer));
    const cut = proxy.cutAfter(50_000);
    await expect(get('/').then((response) => response.text())).rejects.toThrow();
    await cut;
    await expect(get('/')).rejects.toThrow();
    await proxy.restore();
    expect(await (await get('/')).text()).toBe(answer);
  });

  it('is never one that an outgoing connection may take meanwhile, where any will do', async () => {
    for (let i = 0; i < 20; i++) expect(await freePort(0)).toBeLessThan(32_768);
  });

  it('leaves a taken port alone', async () => {
    const found = await freePort(proxy.port);
    expect(found).toBeGreaterThan(proxy.port);
  });
});

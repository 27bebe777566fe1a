import { describe, expect, it } from 'vitest';
import { createContentClient } from '@/lib/messaging/content-client';
import type { RpcRequest } from '@/lib/messaging/envelope';

const ok = { ok: true, value: { nonce: 'n' } };
const never = () => new Promise<unknown>(() => undefined);
const closed = () => Promise.reject(new Error('The message port closed before a response was received.'));

/** A background that does something else each time it is asked; time passes by being waited for. */
function withBackground(...answers: (() => Promise<unknown>)[]) {
  const sent: RpcRequest[] = [];
  const waits: number[] = [];
  let alive = true;
  const client = createContentClient({
    send: (message) => {
      sent.push(message);
      return answers[sent.length - 1]?.() ?? never();
    },
    wait: (ms) => {
      waits.push(ms);
      return new Promise((resolve) => setTimeout(resolve));
    },
    isAlive: () => alive,
  });
  return { client, sent, waits, die: () => (alive = false) };
}

describe('the content script’s client', () => {
  it('sends one envelope and gives back the value', async () => {
    const { client, sent } = withBackground(async () => ok);
    await expect(client.call('frame.invite', {})).resolves.toEqual({ nonce: 'n' });
    expect(sent).toEqual([{ heed: 1, method: 'frame.invite', input: {} }]);
  });

  it.each([
    ['was stopped halfway', closed],
    ['says nothing', never],
    ['answers with nothing', async () => undefined],
  ])('asks again where the background %s', async (_, first) => {
    const { client, sent } = withBackground(first, async () => ok);
    await expect(client.call('frame.invite', {})).resolves.toEqual({ nonce: 'n' });
    expect(sent).toHaveLength(2);
  });

  it('says so when none answers', async () => {
    const { client, sent } = withBackground(closed, closed, closed, async () => ok);
    await expect(client.call('frame.invite', {})).rejects.toMatchObject({ code: 'internal' });
    expect(sent).toHaveLength(3);
  });

  it('asks no second time after a refusal, and keeps its code', async () => {
    const { client, sent } = withBackground(async () => ({ ok: false, error: { code: 'not-allowed' } }));
    await expect(client.call('frame.invite', {})).rejects.toMatchObject({ code: 'not-allowed' });
    expect(sent).toHaveLength(1);
  });

  it('leaves a background alone that was updated under the page', async () => {
    const background = withBackground(closed, async () => ok);
    background.die();
    await expect(background.client.call('frame.invite', {})).rejects.toMatchObject({ code: 'internal' });
    expect(background.sent).toEqual([]);
  });
});

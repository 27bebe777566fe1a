import { beforeEach, describe, expect, it } from 'vitest';
import { createPairing, type Pairing } from '@/lib/messaging/pairing';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const CRM = 'https://crm.example';
const content = { class: 'content', tabId: 4, documentId: 'D1', topOrigin: CRM } as const;
const frame = { class: 'frame', tabId: 4, frameId: 12, documentId: 'F1', topOrigin: CRM } as const;

const elsewhere = { ...frame, topOrigin: 'https://other.example' };

let now = 0;
let standing: (string | null)[] = [];
let area = createMemoryArea();
let pairing: Pairing;

/** Another worker over the same storage: what a killed one leaves behind. */
const startWorker = () =>
  createPairing({
    area,
    exclusive: createExclusive(),
    clock: { now: () => new Date(now) },
    isTop: async (_, documentId) => standing.includes(documentId),
  });

beforeEach(() => {
  now = Date.parse('2026-11-22T09:00:00Z');
  standing = ['D1'];
  area = createMemoryArea();
  pairing = startWorker();
});

describe('pairing a sidebar with its page', () => {
  it('lets a frame in that shows the nonce of its own tab, and only after it did', async () => {
    const nonce = await pairing.mint(content);
    expect(await pairing.isPaired(frame)).toBe(false);
    expect(await pairing.redeem(nonce, frame)).toBe(true);
    expect(await pairing.isPaired(frame)).toBe(true);
  });

  it('takes a nonce once', async () => {
    const nonce = await pairing.mint(content);
    await pairing.redeem(nonce, frame);
    expect(await pairing.redeem(nonce, { ...frame, documentId: 'F2' })).toBe(false);
  });

  it('spends a nonce that the wrong frame shows', async () => {
    const nonce = await pairing.mint(content);
    expect(await pairing.redeem(nonce, { ...frame, tabId: 5 })).toBe(false);
    expect(await pairing.redeem(nonce, frame)).toBe(false);
  });

  type Change = {
    wait?: number;
    standing?: string[];
    frame?: typeof frame | typeof elsewhere;
    nonce?: string;
  };
  it.each<[string, Change]>([
    ['after ten seconds', { wait: 10_000 }],
    ['when the page has gone on to another document', { standing: ['D2'] }],
    ['under another top origin', { frame: elsewhere }],
    ['that was never given', { nonce: '0'.repeat(32) }],
  ])('refuses a nonce %s', async (_, change) => {
    const minted = await pairing.mint(content);
    now += change.wait ?? 0;
    standing = change.standing ?? standing;
    const shown = change.frame ?? frame;
    expect(await pairing.redeem(change.nonce ?? minted, shown)).toBe(false);
    expect(await pairing.isPaired(shown)).toBe(false);
  });

  it('takes a nonce a moment before ten seconds', async () => {
    const nonce = await pairing.mint(content);
    now += 9999;
    expect(await pairing.redeem(nonce, frame)).toBe(true);
  });

  it('makes an older nonce void with a newer one of the same tab', async () => {
    const older = await pairing.mint(content);
    await pairing.mint({ ...content, documentId: 'D2' });
    expect(await pairing.redeem(older, frame)).toBe(false);
  });

  it('keeps the nonces of other tabs', async () => {
    const first = await pairing.mint(content);
    await pairing.mint({ ...content, tabId: 5, documentId: 'D5' });
    expect(await pairing.redeem(first, frame)).toBe(true);
  });

  it('gives long nonces, each another', async () => {
    const nonces = new Set<string>();
    for (let tabId = 0; tabId < 50; tabId++) nonces.add(await pairing.mint({ ...content, tabId }));
    expect(nonces.size).toBe(50);
    for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{32}$/);
  });

  it('lasts when the worker is killed, between mint and redeem and after', async () => {
    const nonce = await pairing.mint(content);
    expect(await startWorker().redeem(nonce, frame)).toBe(true);
    expect(await startWorker().isPaired(frame)).toBe(true);
  });

  it('is of one document: another frame, tab or page is not paired by it', async () => {
    await pairing.redeem(await pairing.mint(content), frame);
    expect(await pairing.isPaired({ ...frame, documentId: 'F2' })).toBe(false);
    expect(await pairing.isPaired({ ...frame, tabId: 5 })).toBe(false);
    expect(await pairing.isPaired({ ...frame, topOrigin: 'https://other.example' })).toBe(false);
  });

  it('drops unspent nonces when the page goes, and keeps a document’s pair for "back"', async () => {
    await pairing.redeem(await pairing.mint(content), frame);
    const unspent = await pairing.mint(content);
    await pairing.documentGone(4);
    expect(await pairing.redeem(unspent, { ...frame, documentId: 'F2' })).toBe(false);
    expect(await pairing.isPaired(frame)).toBe(true);
  });

  it('drops a pair without a document when the page goes: its frame id may come again', async () => {
    const unnamed = { ...frame, documentId: null };
    standing = [null];
    await pairing.redeem(await pairing.mint({ ...content, documentId: null }), unnamed);
    expect(await pairing.isPaired(unnamed)).toBe(true);
    await pairing.documentGone(4);
    expect(await pairing.isPaired(unnamed)).toBe(false);
  });

  it('leaves nothing of a tab that was closed, and all of the others', async () => {
    const other = { ...frame, tabId: 5, documentId: 'F5' };
    standing = ['D1', 'D5'];
    await pairing.redeem(await pairing.mint(content), frame);
    await pairing.redeem(await pairing.mint({ ...content, tabId: 5, documentId: 'D5' }), other);
    await pairing.tabGone(4);
    expect(await pairing.isPaired(frame)).toBe(false);
    expect(await pairing.isPaired(other)).toBe(true);
  });

  it('does not grow without end where a page keeps re-appending the frame', async () => {
    for (let i = 0; i < 40; i++)
      await pairing.redeem(await pairing.mint(content), { ...frame, documentId: `F${i}` });
    expect(await pairing.isPaired({ ...frame, documentId: 'F39' })).toBe(true);
    expect(await pairing.isPaired({ ...frame, documentId: 'F0' })).toBe(false);
  });
});

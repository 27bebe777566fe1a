import { z } from 'zod';
import type { Clock } from '@/lib/platform/clock';
import { SECOND } from '@/lib/platform/clock';
import { toHex } from '@/lib/platform/hex';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { Caller } from './sender';

const NONCE_LIFE = 10 * SECOND;
/** A page that keeps re-appending the frame must not fill the storage. */
const MOST_PAIRS_PER_TAB = 10;

const pairingSchema = z.object({
  nonces: z.array(
    z.object({
      nonce: z.string(),
      tabId: z.int(),
      documentId: z.string().nullable(),
      topOrigin: z.string(),
      expiresAt: z.number(),
    }),
  ),
  pairs: z.array(z.object({ tabId: z.int(), frame: z.string(), topOrigin: z.string() })),
});

type Content = Extract<Caller, { class: 'content' }>;
type Frame = Extract<Caller, { class: 'frame' }>;

/**
 * What a pair is remembered by. The frame's own document where the browser names it: it can't move to another page
 * without becoming another document. Else the frame's id, which is why navigation drops such pairs.
 */
const BY_FRAME_ID = 'frame ';
const frameName = (frame: Frame) => frame.documentId ?? `${BY_FRAME_ID}${frame.frameId}`;

function randomNonce(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

type PairingDeps = {
  area: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
  /** does this document still stand at the top of the tab, with our content script in it? */
  isTop(tabId: number, documentId: string | null): Promise<boolean>;
};

type Nonce = z.infer<typeof pairingSchema>['nonces'][number];

/**
 * Any page may frame the sidebar and its messages then look like ours. A frame gets nothing until it shows a nonce
 * that was given to the content script of the same tab, once, within ten seconds. Kept in session storage: a worker
 * killed in between loses no pair.
 */
export function createPairing(deps: PairingDeps) {
  const stored = createStoredValue({
    ...deps,
    key: 'pairing',
    schema: pairingSchema,
    fallback: { nonces: [], pairs: [] },
  });
  const now = () => deps.clock.now().getTime();

  async function spend(nonce: string): Promise<Nonce | undefined> {
    let found: Nonce | undefined;
    await stored.update(({ nonces, pairs }) => {
      found = nonces.find((n) => n.nonce === nonce);
      return { nonces: nonces.filter((n) => n !== found), pairs };
    });
    return found;
  }

  return {
    /** A tab has one nonce at most: a newer one, or a newer document's, makes the older void. */
    async mint(content: Content): Promise<string> {
      const { tabId, documentId, topOrigin } = content;
      const nonce = randomNonce();
      await stored.update(({ nonces, pairs }) => ({
        nonces: [
          ...nonces.filter((n) => n.tabId !== tabId && n.expiresAt > now()),
          { nonce, tabId, documentId, topOrigin, expiresAt: now() + NONCE_LIFE },
        ],
        pairs,
      }));
      return nonce;
    },

    /** @returns whether the frame is paired now; a nonce is spent by being shown, rightly or not */
    async redeem(nonce: string, frame: Frame): Promise<boolean> {
      const minted = await spend(nonce);
      if (!minted || minted.expiresAt <= now()) return false;
      if (minted.tabId !== frame.tabId || minted.topOrigin !== frame.topOrigin) return false;
      if (!(await deps.isTop(minted.tabId, minted.documentId))) return false;
      const pair = { tabId: frame.tabId, frame: frameName(frame), topOrigin: frame.topOrigin };
      await stored.update(({ nonces, pairs }) => {
        const others = pairs.filter((p) => p.tabId !== frame.tabId);
        const ofTab = pairs.filter((p) => p.tabId === frame.tabId).slice(1 - MOST_PAIRS_PER_TAB);
        return { nonces, pairs: [...others, ...ofTab, pair] };
      });
      return true;
    },

    async isPaired(frame: Frame): Promise<boolean> {
      const { pairs } = await stored.read();
      const name = frameName(frame);
      return pairs.some(
        (p) => p.tabId === frame.tabId && p.frame === name && p.topOrigin === frame.topOrigin,
      );
    },

    /**
     * The tab's page is another document now. A pair bound to a document stays: it is worth nothing in any other, and
     * "back" may bring its page to life again, frame and all, out of the back-forward cache.
     */
    async documentGone(tabId: number): Promise<void> {
      await stored.update(({ nonces, pairs }) => ({
        nonces: nonces.filter((n) => n.tabId !== tabId),
        pairs: pairs.filter((p) => p.tabId !== tabId || !p.frame.startsWith(BY_FRAME_ID)),
      }));
    },

    async tabGone(tabId: number): Promise<void> {
      await stored.update(({ nonces, pairs }) => ({
        nonces: nonces.filter((n) => n.tabId !== tabId),
        pairs: pairs.filter((p) => p.tabId !== tabId),
      }));
    },
  };
}

export type Pairing = ReturnType<typeof createPairing>;

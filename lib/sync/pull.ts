import type { CardsStore } from '@/lib/cache/cards-store';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import { cardsPageSchema } from '@/lib/protocol/cards';
import type { Account } from './account';
import type { Outcome } from './transport';

type PullDeps = {
  account: Pick<Account, 'request' | 'cardKeys'>;
  cards: Pick<CardsStore, 'cursor' | 'put' | 'clear'>;
  exclusive: Exclusive;
  clock: Clock;
};

/** How a pull ended, and whether any card changed. */
export type PullEnd = { outcome: Outcome<null>; changed: boolean };

const LIMIT = 2000;

/** Fetches cards changed since the cursor, page by page, each applied before the next is asked for. One at a time. */
export function createPull({ account, cards, exclusive, clock }: PullDeps) {
  async function nextPage(): Promise<{ outcome: Outcome<null>; changed: boolean; more: boolean }> {
    const keys = await account.cardKeys();
    if (!keys) return { outcome: { kind: 'signed-out' }, changed: false, more: false };
    const askedWith = await cards.cursor(keys);
    const query = { after: askedWith, limit: LIMIT };
    const answer = await account.request({ path: '/v1/cards', schema: cardsPageSchema, query });
    if (answer.kind !== 'ok') return { outcome: answer, changed: false, more: false };
    const page = answer.value;
    if (page.cursor < askedWith) {
      // The store was put back to an older state: what we hold may never have happened. Start again.
      await cards.clear();
      return { outcome: { kind: 'ok', value: null }, changed: true, more: true };
    }
    if (page.more && page.cursor === askedWith)
      return { outcome: { kind: 'server-error' }, changed: false, more: false };
    await cards.put(page, { askedWith, keys, now: clock.now() });
    const changed = page.cards.length + page.removed.length > 0;
    return { outcome: { kind: 'ok', value: null }, changed, more: page.more };
  }

  async function pullAll(): Promise<PullEnd> {
    let changed = false;
    for (;;) {
      const page = await nextPage();
      changed ||= page.changed;
      if (!page.more || page.outcome.kind !== 'ok') return { outcome: page.outcome, changed };
    }
  }

  let flight: Promise<PullEnd> | null = null;
  /** Whoever asks while a pull is on its way gets that one's end: alarms must not queue up behind a long first pull. */
  return (): Promise<PullEnd> => {
    flight ??= exclusive('heed-pull', pullAll).finally(() => {
      flight = null;
    });
    return flight;
  };
}

import type { Drafts } from '@/lib/cache/drafts';
import { shownName } from '@/lib/domain/stand-in-name';
import type { LookupView } from '@/lib/messaging/lookup-methods';
import type { SyncState } from '@/lib/messaging/sidebar-view';
import type { Account } from '@/lib/sync/account/account';
import type { Phone } from '@/lib/sync/phone/phone';

type ViewDeps = {
  account: Pick<Account, 'state'>;
  drafts: Pick<Drafts, 'active' | 'get'>;
  phone: Pick<Phone, 'slots'>;
  status(): Promise<SyncState>;
};

/** What the popup shows before anybody is looked for. */
export function createLookupView({ account, drafts, phone, status }: ViewDeps) {
  async function calledNow(userId: string): Promise<string | null> {
    const noteId = await drafts.active(userId);
    const stored = noteId === null ? null : await drafts.get(userId, noteId);
    return stored && shownName(stored.draft);
  }

  return async (): Promise<LookupView> => {
    const who = await account.state();
    const { unlocked, coming, lastPullAt, unsent } = await status();
    const known = { account: who.state, unlocked, coming: coming !== null || lastPullAt === null, unsent };
    if (who.state === 'signed-out') return { ...known, call: null, rings: [] };
    const [call, rings] = await Promise.all([calledNow(who.user.id), phone.slots()]);
    return { ...known, call, rings };
  };
}

import type { HandoverTo } from '@/lib/protocol/handover';
import type { DraftKeeper } from './draft-keeper';
import { type Host, tabOf } from './host';
import type { SidebarState, SidebarStore } from './sidebar-store';
import { handoverWords } from './words/handover-words';
import { nameWords } from './words/name-words';

type Deps = { host: Host; store: SidebarStore; keeper: DraftKeeper };
type Around = {
  run: (work: () => Promise<unknown>, busy?: SidebarState['busy']) => Promise<void>;
  settleDraft: () => Promise<void>;
};
type Giving = { to: HandoverTo; toName: string; ask: string; onLine: boolean };

/** Half-written notes that go from rep to rep. The last words are on disk before anything of them leaves. */
export function createHandoverCommands({ host, store, keeper }: Deps, { run, settleDraft }: Around) {
  return {
    handOver: (giving: Giving) =>
      run(async () => {
        await settleDraft();
        const { draft } = store.getState();
        if (!draft) return;
        const { noteId, savedRev: rev, name } = draft;
        await host.call('handover.give', { noteId, rev, ...giving });
        keeper.end(noteId);
        const announced = handoverWords.given(name || nameWords.nameless, giving.toName);
        store.setState({ sheet: null, announced });
      }, 'saving'),
    takeOver: (handoverId: string) =>
      run(async () => {
        await settleDraft();
        await host.call('handover.take', { ...tabOf(host), handoverId });
      }),
    takeHandoverBack: (handoverId: string) =>
      run(async () => {
        await settleDraft();
        await host.call('handover.takeBack', { handoverId });
      }),
    closeHandover: (handoverId: string) => run(() => host.call('handover.close', { handoverId })),
  };
}

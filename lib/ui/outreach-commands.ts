import type { OutreachOutcome } from '@/lib/domain/outreach';
import { type Host, tabOf } from './host';
import type { SidebarState, SidebarStore } from './sidebar-store';

type Deps = {
  host: Host;
  store: SidebarStore;
  run(work: () => Promise<unknown>, busy?: SidebarState['busy']): Promise<void>;
  settleDraft(): Promise<void>;
};

/** Calls from the list. Whom it offers is read where it is shown; here is what a rep does with them. */
export function createOutreachCommands({ host, store, run, settleDraft }: Deps) {
  return {
    /** Nobody is asked for before the sheet is open, and no call is left by it. */
    outreachNext: () => {
      store.setState({ sheet: 'outreach', outreach: 'seen' });
      return run(() => host.call('outreach.next', {}), 'asking');
    },
    beginOutreach: () =>
      run(async () => {
        await settleDraft();
        const { begun } = await host.call('outreach.begin', { ...tabOf(host), noteId: host.newId() });
        store.setState(begun ? { sheet: null } : { outreach: 'too-late' });
      }),
    giveOutreachBack: () =>
      run(async () => {
        await host.call('outreach.giveBack', {});
        store.setState({ sheet: null });
      }),
    /** The rep has read that results came too late. */
    putResultsAway: () => run(() => host.call('outreach.putAway', {})),
    tellOutreach: (outcome: OutreachOutcome, callBackAt: string | null) =>
      run(() => host.call('outreach.result', { outcome, callBackAt })),
  };
}

import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { CrashBoundary } from '@/components/crash-boundary';
import type { FrameControls } from '@/lib/ui/frame-controls';
import { type Host, HostProvider } from '@/lib/ui/host';
import type { PageWitness } from '@/lib/ui/identity-gate';
import type { FailedLeaving, Leaving } from '@/lib/ui/leaving';
import { createQueryClient } from '@/lib/ui/query-client';
import { createSidebarStore } from '@/lib/ui/sidebar-store';
import { type VisibleGuard, VisibleGuardProvider } from '@/lib/ui/visible-guard';
import { Sidebar } from './sidebar';

type Props = {
  host: Host;
  guard: VisibleGuard;
  /** who vouches for the page: the content script beside a frame, the background beside the browser's own sidebar */
  witness: PageWitness;
  /** told when a frame should shrink to its tab, which may have something to say, or grow again; null where there is nothing to shrink */
  onCollapse: ((collapsed: boolean, hasWords: boolean) => void) | null;
  /** what a frame has around it; null where there is none */
  frame?: FrameControls | null;
  onCrash: (error: unknown) => void;
};

type Changing = { onNextUser: () => void; leaving: Leaving };

/** The sidebar of one user: what is typed, asked and known here is theirs, and goes with them. */
function OneUser({ host, guard, onCrash, ...rest }: Required<Props> & Changing) {
  const [store] = useState(createSidebarStore);
  const [client] = useState(createQueryClient);
  return (
    <HostProvider value={host}>
      <QueryClientProvider client={client}>
        <VisibleGuardProvider value={guard}>
          <CrashBoundary onCrash={onCrash}>
            <Sidebar store={store} {...rest} />
          </CrashBoundary>
        </VisibleGuardProvider>
      </QueryClientProvider>
    </HostProvider>
  );
}

/** The sidebar, in a CRM page or beside it: the same app, with different surroundings. */
export function App({ frame = null, ...rest }: Props) {
  const [users, setUsers] = useState(1);
  const begin = useCallback(() => setUsers((n) => n + 1), []);
  const [failed, setFailed] = useState<FailedLeaving | null>(null);
  const read = useCallback(() => setFailed(null), []);
  const leaving = useMemo(() => ({ failure: failed, onFailure: setFailed, onRead: read }), [failed, read]);
  return <OneUser key={users} {...rest} frame={frame} onNextUser={begin} leaving={leaving} />;
}

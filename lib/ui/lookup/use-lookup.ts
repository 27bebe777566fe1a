import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LookupAnswer } from '@/lib/messaging/lookup-methods';
import { type AppErrorCode, errorCode } from '@/lib/platform/app-error';
import { useHost } from '@/lib/ui/host';
import { useLook, useRefresh, useViewPushes } from '@/lib/ui/queries';

type Found = { text: string; answer: LookupAnswer };

/** What the popup knows and can do. @param onDone a call has begun: the rep goes on in the sidebar */
export function useLookup(onDone: () => void) {
  const host = useHost();
  const refresh = useRefresh();
  useViewPushes();
  const look = useLook();
  const { data: view, error } = useQuery({
    queryKey: ['lookup'],
    queryFn: () => host.call('lookup.view', {}),
  });
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<AppErrorCode | null>(null);

  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setFailure(null);
    try {
      await work();
      return true;
    } catch (thrown) {
      setFailure(errorCode(thrown));
      return false;
    } finally {
      refresh();
    }
  };
  /** The click opens the sidebar, and counts for that only until something is awaited. */
  const begin = async (work: () => Promise<unknown>): Promise<void> => {
    const done = run(work);
    host.openPanel?.();
    if (await done) onDone();
  };

  return {
    // Nothing is painted in a language that may be the wrong one.
    isSettled: !look.isPending,
    ...{ view, found, failure: failure ?? (error && !view ? errorCode(error) : null) },
    find: (text: string) =>
      run(async () => setFound({ text, answer: await host.call('lookup.find', { text }) })),
    forget: () => setFound(null),
    choose: (cardNumber: number | null) =>
      begin(async () => {
        if (found) await host.call('lookup.begin', { text: found.text, noteId: host.newId(), cardNumber });
      }),
    chooseRing: (ringId: string, cardNumber: number | null) =>
      begin(() => host.call('ring.choose', { ringId, noteId: host.newId(), cardNumber })),
    dismissRing: (ringId: string) => run(() => host.call('ring.dismiss', { ringId })),
    signIn: () => run(() => host.call('account.signIn', { interactive: true })),
    openPanel: () => {
      host.openPanel?.();
      onDone();
    },
  };
}

export type LookupModel = ReturnType<typeof useLookup>;

import { useState } from 'react';
import { type Given, type SignalProgress, SignalSheet } from '@/components/signal-sheet';
import { useHost } from '@/lib/ui/host';
import { useSignalState } from '@/lib/ui/outreach-queries';

/** What a rep noticed, from the first tap until it can't be taken back any more. */
export function SignalPanel({ onClose }: { onClose: () => void }) {
  const { call } = useHost();
  const { data, refetch } = useSignalState();
  const [id, setId] = useState<string | null>(null);
  const [progress, setProgress] = useState<SignalProgress>({ state: 'writing' });
  const failed = () => setProgress({ state: 'failed' });
  const give = async (given: Given) => {
    setId((await call('signal.give', given)).id);
    setProgress({ state: 'given', way: given.withName ? 'named' : 'nameless' });
  };
  const takeBack = async () => {
    if (id === null) return;
    const { taken } = await call('signal.takeBack', { id });
    setProgress({ state: taken ? 'took-back' : 'left' });
  };
  const throwAway = async () => {
    await call('signal.throwAway', {});
    await refetch();
  };
  return (
    <SignalSheet
      known={data ?? null}
      progress={progress}
      onGive={(given) => void give(given).catch(failed)}
      onTakeBack={() => void takeBack().catch(() => setProgress({ state: 'left' }))}
      onAnother={() => setProgress({ state: 'writing' })}
      onThrowAway={() => void throwAway().catch(() => undefined)}
      onClose={onClose}
    />
  );
}

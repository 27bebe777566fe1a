import { useState } from 'react';
import { DoubtReport, type DoubtState } from '@/components/doubt-report';
import type { Card } from '@/lib/domain/card';
import { useUnsentNotes } from '@/lib/ui/queries';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { userId } from '@/lib/ui/user-id';

type Props = { model: SidebarModel; card: Card };
type Reported = { id: string; end: 'too-late' | 'taken-back' | null };

/** What the rep says looks wrong about this customer, for as long as they are on show. */
export function DoubtPanel({ model: { commands, view }, card }: Props) {
  const [reported, setReported] = useState<Reported | null>(null);
  const { data: unsent, isFetching } = useUnsentNotes(reported?.end === null ? userId(view) : '');
  // What was asked before it was reported knows nothing of it.
  const hasLeft = !isFetching && unsent !== undefined && !unsent.some(({ id }) => id === reported?.id);
  const state: DoubtState = reported ? (reported.end ?? (hasLeft ? 'left' : 'waiting')) : 'none';

  async function undo(id: string) {
    const withdrawn = await commands.withdrawDoubt(id);
    if (withdrawn !== null) setReported({ id, end: withdrawn ? 'taken-back' : 'too-late' });
  }

  return (
    <DoubtReport
      state={state}
      onReport={async (kind, text) => {
        const { number: cardNumber, version: cardVersion } = card;
        const id = await commands.reportDoubt({ cardNumber, cardVersion, kind, text });
        if (id) setReported({ id, end: null });
        return id !== null;
      }}
      onUndo={() => reported && void undo(reported.id)}
    />
  );
}

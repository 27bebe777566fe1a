import { useState } from 'react';
import { useRefused } from '@/lib/ui/use-refused';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import './slot-banner.css';

type Props = {
  /** what the page's script proposes; null while it has learned nothing yet */
  proposal: { host: string; pages: number } | null;
  onSave: () => void;
  onStop: () => void;
};

/** Somebody teaches Heed the page beside: only here is it saved, where the page can't click, and for the host named. */
export function TeachBanner({ proposal, onSave, onStop }: Props) {
  const [refused, setRefused] = useRefused();
  const refuse = () => setRefused(true);
  const [asking, setAsking] = useState(false);
  const known = proposal !== null && proposal.pages > 1;
  if (asking)
    return (
      <section className="slot-banner" aria-label={w.begin}>
        <p>{w.reallyStop}</p>
        <div className="slot-banner-actions">
          <Button onPress={onStop}>{w.stop}</Button>
          <Button onPress={() => setAsking(false)}>{w.goOn}</Button>
        </div>
      </section>
    );
  return (
    <section className="slot-banner" aria-label={w.begin}>
      <p>{proposal ? w.learned(proposal.host, proposal.pages) : w.teaching}</p>
      {proposal && !known && <p className="muted">{w.one}</p>}
      <div className="slot-banner-actions">
        {proposal && (
          <GuardedButton look={known ? 'accent' : 'plain'} onAct={onSave} onRefused={refuse}>
            {w.save}
          </GuardedButton>
        )}
        <Button onPress={proposal ? () => setAsking(true) : onStop}>{w.stop}</Button>
      </div>
      <Refusal refused={refused} />
    </section>
  );
}

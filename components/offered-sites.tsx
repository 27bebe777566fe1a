import { useState } from 'react';
import type { Outcome } from '@/lib/ui/settings-actions';
import { settingsWords } from '@/lib/ui/words/settings-words';
import { OutcomeLine } from './outcome-line';
import { SiteRows } from './site-rows';

type Props = {
  /** origins that the organisation uses and that aren't granted yet */
  sites: readonly string[];
  onTurnOn: (url: URL) => Promise<Outcome>;
};

const w = settingsWords.sites;

/** The organisation's CRMs, one click each: only a person can give the browser's permission. */
export function OfferedSites({ sites, onTurnOn }: Props) {
  const [ended, setEnded] = useState<{ outcome: Outcome; host: string } | null>(null);
  const turnOn = async (url: URL) => {
    setEnded(null);
    setEnded({ outcome: await onTurnOn(url), host: url.host });
  };
  return (
    <>
      {sites.length > 0 && (
        <>
          <h3 className="label">{w.offered}</h3>
          <SiteRows
            sites={sites.map((id) => ({ id, name: new URL(id).host }))}
            button={w.turnOn}
            buttonLong={w.turnOnLong}
            look="accent"
            onPress={(id) => void turnOn(new URL(id))}
          />
        </>
      )}
      <OutcomeLine outcome={ended?.outcome ?? null} done={w.done(ended?.host ?? '')} />
    </>
  );
}

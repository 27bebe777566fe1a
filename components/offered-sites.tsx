import { useState } from 'react';
import type { Outcome } from '@/lib/ui/settings-actions';
import { settingsWords } from '@/lib/ui/settings-words';
import { OutcomeLine } from './outcome-line';
import { Button } from './ui/button';
import './site-list.css';

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
          <ul className="site-list">
            {sites.map((site) => {
              const url = new URL(site);
              return (
                <li key={site}>
                  <bdi>{url.host}</bdi>
                  <Button
                    small
                    look="accent"
                    aria-label={w.turnOnLong(url.host)}
                    onPress={() => void turnOn(url)}
                  >
                    {w.turnOn}
                  </Button>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <OutcomeLine outcome={ended?.outcome ?? null} done={w.done(ended?.host ?? '')} />
    </>
  );
}

import { useState } from 'react';
import type { Outcome } from '@/lib/ui/settings-actions';
import { settingsWords } from '@/lib/ui/settings-words';
import { siteName } from '@/lib/ui/site-address';
import { Button } from './ui/button';
import './site-list.css';

type Props = {
  /** match patterns that the browser granted */
  sites: readonly string[];
  onRemove: (pattern: string) => Promise<Outcome>;
};

const w = settingsWords.sites;

/** Where Heed may stand. */
export function SiteList({ sites, onRemove }: Props) {
  const [fixed, setFixed] = useState(false);
  const remove = async (pattern: string) => setFixed((await onRemove(pattern)) !== 'done');
  if (sites.length === 0) return <p className="muted">{w.none}</p>;
  return (
    <>
      <ul className="site-list">
        {sites.map((pattern) => (
          <li key={pattern}>
            <bdi>{siteName(pattern)}</bdi>
            <Button
              look="quiet"
              aria-label={w.removeLong(siteName(pattern))}
              onPress={() => void remove(pattern)}
            >
              {w.remove}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status">{fixed && w.fixed}</p>
    </>
  );
}

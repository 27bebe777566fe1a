import { useState } from 'react';
import type { Outcome } from '@/lib/ui/settings-actions';
import { siteName } from '@/lib/ui/site-address';
import { teachWords as w } from '@/lib/ui/teach-words';
import { Button } from './ui/button';
import './site-list.css';

type Props = {
  /** match patterns that the browser granted */
  sites: readonly string[];
  onTeach: (pattern: string) => Promise<Outcome>;
};

/** Where a person can show Heed who the customer is; it goes on in that site's tab. */
export function TeachSites({ sites, onTeach }: Props) {
  const [failed, setFailed] = useState('');
  const teach = async (pattern: string) =>
    setFailed((await onTeach(pattern)) === 'done' ? '' : w.notOpened(siteName(pattern)));
  return (
    <>
      <h3 className="label">{w.another}</h3>
      <p className="muted">{sites.length > 0 ? w.anotherLead : w.noSite}</p>
      {sites.length > 0 && (
        <ul className="site-list">
          {sites.map((pattern) => (
            <li key={pattern}>
              <bdi>{siteName(pattern)}</bdi>
              <Button
                look="quiet"
                aria-label={w.teachSiteLong(siteName(pattern))}
                onPress={() => void teach(pattern)}
              >
                {w.teachSite}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p role="status">{failed}</p>
    </>
  );
}

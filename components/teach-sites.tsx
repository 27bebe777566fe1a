import { useState } from 'react';
import type { Outcome } from '@/lib/ui/settings-actions';
import { siteName } from '@/lib/ui/site-address';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import { SiteRows } from './site-rows';

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
        <SiteRows
          sites={sites.map((id) => ({ id, name: siteName(id) }))}
          button={w.teachSite}
          buttonLong={w.teachSiteLong}
          look="quiet"
          onPress={(id) => void teach(id)}
        />
      )}
      <p role="status">{failed}</p>
    </>
  );
}

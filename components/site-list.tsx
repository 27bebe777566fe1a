import { useState } from 'react';
import type { Outcome } from '@/lib/ui/settings-actions';
import { siteName } from '@/lib/ui/site-address';
import { settingsWords } from '@/lib/ui/words/settings-words';
import { SiteRows } from './site-rows';

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
      <SiteRows
        sites={sites.map((id) => ({ id, name: siteName(id) }))}
        button={w.remove}
        buttonLong={w.removeLong}
        look="quiet"
        onPress={(id) => void remove(id)}
      />
      <p role="status">{fixed && w.fixed}</p>
    </>
  );
}

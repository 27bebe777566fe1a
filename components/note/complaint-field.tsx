import { jurisdictionOf } from '@/lib/domain/complaint-clock';
import type { NoteContent } from '@/lib/domain/note';
import type { OrganisationRules } from '@/lib/domain/organisation-rules';
import { words } from '@/lib/ui/words/words';
import { Tick } from './tick';

type Said = Pick<NoteContent, 'complaint' | 'jurisdiction'>;
export type ComplaintSaid = { value: Said; rules: OrganisationRules; onChange: (said: Said) => void };

/** Is it a complaint? By which rules, the clock above says. */
export function ComplaintField({ value, rules, onChange }: ComplaintSaid) {
  const { code = null } = jurisdictionOf(rules, value.jurisdiction) ?? {};
  return (
    <Tick
      label={words.note.complaint}
      value={value.complaint}
      data-shortcut="complaint"
      onChange={(complaint) => onChange({ complaint, jurisdiction: complaint ? code : null })}
    />
  );
}

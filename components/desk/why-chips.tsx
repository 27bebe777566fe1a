import type { DeskWhy } from '@/lib/domain/desk';
import { deskWords as w } from '@/lib/ui/words/desk-words';

/** Why a note is there. What only chance picked looks quieter than an exception. */
export function WhyChips({ whys }: { whys: readonly DeskWhy[] }) {
  if (whys.length === 0) return null;
  return (
    <ul className="desk-whys" aria-label={w.whyLabel}>
      {whys.map((why) => (
        <li key={why} data-why={why}>
          {w.whys[why]}
        </li>
      ))}
    </ul>
  );
}

import { useVisibleGuard } from '@/lib/ui/visible-guard';
import { words } from '@/lib/ui/words/words';
import './refusal.css';

/** Says why a guarded click did nothing, and what helps. */
export function Refusal({ refused }: { refused: boolean }) {
  const { elsewhere } = useVisibleGuard();
  return (
    <div className="refusal" role="status">
      {refused && <p className="muted">{elsewhere ? words.refused.elsewhere : words.refused.covered}</p>}
    </div>
  );
}

import { words } from '@/lib/ui/words/words';
import './on-page.css';

/**
 * What the page calls somebody, where it stands beside what Heed knows: never in its place, and said to be the page's.
 * Whoever wrote it can neither turn around what stands beside it nor push it out of sight.
 */
export function OnPage({ name }: { name: string }) {
  return (
    <p className="label on-page">
      {words.chooser.onPage} <bdi>{name}</bdi>
    </p>
  );
}

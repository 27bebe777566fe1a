import { deskWords as w } from '@/lib/ui/words/desk-words';
import { KeyList } from '../key-list';
import { Sheet } from '../ui/sheet';

/** The keys of the desk. */
export function DeskKeysSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={w.keysTitle} onClose={onClose}>
      <KeyList keys={w.keys} />
    </Sheet>
  );
}

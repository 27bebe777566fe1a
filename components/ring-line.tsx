import { Phone } from 'lucide-react';
import type { RingSlot } from '@/lib/messaging/sidebar-view';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import './ring-line.css';

type Props = { ring: RingSlot; onOpen: () => void; onDismiss: () => void };

const w = words.ring;

/** It rings while the rep is busy with another: one line, that moves nothing. */
export function RingLine({ ring: { said }, onOpen, onDismiss }: Props) {
  return (
    <div className="ring-line">
      <p role="status">
        <Phone size={14} aria-hidden /> <bdi>{said}</bdi> {w.also}
      </p>
      <div className="ring-line-actions">
        <Button small aria-label={w.whoLong(said)} onPress={onOpen}>
          {w.who}
        </Button>
        <Button small look="quiet" aria-label={w.dismissLong(said)} onPress={onDismiss}>
          {w.dismiss}
        </Button>
      </div>
    </div>
  );
}

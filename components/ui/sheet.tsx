import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { shortcutWords } from '@/lib/ui/words/shortcut-words';
import { IconButton } from './button';
import './sheet.css';

type Props = {
  title: string;
  onClose: () => void;
  /** a question that wants an answer: read out at once, and not closed by a click beside it */
  question?: boolean;
  children: ReactNode;
};

/** A dialog at the lower edge, where the thumb and the note are. */
export function Sheet({ title, onClose, question = false, children }: Props) {
  return (
    <ModalOverlay
      className="sheet-veil"
      isOpen
      isDismissable={!question}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="sheet">
        <Dialog className="sheet-body" role={question ? 'alertdialog' : 'dialog'}>
          <div className="sheet-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={shortcutWords.close} icon={X} onPress={onClose} />
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

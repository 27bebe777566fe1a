import { useEffect, useRef, useState } from 'react';
import { words } from '@/lib/ui/words/words';
import { FindField } from './find-field';
import './find-caller.css';

type Props = {
  /** the rep asked for it by key or menu: the cursor goes there */
  asked: boolean;
  /** false where the text is nothing that a customer can be found by */
  onFind: (text: string) => Promise<boolean>;
  onClose: () => void;
};

const w = words.ring;

/** In the sidebar: whatever the caller says or the phone shows, a number, an e-mail address, an account number. */
export function FindCaller({ asked, onFind, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked]);
  return (
    <FindField
      className="find-caller"
      label={<span className="label">{w.find}</span>}
      hint={w.findHint}
      find={w.findButton}
      field={field}
      unreadable={unreadable}
      onFind={(text) => void onFind(text).then((read) => setUnreadable(!read))}
      onEscape={onClose}
    />
  );
}

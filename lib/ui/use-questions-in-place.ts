import { useState } from 'react';
import type { WaitingApproval } from '@/lib/protocol/approval';

type Questions = readonly WaitingApproval[];

/** Those on show stay where they are, ended or not; what is new comes after them. */
function inPlace(shown: Questions, waiting: Questions): Questions {
  const stay = shown.map((one) => waiting.find(({ id }) => id === one.id) ?? one);
  return [...stay, ...waiting.filter(({ id }) => !shown.some((one) => one.id === id))];
}

/**
 * The questions as they are shown. While the pointer is among them none moves: one that ends would draw the next one's
 * buttons under a click that was meant for it, and who asked can end theirs whenever they like.
 */
export function useQuestionsInPlace(waiting: Questions) {
  const [isHeld, setHeld] = useState(false);
  const [last, setLast] = useState({ waiting, shown: waiting });
  if (last.waiting !== waiting) setLast({ waiting, shown: isHeld ? inPlace(last.shown, waiting) : waiting });
  return {
    shown: last.shown,
    isOver: (id: string) => !waiting.some((one) => one.id === id),
    /** the pointer is among them */
    hold: () => setHeld(true),
    /** it has left: what has ended goes */
    release: () => {
      setHeld(false);
      setLast({ waiting, shown: waiting });
    },
  };
}

import type { Card } from '@/lib/domain/card';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { Direction, NoteContent } from '@/lib/domain/note';
import type { CallSlot, PageSlot } from '@/lib/messaging/sidebar-view';
import type { Draft } from './sidebar-store';

/** Whom the sidebar is about: the call where there is one, else the page's customer. */
export type Subject = {
  slot: 'call' | 'page';
  direction: Direction;
  /** tells one subject from the next, and stays the same while the first words turn a page's customer into a call */
  id: string;
  name: string;
  /** see `CallSlot` */
  accountEnd: string;
  card: Card | null;
  content: NoteContent;
  dismissed: readonly string[];
  editing: CallSlot['editing'];
};

const none: readonly string[] = [];

/**
 * @param page the slot as the gate lets it through
 * @param early prompts dismissed before a call began
 */
export function subjectOf(
  page: PageSlot,
  draft: Draft | null,
  early: { key: string; ids: readonly string[] } | null,
): Subject | null {
  if (draft) {
    const { noteId, direction, key, name, accountEnd, card, content, dismissed, editing } = draft;
    const who = { id: key ?? noteId, name, accountEnd, card };
    return { slot: 'call', direction, ...who, content, dismissed, editing };
  }
  if (page.state !== 'customer') return null;
  const dismissed = early?.key === page.key ? early.ids : none;
  return {
    slot: 'page',
    direction: 'inbound',
    id: page.key,
    name: page.name,
    accountEnd: page.accountEnd,
    card: page.card,
    content: emptyNoteContent,
    dismissed,
    editing: null,
  };
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Correction } from '@/lib/domain/desk';
import { type AppErrorCode, errorCode } from '@/lib/platform/app-error';
import type { DeskDone, DeskNote } from '@/lib/protocol/desk';
import { useHost } from '@/lib/ui/host';

export type Said = 'review' | 'correct' | 'ask' | 'mark' | 'unmark';
type Act =
  | { what: 'review'; note: DeskNote }
  | { what: 'correct'; note: DeskNote; correction: Correction }
  | { what: 'ask'; note: DeskNote; question: string }
  | { what: 'mark' | 'unmark'; note: DeskNote };

/** What became of the last thing that was done with a note. */
export type Became =
  | { kind: 'said'; what: Said; note: DeskNote }
  | { kind: 'failed'; code: AppErrorCode }
  | null;
/** Both texts of a note that was edited while somebody worked on it. */
export type DeskConflict = { mine: DeskNote; theirs: Extract<DeskDone, { state: 'conflict' }>['theirs'] };

/** The note that is on show, with all that is known of it. */
export function useDeskNote(userId: string, noteId: string | null) {
  const host = useHost();
  return useQuery({
    queryKey: ['desk-note', userId, noteId ?? ''],
    enabled: noteId !== null,
    retry: false,
    queryFn: () => host.call('desk.read', { userId, noteId: noteId ?? '' }),
  });
}

const sameAct = (act: Act): string => {
  const { note, ...rest } = act;
  return JSON.stringify([rest, note.noteId, note.version, note.exemplary]);
};

/**
 * Reviewing, correcting, asking and marking. What failed may have been done all the same: done again, it has the same id,
 * so that nothing is done twice, nor is one's own correction taken for somebody else's.
 */
export function useDeskActs(userId: string) {
  const host = useHost();
  const client = useQueryClient();
  const [conflict, setConflict] = useState<DeskConflict | null>(null);
  const tried = useRef({ what: '', requestId: '' });
  const send = (act: Act): Promise<DeskDone> => {
    const { noteId, version } = act.note;
    const what = sameAct(act);
    if (tried.current.what !== what) tried.current = { what, requestId: host.newId() };
    const common = { userId, noteId, requestId: tried.current.requestId };
    if (act.what === 'ask') return host.call('desk.ask', { ...common, version, question: act.question });
    if (act.what === 'mark' || act.what === 'unmark')
      return host.call('desk.exemplary', { ...common, exemplary: act.what === 'mark' });
    const correction = act.what === 'correct' ? act.correction : null;
    return host.call('desk.review', { ...common, version, correction });
  };
  const acting = useMutation({
    mutationFn: send,
    onSuccess: async (done, act) => {
      tried.current = { what: '', requestId: '' };
      if (done.state === 'conflict') {
        const coded = act.what === 'correct' ? act.correction : {};
        setConflict({
          mine: { ...act.note, content: { ...act.note.content, ...coded } },
          theirs: done.theirs,
        });
        return;
      }
      client.setQueryData(['desk-note', userId, act.note.noteId], done.note);
      await client.invalidateQueries({ queryKey: ['desk'] });
    },
  });
  const { variables: said, data, error } = acting;
  const became: Became = error
    ? { kind: 'failed', code: errorCode(error) }
    : said && data?.state === 'done'
      ? { kind: 'said', what: said.what, note: said.note }
      : null;
  return {
    ...{ became, conflict, isBusy: acting.isPending },
    act: (what: Act) =>
      acting.mutateAsync(what).then(
        ({ state }) => state,
        () => 'failed' as const,
      ),
    /** after a conflict: what the note says now */
    async readAnew() {
      setConflict(null);
      acting.reset();
      await client.invalidateQueries({ queryKey: ['desk-note', userId] });
      await client.invalidateQueries({ queryKey: ['desk'] });
    },
  };
}

export type DeskActs = ReturnType<typeof useDeskActs>;

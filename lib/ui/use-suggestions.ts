import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { useHost } from './host';

/** Suggestions wait until the rep pauses: they must not change under a reading eye at every letter. */
const PAUSE = 700;

const none: RpcOutput<'reasons.suggest'>['reasons'] = [];

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Reasons that the note's words speak for; none before its first words are on disk. */
export function useSuggestions(noteId: string | null, summary: string) {
  const host = useHost();
  const text = useSettled(summary.trim());
  const query = useQuery({
    queryKey: ['suggestions', noteId, text],
    enabled: noteId !== null && text !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => host.call('reasons.suggest', { noteId: noteId ?? '', text }),
  });
  return noteId === null || text === '' ? none : (query.data?.reasons ?? none);
}

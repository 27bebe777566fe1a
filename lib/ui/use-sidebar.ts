import { useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { badgeLevel } from '@/lib/domain/badge-level';
import { mayDisclose } from '@/lib/domain/may-disclose';
import type { NoteContent } from '@/lib/domain/note';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import type { Language } from '@/lib/platform/language';
import { type Commands, createCommands } from './commands';
import type { DraftKeeper, PageCustomer } from './draft-keeper';
import { useHost } from './host';
import { blankPage, gatePage, type PageWitness } from './identity-gate';
import type { Leaving } from './leaving';
import { usualLook } from './look';
import { relayOnline } from './online-relay';
import { organisationIn } from './organisation-in';
import { useLook, useOrganisation, useRefresh, useSpoken, useViewPushes } from './queries';
import type { SidebarStore } from './sidebar-store';
import { type Subject, subjectOf } from './subject';
import { useBusinessNow } from './use-business-now';
import { useDraft } from './use-draft';
import { useOwnView } from './use-own-view';
import { usePromptKeeper } from './use-prompts';

/**
 * The page said that it shows someone: the background knows by now, or will in a moment. It pushes too, but a worker that
 * was stopped has no port to push through. For nobody the gate has blanked already.
 */
function useRefreshWhenPageMoves(witness: PageWitness): void {
  const refresh = useRefresh();
  const key = witness.by === 'content' ? witness.key : undefined;
  useEffect(() => {
    if (key) refresh('page');
  }, [key, refresh]);
}

function useCommands(store: SidebarStore, keeper: DraftKeeper, { onFailure, onRead }: Leaving): Commands {
  const host = useHost();
  const refresh = useRefresh();
  return useMemo(
    () => createCommands({ host, store, keeper, refresh, leaving: { onFailure, onRead } }),
    [host, store, keeper, refresh, onFailure, onRead],
  );
}

/** The organisation's lists and playbook, in the rep's language. */
function useOrganisationInWords(account: string, spoken: Language) {
  const organisation = useOrganisation(account).data ?? null;
  return useMemo(() => organisation && organisationIn(organisation, spoken), [organisation, spoken]);
}

export type ChangeNote = (by: (content: NoteContent) => NoteContent) => void;

/** A change to the newest content, whichever that is by then; the first one begins the call of whoever stands on the page. */
function useChange(keeper: DraftKeeper, page: PageCustomer | null): ChangeNote {
  return useCallback((by) => keeper.edit(by, page), [keeper, page]);
}

/** The same one for as long as nothing of it changes: how much of the note is on disk by now is nothing of whom it is about. */
function useSubject(store: SidebarStore, page: PageSlot): Subject | null {
  return useStore(
    store,
    useShallow(({ draft, dismissedEarly }) => subjectOf(page, draft, dismissedEarly)),
  );
}

type Around = { witness: PageWitness; onNextUser: () => void; leaving: Leaving };

/** All that the sidebar shows, put together: what the background says, what the page vouches for, what is being typed. */
export function useSidebar(store: SidebarStore, { witness, onNextUser, leaving }: Around) {
  const host = useHost();
  useViewPushes();
  useRefreshWhenPageMoves(witness);
  useEffect(() => {
    const abort = new AbortController();
    relayOnline(host.call, abort.signal);
    return () => abort.abort();
  }, [host]);

  const look = useLook();
  const spoken = useSpoken();
  const query = useOwnView(store, onNextUser);
  const view = query.data?.view;
  const keeper = useDraft(store, view?.call);
  const commands = useCommands(store, keeper, leaving);
  const state = useStore(store);
  const account = view?.account.state ?? 'signed-out';
  const organisation = useOrganisationInWords(`${account} ${view?.sync.unlocked}`, spoken);
  const now = useBusinessNow(view?.now, query.data?.at ?? 0);

  const page = gatePage(view?.page ?? blankPage, witness);
  const pageCustomer: PageCustomer | null = page.state === 'customer' ? page : null;
  const change = useChange(keeper, pageCustomer);
  const subject = useSubject(store, page);
  const prompts = usePromptKeeper(store, subject, state.draft?.noteId ?? null);
  return {
    ...{ view, failed: query.error, retry: () => void query.refetch() },
    // Nothing is painted in a language that may be the wrong one.
    look: look.data ?? (look.isError ? usualLook : undefined),
    spoken,
    ...{ page, pageCustomer, subject, organisation, now, state, keeper, change, prompts, commands, leaving },
    level: subject && (subject.card ? badgeLevel(subject.card.risk.level) : 'unknown'),
    // Who called when the note was written says nothing of who is on the line now.
    disclosed: subject !== null && !subject.editing && mayDisclose(subject.content.caller),
  };
}

export type SidebarModel = ReturnType<typeof useSidebar>;

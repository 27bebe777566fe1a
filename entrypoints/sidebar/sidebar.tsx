import { useCallback, useEffect, useMemo, useState } from 'react';
import { CollapsedTab } from '@/components/collapsed-tab';
import { ErrorNotice } from '@/components/error-notice';
import { SidebarFrame } from '@/components/sidebar-frame';
import { errorCode } from '@/lib/platform/app-error';
import { useIsAnswered } from '@/lib/ui/approval-queries';
import { isCollapsed } from '@/lib/ui/collapsed';
import type { FrameControls } from '@/lib/ui/frame-controls';
import { useHost } from '@/lib/ui/host';
import type { PageWitness } from '@/lib/ui/identity-gate';
import type { Leaving } from '@/lib/ui/leaving';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import { useCancelledOver } from '@/lib/ui/use-cancelled-over';
import { useHeldNote } from '@/lib/ui/use-held-note';
import { useSaidOver } from '@/lib/ui/use-said-over';
import { type SidebarModel, useSidebar } from '@/lib/ui/use-sidebar';
import { userId } from '@/lib/ui/user-id';
import { Bottom } from './bottom';
import { FrameEdge } from './frame-edge';
import { heldCalls } from './panels/calls-panel';
import { WritePanel } from './panels/write-panel';
import { Head, Screen } from './screen';
import { Sheets } from './sheets';
import { useChordFocus, useKeys, usePrivacy } from './use-keys';
import { useToNote } from './use-to-note';
import { Wrapped } from './wrapped';

type Props = {
  store: SidebarStore;
  witness: PageWitness;
  onCollapse: ((collapsed: boolean, hasWords: boolean) => void) | null;
  frame: FrameControls | null;
  /** another is here than before: see `useOwnView` */
  onNextUser: () => void;
  leaving: Leaving;
};

/**
 * What the rep's choice to collapse is about: who rings, for that is news even beside a customer they had put away; or
 * whom the page names, though nothing of them shows.
 */
function collapseSubject({ view, subject, page }: SidebarModel): string | null {
  const unshown = page.state === 'nobody' ? page.of?.key : undefined;
  return view?.rings.at(-1)?.id ?? subject?.id ?? unshown ?? null;
}

/** Null while there is nothing to go by: a page on its way to the next customer. */
function wantedCollapse(model: SidebarModel): boolean | null {
  const { view, page, subject, level, state } = model;
  const isRinging = (view?.rings.length ?? 0) > 0;
  // Whoever isn't signed in is never told of anybody: the page's customer isn't on the way.
  const isToCome = page.state === 'blank' && view?.account.state !== 'signed-out';
  const settled = view !== undefined && (!isToCome || subject !== null || isRinging);
  if (!settled && state.collapse?.subject !== '') return null;
  const onlyAsked = model.look?.place.opens === 'asked';
  const canUndo = state.wrapped !== null && !state.wrapped.putAway;
  const inCall = subject?.slot === 'call';
  const now = { subject: collapseSubject(model), level, inCall, onlyAsked, canUndo };
  // Notes that are gone are told of, whoever is here.
  const isLost = Boolean(view?.sync.lost);
  const askedOnPage =
    page.state === 'choose' || (page.state === 'customer' && (page.damaged || page.askSite));
  return isCollapsed({ ...now, asks: askedOnPage || isRinging || isLost || state.finding }, state.collapse);
}

/** The frame keeps its size where nothing says another: it must not jump between two customers. */
function useCollapsed(model: SidebarModel, onCollapse: Props['onCollapse']) {
  const [last, setLast] = useState(false);
  const wanted = onCollapse ? wantedCollapse(model) : false;
  const held = model.view ? heldCalls(model, model.view).length : 0;
  const isAnswered = useIsAnswered(wanted ? model.state.draft?.noteId : undefined);
  const hasWords = held > 0 || isAnswered;
  useEffect(() => {
    if (wanted === null) return;
    setLast(wanted);
    onCollapse?.(wanted, hasWords);
  }, [wanted, hasWords, onCollapse]);
  return { collapsed: wanted ?? last, held, isAnswered };
}

function useFold(model: SidebarModel, store: SidebarStore, onCollapse: Props['onCollapse']) {
  const subject = collapseSubject(model) ?? '';
  const open = useCallback(
    () => store.setState({ collapse: { subject, collapsed: false } }),
    [store, subject],
  );
  const fold = useMemo(
    () =>
      onCollapse &&
      (() =>
        store.setState(({ wrapped }) => ({
          collapse: { subject, collapsed: true },
          wrapped: wrapped && { ...wrapped, putAway: true },
        }))),
    [store, subject, onCollapse],
  );
  return { open, fold };
}

/** What went wrong for whoever left says nothing to the next one, nor to anybody after them. */
function useNextIsHere({ view, leaving }: SidebarModel): void {
  const { failure, onRead } = leaving;
  const user = userId(view);
  const isNext = failure !== null && user !== '' && user !== failure.userId;
  useEffect(() => {
    if (isNext) onRead();
  }, [isNext, onRead]);
}

/** What can be undone, and what is said of it, for as long as it can. */
function useWhatIsOver({ view }: SidebarModel, store: SidebarStore): void {
  useSaidOver(store);
  useCancelledOver(store);
  useHeldNote(store, view?.undoable ?? null);
}

/** Which of its faces the sidebar shows. */
export function Sidebar({ store, witness, onCollapse, frame, onNextUser, leaving }: Props) {
  const { kind } = useHost();
  const model = useSidebar(store, { witness, onNextUser, leaving });
  const { view, look, failed, retry, subject, state } = model;
  const { collapsed, ...waits } = useCollapsed(model, onCollapse);
  const { open, fold } = useFold(model, store, onCollapse);
  useKeys({ model, store, onCollapse: fold });
  useChordFocus(frame, open, view !== undefined && look !== undefined && !collapsed);
  useToNote(model, store);
  useWhatIsOver(model, store);
  useNextIsHere(model);
  usePrivacy(look?.isPrivate ?? false);

  if (!view || !look) return failed ? <ErrorNotice code={errorCode(failed)} onRetry={retry} /> : null;
  // Words stand outside React, which would leave those in place that it has painted: all begins anew in another language.
  const key = model.spoken;
  if (collapsed) return <CollapsedTab key={key} level={model.level} {...waits} onOpen={open} />;
  const face = { model, view, store };
  return (
    <SidebarFrame
      key={key}
      edge={kind === 'frame'}
      subject={subject?.id ?? null}
      call={state.draft?.noteId ?? null}
      top={<Head {...face} onCollapse={fold} />}
      write={subject && <WritePanel key={subject.id} model={model} subject={subject} store={store} />}
      bottom={<Bottom {...face} />}
      handle={frame && <FrameEdge model={model} frame={frame} />}
      {...{ announced: state.announced, said: <Wrapped model={model} store={store} /> }}
    >
      <Screen {...face} />
      <Sheets {...face} frame={frame} />
    </SidebarFrame>
  );
}

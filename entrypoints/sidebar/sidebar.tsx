import { useCallback, useEffect, useState } from 'react';
import { CollapsedTab } from '@/components/collapsed-tab';
import { ErrorNotice } from '@/components/error-notice';
import { SidebarFrame } from '@/components/sidebar-frame';
import { errorCode } from '@/lib/platform/app-error';
import { isCollapsed } from '@/lib/ui/collapsed';
import { useHost } from '@/lib/ui/host';
import type { PageWitness } from '@/lib/ui/identity-gate';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import { useShortcuts } from '@/lib/ui/use-shortcuts';
import { type SidebarModel, useSidebar } from '@/lib/ui/use-sidebar';
import { Bottom } from './bottom';
import { WritePanel } from './panels/write-panel';
import { Head, Screen } from './screen';
import { Sheets } from './sheets';

type Props = {
  store: SidebarStore;
  witness: PageWitness;
  onCollapse: ((collapsed: boolean) => void) | null;
};

/**
 * What the rep's choice to collapse is about: who rings, for that is news even beside a customer they had put away; or
 * whom the page names, though nothing of them shows.
 */
function collapseSubject({ view, subject, page }: SidebarModel): string | null {
  const unshown = page.state === 'nobody' ? page.of?.key : undefined;
  return view?.rings.at(-1)?.id ?? subject?.id ?? unshown ?? null;
}

/** Null while there is nothing to go by: a page on its way to the next customer, or nobody signed in. */
function wantedCollapse(model: SidebarModel): boolean | null {
  const { view, page, subject, level, state } = model;
  const isRinging = (view?.rings.length ?? 0) > 0;
  const settled = view !== undefined && (page.state !== 'blank' || subject !== null || isRinging);
  if (!settled && state.collapse?.subject !== '') return null;
  const now = { subject: collapseSubject(model), level, inCall: subject?.slot === 'call' };
  const askedOnPage =
    page.state === 'choose' || (page.state === 'customer' && (page.damaged || page.askSite));
  return isCollapsed({ ...now, asks: askedOnPage || isRinging || state.finding }, state.collapse);
}

/** The frame keeps its size where nothing says another: it must not jump between two customers. */
function useCollapsed(model: SidebarModel, onCollapse: Props['onCollapse']): boolean {
  const [last, setLast] = useState(false);
  const wanted = onCollapse ? wantedCollapse(model) : false;
  useEffect(() => {
    if (wanted === null) return;
    setLast(wanted);
    onCollapse?.(wanted);
  }, [wanted, onCollapse]);
  return wanted ?? last;
}

/** Which of its faces the sidebar shows. */
export function Sidebar({ store, witness, onCollapse }: Props) {
  const { kind } = useHost();
  const model = useSidebar(store, witness);
  const { view, look, failed, retry, subject, commands, state } = model;
  const collapsed = useCollapsed(model, onCollapse);
  const setCollapsed = (to: boolean) =>
    store.setState({ collapse: { subject: collapseSubject(model) ?? '', collapsed: to } });
  const wrapUp = useCallback(() => void commands.wrapUp(), [commands]);
  const help = useCallback(() => store.setState({ sheet: 'shortcuts' }), [store]);
  const find = useCallback(() => store.setState({ finding: true }), [store]);
  useShortcuts({ onWrapUp: wrapUp, onHelp: help, onFind: find });

  if (!view || !look) return failed ? <ErrorNotice code={errorCode(failed)} onRetry={retry} /> : null;
  if (collapsed) return <CollapsedTab level={model.level} onOpen={() => setCollapsed(false)} />;
  const face = { model, view, store };
  return (
    <SidebarFrame
      edge={kind === 'frame'}
      top={<Head {...face} onCollapse={onCollapse && (() => setCollapsed(true))} />}
      write={subject && <WritePanel key={subject.id} model={model} subject={subject} />}
      bottom={<Bottom {...face} />}
      announced={state.announced}
    >
      <Screen {...face} />
      <Sheets {...face} />
    </SidebarFrame>
  );
}

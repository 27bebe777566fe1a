import { useCallback, useMemo } from 'react';
import { CallFacts } from '@/components/call-facts';
import { CallSwitcher, callLabel, type SwitchableCall } from '@/components/call-switcher';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import { formatClock, formatWhen } from '@/lib/ui/format';
import { saysNews } from '@/lib/ui/note-said';
import { useCallKeys } from '@/lib/ui/use-call-keys';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { callWords } from '@/lib/ui/words/call-words';

type Props = { model: SidebarModel; view: SidebarView };
type Parked = SidebarView['parked'][number];

/** @param isEdit an earlier note is edited: the call beside which that began goes on, and nobody was put on hold */
function parkedCall(parked: Parked, now: Date, isEdit: boolean): SwitchableCall {
  const { noteId, name, accountEnd, startedAt, heldAt, editing, unfinished } = parked;
  const call = { noteId, name, accountEnd, unfinished };
  if (editing) return { ...call, state: callWords.editing };
  if (isEdit && heldAt === null) return { ...call, state: callWords.current };
  return {
    ...call,
    state: callWords.onHold,
    since: heldAt ? formatClock(heldAt) : formatWhen(startedAt, now),
  };
}

/** Who waits on hold. */
export const heldCalls = ({ state: { draft, ended } }: SidebarModel, { parked }: SidebarView) =>
  parked.filter((one) => isHeld(one) && one.noteId !== draft?.noteId && !ended.includes(one.noteId));

const isHeld = ({ editing, heldAt }: Parked) => !editing && heldAt !== null;

/**
 * What the bar shows: all calls, the one that is on among them, in the order in which they began, so that none changes its
 * place when it is taken up. Empty where there is nothing to switch to; a customer on hold is, once no call is on most of all.
 */
export function barCalls({ state, now }: SidebarModel, view: SidebarView): SwitchableCall[] {
  const { draft, ended } = state;
  const parked = view.parked.filter(({ noteId }) => noteId !== draft?.noteId && !ended.includes(noteId));
  const isEdit = Boolean(draft?.editing);
  const on = draft && {
    ...{ noteId: draft.noteId, name: draft.name, accountEnd: draft.accountEnd },
    state: isEdit ? callWords.editing : callWords.current,
    unfinished: saysNews(draft),
  };
  const all = [...parked.map((one) => parkedCall(one, now, isEdit)), ...(on ? [on] : [])];
  if (all.length < 2 && !parked.some(isHeld)) return [];
  return all.sort((a, b) => a.noteId.localeCompare(b.noteId));
}

/** Read out when a call is put on hold: whoever begins the next one hears that the last is kept. */
function heldLast(calls: readonly SwitchableCall[], { parked }: SidebarView): string {
  const since = (one: (typeof parked)[number]) => one.heldAt ?? '';
  const held = parked.filter(isHeld);
  const last = held.sort((a, b) => since(a).localeCompare(since(b))).at(-1);
  const call = calls.find(({ noteId }) => noteId === last?.noteId);
  return call ? callLabel({ ...call, unfinished: false }) : '';
}

/** Several customers at once, or one who waits. */
export function Switcher({ model, view }: Props) {
  const { commands, state } = model;
  const calls = barCalls(model, view);
  const ids = calls.map(({ noteId }) => noteId).join(' ');
  const noteIds = useMemo(() => (ids === '' ? [] : ids.split(' ')), [ids]);
  const current = state.draft?.noteId ?? null;
  const resume = useCallback(
    (noteId: string) => {
      if (noteId !== current) void commands.resume(noteId);
    },
    [commands, current],
  );
  useCallKeys(noteIds, resume);
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {heldLast(calls, view)}
      </p>
      {calls.length > 0 && <CallSwitcher calls={calls} current={current} onSwitch={resume} />}
    </>
  );
}

/** How the call came about. */
export function CallOrigin({ model, view }: Props) {
  const { state, commands } = model;
  const { call } = view;
  if (!call || call.noteId !== state.draft?.noteId || call.editing) return null;
  const { noteId, line, begunBy, asked, movedFrom, movedFromEnd } = call;
  const facts = { line, begunBy, asked, movedFrom, movedFromEnd };
  return <CallFacts {...facts} onMoveBack={() => void commands.moveBack(noteId)} />;
}

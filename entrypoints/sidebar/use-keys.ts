import { useEffect, useMemo, useRef, useState } from 'react';
import { focusField } from '@/lib/ui/focus-field';
import type { FrameControls } from '@/lib/ui/frame-controls';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import { focusSidebar, pressByKey, tickByKey, useShortcuts } from '@/lib/ui/use-shortcuts';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { words } from '@/lib/ui/words/words';
import { beginHandover, canHandOver } from './call-menu';
import { moveNote } from './move-note';
import { wrapUp } from './panels/wrap-up';

type Keys = { model: SidebarModel; store: SidebarStore; onCollapse: (() => void) | null };

/** Says it, and has the keyboard stand on the button that does it. */
function askToSignIn(store: SidebarStore): void {
  store.setState({ announced: words.account.signInFirst });
  document.querySelector<HTMLElement>('.account-screen button')?.focus();
}

/** Everything that a key does in the sidebar. */
export function useKeys({ model, store, onCollapse }: Keys): void {
  const { commands, look } = model;
  const latest = useRef(model);
  latest.current = model;
  const isPrivate = look?.isPrivate ?? false;
  const isOut = model.view?.account.state === 'signed-out';
  const shortcuts = useMemo(() => {
    // Nothing is to be found and nothing can be taken down before: the key leads to what must come first.
    const signedIn = (act: () => void) => (isOut ? () => askToSignIn(store) : act);
    return {
      onWrapUp: () => wrapUp(latest.current, store),
      onHelp: () => store.setState({ sheet: 'shortcuts' }),
      onFind: signedIn(() => store.setState({ finding: true, moving: null })),
      onUndo: () => void commands.undo(),
      onEscape: () => (store.getState().draft?.editing ? () => void commands.cancelEdit() : null),
      onSignal: signedIn(() => store.setState({ sheet: 'signal' })),
      letters: {
        h: () => canHandOver(latest.current) && beginHandover(store),
        v: () => pressByKey('verified'),
        a: () => focusField('contactReason'),
        o: () => focusField('offers'),
        r: () => focusField('promise'),
        m: () => tickByKey('complaint'),
        w: () => moveNote(latest.current),
        n: () => document.querySelector<HTMLElement>('.sidebar-write textarea')?.focus(),
        p: () => void commands.setPrivate(!isPrivate),
        ...(onCollapse && { c: onCollapse }),
      },
    };
  }, [commands, store, isPrivate, isOut, onCollapse]);
  useShortcuts(shortcuts);
}

/** The chord: opens what is folded, and has the keyboard go on in it. */
export function useChordFocus(frame: FrameControls | null, open: () => void, isOpen: boolean): void {
  const [asked, setAsked] = useState(false);
  useEffect(() => frame?.onFocus(() => setAsked(true)), [frame]);
  useEffect(() => {
    if (!asked) return;
    if (!isOpen) {
      open();
      return;
    }
    setAsked(false);
    focusSidebar();
  }, [asked, isOpen, open]);
}

/** Strangers can see the screen: the style of the whole page says what they don't. */
export function usePrivacy(isPrivate: boolean): void {
  useEffect(() => {
    document.documentElement.toggleAttribute('data-private', isPrivate);
    return () => document.documentElement.removeAttribute('data-private');
  }, [isPrivate]);
}

import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { callWords as w } from '@/lib/ui/words/call-words';
import { chooserWords } from '@/lib/ui/words/chooser-words';
import { nameWords } from '@/lib/ui/words/name-words';
import { AccountEnd } from './account-end';
import './call-switcher.css';

/** One of several calls, in the order in which they began. */
export type SwitchableCall = {
  noteId: string;
  name: string;
  /** see `AccountEnd` */
  accountEnd: string;
  /** in words: now, on hold since, an earlier note */
  state: string;
  /** since when; stays where there is room for no more */
  since?: string;
  /** its note holds something, and isn't wrapped up */
  unfinished: boolean;
};

type Props = {
  calls: readonly SwitchableCall[];
  /** the call that is on; null while all are on hold */
  current: string | null;
  onSwitch: (noteId: string) => void;
};

const MOST_KEYS = 9;

/** `on hold since 12:58`. */
const stateOf = ({ state, since = '' }: Pick<SwitchableCall, 'state' | 'since'>): string =>
  `${state} ${since}`.trim();

/** All that tells this call from the others. */
export function callLabel(call: SwitchableCall): string {
  const { name, accountEnd, unfinished } = call;
  const end = accountEnd && chooserWords.accountEndLong(accountEnd);
  return w.call(name || nameWords.nameless, end, stateOf(call), unfinished);
}

function Call({ call, n }: { call: SwitchableCall; n: number }) {
  const name = call.name || nameWords.nameless;
  const { accountEnd, state, since, unfinished, noteId } = call;
  return (
    <ToggleButton
      id={noteId}
      className="call-tab"
      aria-label={callLabel(call)}
      {...(n <= MOST_KEYS && { 'aria-keyshortcuts': `Alt+${n}` })}
    >
      <span className="call-tab-line">
        <span className="call-tab-name" dir="auto" title={name}>
          {name}
        </span>
        <AccountEnd end={accountEnd} />
        {unfinished && <span className="call-tab-dot" aria-hidden />}
      </span>
      <span className="call-tab-state label">
        <span>{state}</span>
        {since && <span className="call-tab-since">{since}</span>}
      </span>
    </ToggleButton>
  );
}

/** Several customers at once: one is on, the others wait with their notes. One tap, or arrow keys and Enter, switches. */
export function CallSwitcher({ calls, current, onSwitch }: Props) {
  return (
    <ToggleButtonGroup
      className="call-switcher"
      aria-label={w.calls}
      selectionMode="single"
      disallowEmptySelection={current !== null}
      selectedKeys={current === null ? [] : [current]}
      onSelectionChange={(keys) => {
        const next = calls.find(({ noteId }) => keys.has(noteId) && noteId !== current);
        if (next) onSwitch(next.noteId);
      }}
    >
      {calls.map((call, i) => (
        <Call key={call.noteId} call={call} n={i + 1} />
      ))}
    </ToggleButtonGroup>
  );
}

import { MOST_NAMED_A_DAY, MOST_NAMELESS, type SignalKind } from '@/lib/domain/signal';
import { inLanguage } from '@/lib/platform/language';
import { plural } from '../format';
import { signalEs } from './es/signal-words';

/** What a rep noticed, and what is and isn't kept of it. */
export const signalEn = {
  menu: 'Note a signal',
  shortcut: 'Note a signal',
  title: 'Note a signal',
  kind: 'What did you notice?',
  kinds: {
    'new-question': 'A question never heard before, or again without an answer',
    'not-found': 'Something customers look for and can’t find',
    'no-sale': 'A contact that should have ended in a sale, and didn’t',
    competitor: 'Something competitors do better',
    'own-experience': 'My own experience as a customer',
  } satisfies Record<SignalKind, string>,
  line: 'In one line',
  linePlaceholder: 'No names of customers',
  who: 'Given',
  ways: { named: 'With my name', nameless: 'Without my name' },
  named: 'Your name and the day go with it. Supervisors read it, and may ask you more.',
  nameless:
    'Kept: your team, the kind, your line, the day. Not kept: who you are, when in the day, which computer. It leaves at a random moment within a day, without your sign-in. Shown a day later, and only once five of your team gave something this month.',
  namelessLimit:
    'What you write may still give you away. And this protects from whoever reads the store, not from whoever changes its program or listens on its network.',
  elsewhere:
    'Without a name it goes, this month, only from the computer on which you signed in first: each person is counted once. Who may read signals gives theirs with their name.',
  notYet: 'Without a name it works once this computer has reached the store this month.',
  give: 'Give',
  given: {
    named: 'Noted. It leaves in ten seconds.',
    nameless: 'Noted. It leaves at a random moment within a day, without your name.',
  },
  undo: 'Take it back',
  tookBack: 'Taken back. Nothing of it is kept.',
  left: 'It has left already.',
  another: 'Note another',
  done: 'Done',
  refused: (n: number) =>
    `${plural(n, 'signal', 'signals')} from this computer can’t be taken by the store: too old, not of this team any more, more than ${MOST_NAMELESS} without a name in a month, or more than ${MOST_NAMED_A_DAY} with your name in a day. Say it again later or with your name, or throw ${n === 1 ? 'it' : 'them'} away.`,
  throwAway: 'Throw away',
  failed: 'It couldn’t be saved on this computer. What you wrote is still here. Try again.',
} as const;

export const signalWords = inLanguage(signalEn, signalEs);

import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OutreachView } from '@/lib/messaging/outreach-methods';
import type { Sight } from '@/lib/ui/visible-guard';
import { createFakeBackground } from './support/fake-background';
import { makeGiven } from './support/make-handover';
import { makeSync } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const one: OutreachView = {
  state: 'one',
  entry: {
    ...{ number: 202, outreachId: '019ab000-0000-7000-8000-0000000000e1', name: 'Marta Kowalczyk' },
    ...{ phones: [], why: null, attempts: 0, wished: false },
    claimedUntil: '2026-11-22T13:13:00.000Z',
    callUntil: '2026-11-22T20:00:00.000Z',
  },
  ...{ card: null, noteId: null, told: null },
};

/** A sidebar that has each of these buttons to press, where the guard sees this. */
function show(sight: Sight) {
  const background = createFakeBackground(
    { sync: makeSync({ lost: { at: '2026-11-22T12:50:00.000Z', unsent: 3 } }) },
    {
      'handover.given': () => ({ given: [makeGiven()] }),
      'handover.takeBack': () => ({}),
      'storage.lostRead': () => ({}),
      'outreach.state': () => one,
      'outreach.next': () => one,
      'outreach.begin': () => ({ begun: true }),
      'outreach.giveBack': () => ({}),
      'signal.state': () => ({ nameless: 'ready', refused: 2 }),
      'signal.throwAway': () => ({}),
    },
  );
  const guard = { elsewhere: sight === 'elsewhere', watch: () => () => undefined, sight: () => sight };
  return { background, ...showSidebar(background, { guard }) };
}

type Shown = ReturnType<typeof show>;

async function press({ user }: Shown, menuItem: string | null, name: string) {
  if (menuItem) {
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: menuItem }));
    await screen.findByRole('dialog');
  }
  await user.click(await screen.findByRole('button', { name }));
}

const OUTREACH = 'Outreach: who to call';
const undoable = [
  ['handover.takeBack', null, 'Take back the note on Marta Kowalczyk'],
  ['outreach.begin', OUTREACH, 'Start the call'],
  ['outreach.giveBack', OUTREACH, 'Give back'],
] as const;
const forGood = [
  ['storage.lostRead', null, 'I have read this'],
  ['signal.throwAway', 'Note a signal', 'Throw away'],
] as const;

describe('a click that a page may have steered', () => {
  it.each([...undoable, ...forGood])(
    'does nothing where Heed is covered, and says so: %s',
    async (...way) => {
      const [method, menuItem, name] = way;
      const shown = show('covered');
      await press(shown, menuItem, name);
      expect(await screen.findByText(/Nothing was done/)).toBeInTheDocument();
      expect(shown.background.inputsOf(method)).toEqual([]);
    },
  );

  it.each(undoable)('counts where it can be taken back and the browser can’t tell: %s', async (...way) => {
    const [method, menuItem, name] = way;
    const shown = show('elsewhere');
    await press(shown, menuItem, name);
    expect(shown.background.inputsOf(method)).toHaveLength(1);
  });

  it.each(forGood)('counts nowhere else where it is for good: %s', async (method, menuItem, name) => {
    const shown = show('elsewhere');
    await press(shown, menuItem, name);
    expect(shown.background.inputsOf(method)).toEqual([]);
    const body = within(document.body);
    expect(body.getByText(/browser’s own sidebar/)).toBeInTheDocument();
  });
});

import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SignalState } from '@/lib/messaging/signal-methods';
import { AppError } from '@/lib/platform/app-error';
import { createFakeBackground } from './support/fake-background';
import { showSidebar } from './support/show-sidebar';

const ID = '019ab000-0000-4000-8000-0000000000d1';

function world(known: SignalState = { nameless: 'ready', refused: 0 }, { fails = false, left = false } = {}) {
  let state = known;
  return createFakeBackground(
    {},
    {
      'signal.state': () => state,
      'signal.give': () => {
        if (fails) throw new AppError('storage-failed');
        return { id: ID };
      },
      'signal.takeBack': () => ({ taken: !left }),
      'signal.throwAway': () => {
        state = { ...state, refused: 0 };
        return {};
      },
    },
  );
}

async function open(user: ReturnType<typeof showSidebar>['user']) {
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Note a signal' }));
  return within(await screen.findByRole('dialog', { name: 'Note a signal' }));
}

async function say(background: ReturnType<typeof world>, way: string) {
  const { user } = showSidebar(background);
  const sheet = await open(user);
  await user.click(sheet.getByRole('radio', { name: 'Something competitors do better' }));
  await user.type(sheet.getByRole('textbox', { name: 'In one line' }), 'They deliver on Sundays');
  await user.click(sheet.getByRole('radio', { name: way }));
  return { user, sheet };
}
const GIVEN = { kind: 'competitor', line: 'They deliver on Sundays' };

describe('noting a signal', () => {
  it('offers the five kinds, and gives nothing before one is chosen, said, and with or without a name', async () => {
    const { user } = showSidebar(world());
    const sheet = await open(user);
    const kinds = within(sheet.getByRole('radiogroup', { name: 'What did you notice?' }));
    expect(kinds.getAllByRole('radio')).toHaveLength(5);
    expect(sheet.getByRole('button', { name: 'Give' })).toBeDisabled();
  });

  it('opens by its key, but not while somebody types', async () => {
    const { user } = showSidebar(world());
    await user.click(await screen.findByRole('textbox', { name: 'Summary' }));
    await user.keyboard('!');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.clear(screen.getByRole('textbox', { name: 'Summary' }));
    screen.getByRole('button', { name: 'More' }).focus();
    await user.keyboard('!');
    expect(await screen.findByRole('dialog', { name: 'Note a signal' })).toBeInTheDocument();
  });

  it('with a name, and says that it goes with it', async () => {
    const background = world();
    const { user, sheet } = await say(background, 'With my name');
    expect(sheet.getByText(/Your name and the day go with it/)).toBeInTheDocument();
    await user.click(sheet.getByRole('button', { name: 'Give' }));
    expect(background.inputsOf('signal.give')).toEqual([{ ...GIVEN, withName: true }]);
    expect(await sheet.findByText('Noted. It leaves in ten seconds.')).toBeInTheDocument();
  });

  it('without a name, and says before what is kept, what isn’t, and what it does not protect from', async () => {
    const background = world();
    const { user, sheet } = await say(background, 'Without my name');
    expect(
      sheet.getByText(/Kept: your team, the kind, your line, the day. Not kept: who you are/),
    ).toBeInTheDocument();
    expect(sheet.getByText(/What you write may still give you away/)).toBeInTheDocument();
    await user.click(sheet.getByRole('button', { name: 'Give' }));
    expect(background.inputsOf('signal.give')).toEqual([{ ...GIVEN, withName: false }]);
    expect(await sheet.findByText(/at a random moment within a day, without your name/)).toBeInTheDocument();
  });

  it.each([
    ['elsewhere', /only from the computer on which you signed in first/],
    ['not-yet', /once this computer has reached the store this month/],
  ] as const)('says when it can’t go without a name (%s), and gives nothing then', async (nameless, text) => {
    const { sheet } = await say(world({ nameless, refused: 0 }), 'Without my name');
    expect(sheet.getByText(text)).toBeInTheDocument();
    expect(sheet.getByRole('button', { name: 'Give' })).toBeDisabled();
  });

  it.each([
    [false, 'Taken back. Nothing of it is kept.'],
    [true, 'It has left already.'],
  ])('can be taken back as long as it is here (left: %s)', async (left, text) => {
    const background = world(undefined, { left });
    const { user, sheet } = await say(background, 'With my name');
    await user.click(sheet.getByRole('button', { name: 'Give' }));
    await user.click(await sheet.findByRole('button', { name: 'Take it back' }));
    expect(background.inputsOf('signal.takeBack')).toEqual([{ id: ID }]);
    expect(await sheet.findByText(text)).toBeInTheDocument();
  });

  it('what can’t be saved is still in the form', async () => {
    const { user, sheet } = await say(world(undefined, { fails: true }), 'With my name');
    await user.click(sheet.getByRole('button', { name: 'Give' }));
    expect(await sheet.findByRole('alert')).toHaveTextContent('It couldn’t be saved on this computer.');
    expect(sheet.getByRole('textbox', { name: 'In one line' })).toHaveValue('They deliver on Sundays');
  });

  it('what the store won’t take stays until it is thrown away', async () => {
    const { user } = showSidebar(world({ nameless: 'ready', refused: 2 }));
    const sheet = await open(user);
    expect(await sheet.findByText(/^2 signals from this computer can’t be taken/)).toBeInTheDocument();
    await user.click(sheet.getByRole('button', { name: 'Throw away' }));
    expect(sheet.queryByText(/can’t be taken/)).toBeNull();
  });
});

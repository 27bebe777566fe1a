import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { AppError } from '@/lib/platform/app-error';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makePage, makeSync } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

type Unsent = RpcOutput<'outbox.list'>[number];

/** A verified call, and a background that keeps what is said to look wrong. */
function world({ fails = false, left = false } = {}) {
  let unsent: Unsent[] = [];
  const background = createFakeBackground(
    { call: makeCall({ content: makeContent({ caller: 'customer' }), rev: 1 }) },
    {
      'outbox.list': () => unsent,
      'doubt.report': ({ id, doubt }) => {
        if (fails) throw new AppError('storage-full');
        const waiting = { id, at: '2026-11-22T13:03:00.000Z', state: 'waiting', code: null } as const;
        if (!left)
          unsent = [
            {
              ...waiting,
              name: 'Marta Kowalczyk',
              summary: doubt.text,
              kind: 'doubt',
              doubt: doubt.kind,
              conflict: null,
            },
          ];
        return {};
      },
      'doubt.withdraw': ({ id }) => {
        const withdrawn = unsent.some((row) => row.id === id);
        unsent = [];
        return { withdrawn };
      },
    },
  );
  const sent = () => {
    unsent = [];
    background.set({});
  };
  return { background, sent, ...showSidebar(background) };
}

type World = ReturnType<typeof world>;
const open = async ({ user }: World) => {
  await screen.findAllByText(/tired of telling/);
  await user.click(screen.getByRole('button', { name: 'This looks wrong…' }));
};
async function report(here: World, text = 'Her son answered.') {
  await open(here);
  await here.user.click(screen.getByRole('radio', { name: 'Score isn’t theirs' }));
  if (text) await here.user.type(screen.getByRole('textbox', { name: 'What is right?' }), text);
  await here.user.click(screen.getByRole('button', { name: 'Tell your supervisor' }));
}

describe('“This looks wrong because…”', () => {
  it('goes with the card that was seen, what is wrong, and a line', async () => {
    const here = world();
    await report(here);
    expect(await screen.findByText(/goes to your supervisor by itself/)).toBeInTheDocument();
    expect(here.background.inputsOf('doubt.report')).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        doubt: { cardNumber: 202, cardVersion: 7, kind: 'not-their-score', text: 'Her son answered.' },
      },
    ]);
  });

  it('needs no line, and a kind', async () => {
    const here = world();
    await open(here);
    expect(screen.getByRole('button', { name: 'Tell your supervisor' })).toBeDisabled();
    expect(screen.getByText(/It counts for or against nobody/)).toBeInTheDocument();
    await here.user.click(screen.getByRole('radio', { name: 'Out of date' }));
    await here.user.click(screen.getByRole('button', { name: 'Tell your supervisor' }));
    await screen.findByText(/goes to your supervisor by itself/);
    expect(here.background.inputsOf('doubt.report')).toMatchObject([
      { doubt: { kind: 'out-of-date', text: '' } },
    ]);
  });

  it('can be taken back until it has left', async () => {
    const here = world();
    await report(here);
    await here.user.click(await screen.findByRole('button', { name: 'Undo: don’t tell your supervisor' }));
    expect(await screen.findByText('Taken back. Nobody was told.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'This looks wrong…' })).toBeInTheDocument();
  });

  it('has no way back once it has left, and says that the supervisor has it', async () => {
    const here = world();
    await report(here);
    await screen.findByText(/goes to your supervisor by itself/);
    here.sent();
    expect(await screen.findByText('Your supervisor has it.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Undo: don’t tell/ })).toBeNull();
  });

  it('keeps what was typed where it didn’t reach the disk, and says why', async () => {
    const here = world({ fails: true });
    await report(here);
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'What is right?' })).toHaveValue('Her son answered.');
    expect(screen.queryByText(/goes to your supervisor by itself/)).toBeNull();
  });

  it('is closed again without a word', async () => {
    const here = world();
    await open(here);
    await here.user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(here.background.inputsOf('doubt.report')).toEqual([]);
    expect(screen.getByRole('button', { name: 'This looks wrong…' })).toBeInTheDocument();
  });

  it('masks a card number while it is typed', async () => {
    const here = world();
    await report(here, 'Paid by 4111 1111 1111 1111');
    await screen.findByText(/goes to your supervisor by itself/);
    expect(JSON.stringify(here.background.inputsOf('doubt.report'))).not.toContain('4111 1111');
  });

  it('is done with the keyboard alone', async () => {
    const here = world();
    await screen.findAllByText(/tired of telling/);
    screen.getByRole('button', { name: 'This looks wrong…' }).focus();
    await here.user.keyboard('{Enter}');
    screen.getByRole('radio', { name: 'Wrong customer' }).focus();
    await here.user.keyboard(' {Tab}Somebody else{Tab}{Enter}');
    await screen.findByText(/goes to your supervisor by itself/);
    expect(here.background.inputsOf('doubt.report')).toMatchObject([
      { doubt: { kind: 'wrong-customer', text: 'Somebody else' } },
    ]);
  });

  it('is not there before the caller is verified, nor of somebody without a card', async () => {
    const { unmount } = showSidebar(createFakeBackground());
    await screen.findByText(/shows once the caller is verified/);
    expect(screen.queryByRole('button', { name: 'This looks wrong…' })).toBeNull();
    unmount();
    const call = makeCall({ card: null, content: makeContent({ caller: 'customer' }) });
    showSidebar(createFakeBackground({ call, page: makePage({ card: null }) }));
    await screen.findByText(/Not in Heed\. It knows nothing/);
    expect(screen.queryByRole('button', { name: 'This looks wrong…' })).toBeNull();
  });

  it('stands among what is unsent, in words, and is taken back from there', async () => {
    const here = world();
    await report(here);
    await screen.findByText(/goes to your supervisor by itself/);
    here.background.set({ sync: makeSync({ unsent: 1 }) });
    await here.user.click(await screen.findByRole('button', { name: /1 unsent/ }));
    const sheet = await screen.findByRole('dialog', { name: 'Unsent notes' });
    expect(within(sheet).getByText('Looks wrong: Score isn’t theirs. Her son answered.')).toBeInTheDocument();
    expect(within(sheet).queryByRole('button', { name: /^Edit/ })).toBeNull();
    await here.user.click(
      within(sheet).getByRole('button', { name: 'Take back what looks wrong about Marta Kowalczyk' }),
    );
    expect(await within(sheet).findByText('Everything has been sent.')).toBeInTheDocument();
  });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Caller } from '@/lib/domain/note';
import { nothingShown } from '@/lib/domain/rotate-prompts';
import type { ShownHandover } from '@/lib/messaging/handover-methods';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { CallSlot } from '@/lib/messaging/sidebar-view';
import { AppError } from '@/lib/platform/app-error';
import { sourceText } from '@/lib/ui/words/source-words';
import { defaultPlaybook } from '@/server/seed/seed-playbook';
import { type Answers, createFakeBackground } from './support/fake-background';
import { makeHandover } from './support/make-handover';
import { jurgen, makeCall, makeContent, makeOrganisation, makePage } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const playbook = defaultPlaybook('EUR');
const organisation = () => ({ ...makeOrganisation(), playbook });
const own = { 'organisation.get': organisation };

const intents = () => [...document.querySelectorAll('.prompt-intent')].map((p) => p.textContent);
const idsShown = () => intents().map((intent) => playbook.prompts.find((p) => p.intent === intent)?.id);
const heard = (word: string) => screen.findByRole('radio', { name: word });
const step = (word: string) => screen.getByRole('radio', { name: word });

const inCall = (part: Partial<CallSlot> = {}, caller: Caller = 'customer') => {
  const call = makeCall({ content: makeContent({ caller }), ...part });
  return createFakeBackground({ call }, own);
};

describe('the emotion that the rep hears', () => {
  it('is one tap, which brings what to say to it, and is kept with the note', async () => {
    const background = inCall();
    const { user } = showSidebar(background);
    await user.click(await heard('Angry'));
    expect(idsShown()).toEqual(['angry-let-it-out', 'angry-energy-on-the-matter']);
    expect(step('During')).toBeChecked();
    await waitFor(() => expect(background.view().call?.content.emotion).toBe('angry'));
  });

  it('is taken back by a tap, and the prompts of before are there again', async () => {
    const background = inCall();
    const { user } = showSidebar(background);
    await heard('Angry');
    const before = intents();
    await user.click(await heard('Angry'));
    expect(intents()).not.toEqual(before);
    await user.click(await heard('Angry'));
    expect(intents()).toEqual(before);
    await waitFor(() => expect(background.view().call?.content.emotion).toBeNull());
  });

  it('goes by keys, and has a name for who can’t see it', async () => {
    const { user } = showSidebar(inCall());
    const group = await screen.findByRole('radiogroup', { name: 'You hear' });
    expect(within(group).getAllByRole('radio')).toHaveLength(6);
    (await heard('Angry')).focus();
    await user.keyboard(' ');
    expect(await heard('Angry')).toBeChecked();
    await user.keyboard('{ArrowRight}');
    expect(await heard('Anxious')).toBeChecked();
  });

  it('is asked of nobody whose sidebar is closed', async () => {
    showSidebar(createFakeBackground({ page: jurgen() }, own), { onCollapse: () => undefined });
    await screen.findByRole('button', { name: 'Heed: OK. Open' });
    expect(screen.queryByRole('radiogroup', { name: 'You hear' })).toBeNull();
  });
});

describe('the phase', () => {
  it('is stepped by hand with one tap, and back with another', async () => {
    const { user } = showSidebar(inCall());
    await screen.findByText('Say first');
    const before = intents();
    await user.click(step('Wrap'));
    expect(screen.getByText('Before you go')).toBeInTheDocument();
    expect(intents()).not.toEqual(before);
    await user.click(step('Start'));
    expect(screen.getByText('Say first')).toBeInTheDocument();
    expect(intents()).toEqual(before);
  });

  it('moves by itself with what is tapped', async () => {
    const background = inCall();
    const { user } = showSidebar(background);
    await screen.findByText('Say first');
    await user.click(screen.getByRole('checkbox', { name: 'Complaint' }));
    expect(await screen.findByText('Say next')).toBeInTheDocument();
    expect(idsShown()).toContain('complaint-is-a-right');
    await user.click(screen.getByRole('radio', { name: 'Resolved' }));
    expect(await screen.findByText('Before you go')).toBeInTheDocument();
  });

  it('that was stepped to by hand, and its prompts, are there again where a wrap-up is undone', async () => {
    const call = makeCall({ content: makeContent({ caller: 'customer', summary: 'Billed twice' }), rev: 5 });
    const background = createFakeBackground(
      { call },
      {
        ...own,
        'note.undoSave': () => {
          background.set({ call: { ...call, rev: 9 } });
          return { state: 'draft' };
        },
      },
    );
    const { user } = showSidebar(background);
    await screen.findByText('Say first');
    await user.click(step('During'));
    const before = intents();
    await user.click(screen.getByRole('button', { name: /^Wrap up/ }));
    const undo = await screen.findByRole('button', { name: /^Undo: go on/ });
    await screen.findByText('This page');
    await user.click(undo);
    await waitFor(() => expect(background.view().call?.noteId).toBe(call.noteId));
    await waitFor(() => expect(step('During')).toBeChecked());
    expect(intents()).toEqual(before);
  });

  it('and the prompts stay where they are while the rep types', async () => {
    const { user } = showSidebar(inCall());
    await screen.findByText('Say first');
    const before = intents();
    await user.type(screen.getByRole('textbox', { name: 'Summary' }), 'Angry about the bill, wants to leave');
    expect(intents()).toEqual(before);
    expect(step('Start')).toBeChecked();
  });
});

describe('which prompts', () => {
  it('a call that goes out opens with who calls and for whom, then with why', async () => {
    const background = inCall({ direction: 'outreach' }, 'unverified');
    const { user } = showSidebar(background);
    await screen.findByText('Say first');
    expect(idsShown()).toEqual(['outreach-who-and-for-whom', 'outreach-is-now-good']);
    await user.click(screen.getByRole('button', { name: 'Verified' }));
    expect(idsShown()[0]).toBe('outreach-why-at-once');
  });

  it('say back what the customer told us once the caller is verified, and greet no more', async () => {
    const { user } = showSidebar(createFakeBackground({ page: makePage() }, own));
    await screen.findByText('Say first');
    expect(idsShown()).toEqual(['warm-first-words', 'say-why-you-ask']);
    await user.click(screen.getByRole('button', { name: 'Verified' }));
    await waitFor(() => expect(idsShown()).toEqual(['own-the-broken-promise', 'say-back-what-we-know']));
  });

  it('ask somebody of whom nothing is known from the start', async () => {
    const { user } = showSidebar(createFakeBackground({ page: makePage({ card: null }) }, own));
    await user.click(await screen.findByRole('button', { name: 'Verified' }));
    await waitFor(() => expect(idsShown()[0]).toBe('let-them-finish'));
  });

  describe('beneath what a colleague hands over', () => {
    const beneath = ['handed-over-say-it-back', 'handed-over-what-has-changed'];
    const handsOver = (part: Partial<ShownHandover> = {}) => ({
      ...own,
      'handover.list': () => ({ handovers: [makeHandover(part)] }),
    });

    it('ask who it is, then say back what was told', async () => {
      const { user } = showSidebar(createFakeBackground({ page: makePage() }, handsOver({ onLine: true })));
      await waitFor(() => expect(idsShown()).toEqual(['handed-over-who-is-it', 'say-why-you-ask']));
      await user.click(screen.getByRole('button', { name: 'Verified' }));
      await waitFor(() => expect(idsShown()).toEqual(beneath));
    });

    it('don’t jump while that is asked for anew, and its words are closed until it is there', async () => {
      let answer: (found: RpcOutput<'handover.list'>) => void = () => undefined;
      const found = new Promise<RpcOutput<'handover.list'>>((resolve) => {
        answer = resolve;
      });
      const live = { handovers: [makeHandover({ onLine: true })] };
      const list: Answers['handover.list'] = ({ caller }) => (caller === 'customer' ? found : live);
      const { user } = showSidebar(
        createFakeBackground({ page: makePage() }, { ...own, 'handover.list': list }),
      );
      const ask = 'Please check whether the refund went out';
      await screen.findByText(ask);
      await user.click(screen.getByRole('button', { name: 'Verified' }));
      await waitFor(() => expect(idsShown()).toEqual(beneath));
      expect(screen.getByRole('region', { name: 'Ana Sousa hands over' })).toBeInTheDocument();
      expect(screen.queryByText(ask)).toBeNull();
      answer(live);
      await screen.findByText(ask);
      expect(idsShown()).toEqual(beneath);
    });

    it('are the same once it was taken over', async () => {
      showSidebar(inCall({ begunBy: 'Ana Sousa' }));
      await screen.findByText('Say first');
      expect(idsShown()).toEqual(beneath);
    });

    it('ask who it is once it was taken over and nobody is verified, whatever the colleague had tapped', async () => {
      const content = makeContent({ emotion: 'angry', reasons: ['billed-twice'], summary: 'Billed twice' });
      const background = createFakeBackground({ page: makePage() }, own);
      showSidebar(background);
      await waitFor(() => expect(idsShown()[0]).toBe('warm-first-words'));
      act(() => background.set({ call: makeCall({ begunBy: 'Ana Sousa', content, rev: 3 }) }));
      await waitFor(() => expect(idsShown()[0]).toBe('handed-over-who-is-it'));
    });

    it('are those of any call where the rep is the one who hands over', async () => {
      const mine = handsOver({ mine: true });
      showSidebar(createFakeBackground({ page: makePage() }, mine));
      await screen.findByRole('region', { name: /^You hand this over/ });
      expect(idsShown()[0]).toBe('warm-first-words');
    });

    it('are never those of the customer before', async () => {
      const list: Answers['handover.list'] = () => ({ handovers: [makeHandover({ onLine: true })] });
      let answers = list;
      const background = createFakeBackground(
        { page: makePage() },
        { ...own, 'handover.list': (input) => answers(input) },
      );
      showSidebar(background);
      await screen.findByRole('region', { name: 'Ana Sousa hands over' });
      answers = () => new Promise(() => undefined);
      act(() => background.set({ page: jurgen() }));
      await screen.findAllByText('Jürgen Hoffmann-Weißenfels');
      expect(screen.queryByRole('region', { name: 'Ana Sousa hands over' })).toBeNull();
      await waitFor(() => expect(idsShown()[0]).toBe('warm-first-words'));
    });
  });

  it('say where they come from when they are opened, and not before', async () => {
    const { user } = showSidebar(inCall({}, 'unverified'));
    const example = await screen.findByRole('button', { name: /What can I do for you/ });
    expect(screen.queryByText(sourceText('X3'))).toBeNull();
    await user.click(example);
    expect(screen.getByText(sourceText('X3'))).toBeInTheDocument();
  });

  it('wait until it is known what was shown before, so that nothing jumps', async () => {
    let answer: (known: RpcOutput<'prompts.recall'>) => void = () => undefined;
    const recall = new Promise<RpcOutput<'prompts.recall'>>((resolve) => {
      answer = resolve;
    });
    const background = createFakeBackground({ call: makeCall() }, { ...own, 'prompts.recall': () => recall });
    showSidebar(background);
    await screen.findByRole('textbox', { name: 'Summary' });
    expect(intents()).toEqual([]);
    answer({ memory: { ...nothingShown, resting: ['warm-first-words'] }, byHand: null });
    await waitFor(() => expect(intents()).toHaveLength(2));
    expect(idsShown()).not.toContain('warm-first-words');
  });

  it('come all the same where nobody remembers', async () => {
    const recall = async () => {
      throw new AppError('storage-failed');
    };
    showSidebar(createFakeBackground({ call: makeCall() }, { ...own, 'prompts.recall': recall }));
    await screen.findByText('Warm first words and your own name; then let them finish');
  });

  it('rest when waved away, for that call and the next', async () => {
    const background = createFakeBackground({ page: makePage() }, own);
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: /^Dismiss: Warm first words/ }));
    await user.type(screen.getByRole('textbox', { name: 'Summary' }), 'Rang about the bill');
    await user.click(screen.getByRole('button', { name: /^Wrap up/ }));
    await waitFor(() => expect(background.view().call).toBeNull());
    await screen.findByText('Say first');
    await waitFor(() => expect(intents()).toHaveLength(2));
    expect(idsShown()).not.toContain('warm-first-words');
    expect(screen.queryByText(/dismissed/)).toBeNull();
  });
});

describe('what the background hears of them', () => {
  it('is what stands there and what would have fitted, with the playbook’s version, once for each situation', async () => {
    const background = inCall();
    const { user } = showSidebar(background);
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), 'Nobody came');
    await waitFor(() => expect(background.inputsOf('prompts.shown').length).toBeGreaterThan(0));
    const [first, ...more] = background.inputsOf('prompts.shown');
    expect(first).toMatchObject({
      about: 'card 202',
      seen: { playbookVersion: playbook.version, prompts: { shown: idsShown() } },
    });
    expect(first?.seen.prompts.eligible.length).toBeGreaterThan(2);
    expect(first?.seen.offers.shown).toContain('named-callback');
    expect(more).toEqual([]);
  });

  it('is nothing of an offer before the caller is verified', async () => {
    const background = inCall({}, 'unverified');
    showSidebar(background);
    await waitFor(() => expect(background.inputsOf('prompts.shown').length).toBeGreaterThan(0));
    for (const { seen } of background.inputsOf('prompts.shown')) expect(seen.offers.shown).toEqual([]);
  });
});

import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Caller, NoteContent } from '@/lib/domain/note';
import type { CallSlot } from '@/lib/messaging/sidebar-view';
import { setLanguage } from '@/lib/platform/language';
import { defaultPlaybook } from '@/server/seed/seed-playbook';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeDetail, makeOrganisation } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const playbook = defaultPlaybook('EUR');
const organisation = () => ({ ...makeOrganisation(), playbook });
const own = { 'organisation.get': organisation };

const heard = (word: string) => screen.findByRole('radio', { name: word });

const inCall = (part: Partial<CallSlot> = {}, caller: Caller = 'customer') => {
  const call = makeCall({ content: makeContent({ caller }), ...part });
  return createFakeBackground({ call }, own);
};

describe('an example', () => {
  const example = (id: string) =>
    screen
      .getByText(playbook.prompts.find((p) => p.id === id)?.intent ?? '')
      .closest('.prompt')
      ?.querySelector('.prompt-example');
  const gaps = (id: string) =>
    [...(example(id)?.querySelectorAll('.prompt-gap') ?? [])].map((g) => g.textContent);

  it('has the rep’s own first name, and none of anybody else’s', async () => {
    showSidebar(inCall({}, 'unverified'));
    await screen.findByText('Say first');
    expect(example('warm-first-words')).toHaveTextContent('“Hello, this is Rosa. What can I do for you?”');
  });

  it('speaks Spanish between its own quotation marks, and says the day as one speaks', async () => {
    const background = inCall();
    await background.host.call('look.setLanguage', { language: 'es' });
    showSidebar(background);
    const said = '«Le dijimos: Refund of €18, como muy tarde el martes 17 de noviembre. No está hecho.';
    const quoted = () => document.querySelector('.prompt-example')?.textContent;
    await waitFor(() => expect(quoted()).toContain(said));
    expect(quoted()).toMatch(/»$/);
    setLanguage('en');
  });

  it('shows a gap, and no braces, where a newer playbook names what Heed doesn’t know', async () => {
    const [first] = playbook.prompts.filter((p) => p.id === 'own-the-broken-promise');
    const newer = { ...playbook, prompts: first ? [{ ...first, example: 'It comes {someday}.' }] : [] };
    const background = createFakeBackground(
      { call: makeCall({ content: makeContent({ caller: 'customer' }) }) },
      { 'organisation.get': () => ({ ...makeOrganisation(), playbook: newer }) },
    );
    showSidebar(background);
    await screen.findByText('Say first');
    expect(gaps('own-the-broken-promise')).toEqual(['…fill in…blank: fill in']);
    expect(document.body).not.toHaveTextContent('{');
  });

  it('shows a gap, which is read out as one, where Heed doesn’t know', async () => {
    const { user } = showSidebar(inCall());
    await user.click(await heard('Disappointed'));
    expect(gaps('disappointed-what-they-expected')).toEqual(['…what…blank: what']);
    expect(
      screen.getByRole('button', { name: /^“You had counted on blank: what. What did it spoil/ }),
    ).toBeInTheDocument();
  });

  it('tells a verified caller which promise was broken, and for when', async () => {
    showSidebar(inCall());
    await screen.findByText('Say first');
    await waitFor(() =>
      expect(example('own-the-broken-promise')).toHaveTextContent(
        'We said: Refund of €18, by Tuesday the 17th of November.',
      ),
    );
    expect(example('own-the-broken-promise')?.querySelector('.sensitive')).not.toBeNull();
  });

  it('tells which new day a broken promise has, and no more that nothing came of it', async () => {
    const detail = makeDetail();
    const anew = {
      what: 'Refund of €18, and a call',
      dueOn: '2026-12-01',
      by: 'Ines',
      state: 'due' as const,
    };
    const promises = [...detail.promises, anew];
    const ready = { state: 'ready' as const, detail: { ...detail, promises }, asOf: null };
    const call = makeCall({ content: makeContent({ caller: 'customer' }) });
    showSidebar(createFakeBackground({ call }, { ...own, 'customer.detail': () => ready }));
    await waitFor(() =>
      expect(example('stand-by-the-new-day')).toHaveTextContent(
        'We were late with this: Refund of €18. It is promised by Tuesday the 1st of December now',
      ),
    );
    expect(document.body).not.toHaveTextContent('It isn’t done');
  });

  it('says of no notes that they were read where they aren’t on this computer', async () => {
    const prompts = playbook.prompts.filter((p) => p.id === 'spare-them-the-story');
    const alone = { 'organisation.get': () => ({ ...organisation(), playbook: { ...playbook, prompts } }) };
    const call = makeCall({ content: makeContent({ caller: 'customer' }) });
    const { unmount } = showSidebar(createFakeBackground({ call }, alone));
    await waitFor(() => expect(example('spare-them-the-story')).toHaveTextContent('I’ve read the notes'));
    unmount();
    const offline = { ...alone, 'customer.detail': () => ({ state: 'offline' as const }) };
    showSidebar(createFakeBackground({ call }, offline));
    await screen.findByText(/aren’t on this computer/);
    expect(document.body).not.toHaveTextContent('I’ve read the notes');
  });

  it('names the customer only once the caller is verified', async () => {
    const { user } = showSidebar(inCall({ direction: 'outreach' }, 'unverified'));
    await screen.findByText('Say first');
    expect(gaps('outreach-who-and-for-whom')).toEqual(['…the customer’s name…blank: the customer’s name']);
    expect(example('outreach-who-and-for-whom')).not.toHaveTextContent('Marta');
    await user.click(screen.getByRole('button', { name: 'Verified' }));
    expect(document.querySelector('.prompts')).not.toHaveTextContent('May I speak');
  });

  it.each([
    ['has the name of a verified customer', 'Marta Kowalczyk', '“Good to hear you, Marta Kowalczyk.”'],
    ['has a gap where a number stands for it', '#202', '“Good to hear you, …the customer’s name…'],
  ])('%s', async (_, name, words) => {
    const id = 'own-the-broken-promise';
    const prompts = playbook.prompts.filter((p) => p.id === id);
    const greeting = prompts.map((p) => ({ ...p, example: 'Good to hear you, {customer}.' }));
    const alone = { ...organisation(), playbook: { ...playbook, prompts: greeting } };
    const call = makeCall({ name, content: makeContent({ caller: 'customer' }) });
    showSidebar(createFakeBackground({ call }, { 'organisation.get': () => alone }));
    await screen.findByText('Say first');
    expect(example(id)).toHaveTextContent(words);
  });

  it('has the promise of the note as it is made, and gaps before that', async () => {
    const id = 'one-thing-one-day-one-name';
    const alone = {
      ...organisation(),
      playbook: { ...playbook, prompts: playbook.prompts.filter((p) => p.id === id) },
    };
    const shows = (content: NoteContent) =>
      showSidebar(createFakeBackground({ call: makeCall({ content }) }, { 'organisation.get': () => alone }));
    const promise = { what: 'Refund of €40', dueOn: '2026-11-23', by: 'Ines Duarte' };
    const content = makeContent({ caller: 'customer', outcome: 'resolved' });
    const { unmount } = shows(content);
    await screen.findByText('Before you go');
    expect(gaps(id)).toHaveLength(2);
    unmount();
    shows({ ...content, promise });
    await screen.findByText('Before you go');
    expect(example(id)).toHaveTextContent('“I’m the one who does this: Refund of €40, by tomorrow.”');
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeDetail, makeOffer, makeOrganisation } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const APPROVAL = '019ab000-0000-7000-8000-0000000000d1';
/** Given with an approval's id: by a yes, or, approved beforehand, since nobody answered. */
const approved = { reference: 'R-77', approvalId: APPROVAL };
const call = makeCall({ content: makeContent({ caller: 'customer' }) });

function manyThings(offer: Parameters<typeof makeOffer>[0] = approved) {
  const detail = makeDetail();
  const [late, early] = detail.notes;
  if (!late || !early) throw new Error('two notes are what this is about');
  const promise = { what: 'Refund of €18', dueOn: '2026-11-17', by: 'Tom Okafor' };
  return {
    ...detail,
    notes: [
      { ...late, content: { ...late.content, promise } },
      {
        ...early,
        content: { ...early.content, offers: [makeOffer(offer)] },
      },
    ],
  };
}

/** The history, open; `shown` is what each of its entries says. */
async function openHistory(detail = manyThings(), fallback = '') {
  const organisation = makeOrganisation();
  const actions = organisation.playbook.actions.map((a) => ({ ...a, fallback: a.code === fallback }));
  const playbook = { ...organisation.playbook, actions };
  const background = createFakeBackground(
    { call },
    {
      'customer.detail': () => ({ state: 'ready', detail, asOf: null }),
      'organisation.get': () => ({ ...organisation, playbook }),
    },
  );
  const { user, container } = showSidebar(background);
  await user.click(await screen.findByRole('button', { name: /^(Earlier notes|Answers)/ }));
  const shown = () => [...container.querySelectorAll('.history-entry')].map((li) => li.textContent ?? '');
  return { user, shown };
}

describe('the customer’s history', () => {
  it('tells calls and answers, newest first', async () => {
    const { shown } = await openHistory();
    expect(shown()).toEqual([
      expect.stringContaining('Tom Okafor'),
      expect.stringContaining('4 of 10'),
      expect.stringContaining('Ines Duarte'),
    ]);
  });

  it.each([
    [
      'by name, where the reader may know it',
      ['Vera Holm', ''],
      'moved from Vera Holm · moved from another customer',
    ],
    ['and by no number else', [], 'moved from another customer'],
  ])('says that a note was moved here: %s', async (_, movedFromNames, says) => {
    const detail = manyThings();
    const notes = detail.notes.map((note) => ({ ...note, movedFrom: [211, 212], movedFromNames }));
    const { shown } = await openHistory({ ...detail, notes });
    expect(shown()[0]).toContain(says);
    expect(shown().join()).not.toMatch(/#21|customer · moved from another/);
  });

  it('comes into sight when it is unfolded', async () => {
    const brought = vi.fn();
    Object.assign(Element.prototype, { scrollIntoView: brought });
    onTestFinished(() => void Reflect.deleteProperty(Element.prototype, 'scrollIntoView'));
    await openHistory();
    await waitFor(() =>
      expect(brought.mock.contexts.map((at) => (at as Element).className)).toContain('fold'),
    );
  });

  it.each([
    ['a supervisor approved', approved, '', / · approved by a supervisor$/],
    ['nobody had to approve', { reference: 'R-77' }, '', /R-77$/],
    ['nobody approved in time', approved, 'refund-charge', /R-77$/],
  ])(
    'tells the sum of an offer that %s, and an approval only where there was one',
    async (_, offer, fallback, end) => {
      const { shown } = await openHistory(manyThings(offer), fallback);
      expect(shown().at(-1)).toMatch(/Refund the wrong charge €18.*R-77/);
      expect(shown().at(-1)).toMatch(end);
    },
  );

  it('says who approved an offer, where the store does', async () => {
    const things = manyThings();
    const notes = things.notes.map((note) => ({
      ...note,
      approvedBy: Object.fromEntries(note.content.offers.map(({ id }) => [id, 'Sunita Sharma'])),
    }));
    const { shown } = await openHistory({ ...things, notes });
    expect(shown().at(-1)).toMatch(/R-77 · approved by Sunita Sharma$/);
  });

  it.each([
    ['Calls', ['Tom Okafor', 'Ines Duarte']],
    ['Answers', ['4 of 10']],
    ['Promises', ['Tom Okafor']],
    ['Offers', ['Ines Duarte']],
  ])('shows %s alone on one tap, and all on another', async (kind, expected) => {
    const { user, shown } = await openHistory();
    await user.click(screen.getByRole('radio', { name: kind }));
    expect(shown()).toEqual(expected.map((text) => expect.stringContaining(text)));
    expect(screen.getByText(`${expected.length} of 3 entries`)).toHaveAttribute('role', 'status');
    await user.click(screen.getByRole('radio', { name: kind }));
    expect(shown()).toHaveLength(3);
  });

  it.each([
    ['OCTOBER asked', ['Ines Duarte']],
    ['nobody rang', ['4 of 10']],
    ['r-77', ['Ines Duarte']],
    ['okafor', ['Tom Okafor']],
  ])('finds “%s”', async (typed, expected) => {
    const { user, shown } = await openHistory();
    await user.type(screen.getByRole('searchbox', { name: 'Search what was said' }), typed);
    expect(shown()).toEqual(expected.map((text) => expect.stringContaining(text)));
  });

  it('says so where nothing is like that, and shows all again when the words are gone', async () => {
    const { user, shown } = await openHistory();
    const field = screen.getByRole('searchbox', { name: 'Search what was said' });
    await user.type(field, 'router');
    expect(screen.getByText('Nothing like that here.')).toBeVisible();
    await user.clear(field);
    expect(shown()).toHaveLength(3);
  });

  it('asks for no filter where there is one thing alone', async () => {
    await openHistory(makeDetail({ notes: [] }));
    const region = within(document.body);
    expect(region.getByText('4 of 10')).toBeVisible();
    expect(region.queryByRole('searchbox', { name: 'Search what was said' })).toBeNull();
  });
});

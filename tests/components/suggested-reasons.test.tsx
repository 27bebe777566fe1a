import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeOrganisation, makeView } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const reason = (code: string, label: string) => ({ code, category: 'Billing', label, contactReason: true });
const reasons = [reason('billed-twice', 'Billed twice'), reason('refund-missing', 'Refund not arrived')];
const suggested = [
  { code: 'billed-twice', because: ['charged', 'twice'] },
  { code: 'refund-missing', because: [] },
];
const summary = () => screen.findByRole('textbox', { name: 'Summary' });

function withSuggestions() {
  const background = createFakeBackground(
    {},
    {
      'organisation.get': () => ({ ...makeOrganisation(), reasons }),
      'reasons.suggest': ({ text }) => ({ reasons: text.includes('charged') ? suggested : [] }),
    },
  );
  return { background, ...showSidebar(background) };
}

describe('reasons that the note’s words speak for', () => {
  it('stand under the note once the rep pauses, with the words that spoke for them', async () => {
    const { user, background } = withSuggestions();
    await user.type(await summary(), 'They charged me twice');
    expect(await screen.findByText('because of “charged” and “twice”')).toBeInTheDocument();
    const { noteId } = background.inputsOf('draft.write')[0] ?? {};
    expect(background.inputsOf('reasons.suggest')).toEqual([{ noteId, text: 'They charged me twice' }]);
  });

  it('are in the note with one tap, and stand there no more', async () => {
    const { user, background } = withSuggestions();
    await user.type(await summary(), 'They charged me twice');
    await user.click(await screen.findByRole('button', { name: 'Unhappy with: Billed twice' }));
    await waitFor(() => expect(background.view().call?.content.reasons).toEqual(['billed-twice']));
    expect(screen.queryByRole('button', { name: 'Unhappy with: Billed twice' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Unhappy with: Refund not arrived' })).toBeInTheDocument();
  });

  it('are nothing at all where no word speaks for any', async () => {
    const { user, background } = withSuggestions();
    await user.type(await summary(), 'Hello');
    await waitFor(() => expect(background.inputsOf('reasons.suggest')).toHaveLength(1));
    expect(screen.queryByText('From your words:')).toBeNull();
  });

  it('are not asked for of words that Heed put together at wrap-up, whoever has forgotten that since', async () => {
    const tapped = { contactReason: 'billed-twice', outcome: 'resolved' } as const;
    const content = makeContent({ caller: 'customer', ...tapped });
    const background = createFakeBackground({ call: makeCall({ content, rev: 5 }) });
    const { user, unmount } = showSidebar(background);
    await screen.findAllByText('Billed twice or wrongly');
    await user.click(await screen.findByRole('button', { name: /^Wrap up/ }));
    await waitFor(async () => expect(await summary()).not.toHaveValue(''));
    await waitFor(() => expect(background.inputsOf('draft.write')).not.toEqual([]));
    await user.type(await summary(), ' ');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    unmount();
    const { summary: written = '' } = background.inputsOf('draft.write')[0]?.content ?? {};
    const left = createFakeBackground({
      call: makeCall({ content: { ...content, summary: written }, rev: 5 }),
    });
    showSidebar(left);
    await waitFor(async () => expect(await summary()).toHaveValue(written));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect([background, left].flatMap((each) => each.inputsOf('reasons.suggest'))).toEqual([]);
  });

  it('are not asked for in an edit of a note that was saved', async () => {
    const content = makeContent({ summary: 'They charged me twice' });
    const background = createFakeBackground();
    background.set({ ...makeView(), call: makeCall({ content, editing: { original: content } }) });
    const { user } = showSidebar(background);
    await user.type(await summary(), '.');
    await waitFor(() => expect(background.inputsOf('draft.write')).not.toEqual([]));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(background.inputsOf('reasons.suggest')).toEqual([]);
  });
});

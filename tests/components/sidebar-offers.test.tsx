import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Sight, VisibleGuard } from '@/lib/ui/visible-guard';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeCard, makeContent, makeOffer } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const verified = (part = {}) => makeCall({ content: makeContent({ caller: 'customer', ...part }), rev: 1 });
const panel = () => screen.findByRole('region', { name: 'You may offer' });
const guardThatSees = (sight: Sight): VisibleGuard => ({
  watch: () => () => undefined,
  sight: () => sight,
  elsewhere: sight === 'elsewhere',
});

describe('an offer', () => {
  it('goes from offered to accepted to done with a reference', async () => {
    const background = createFakeBackground({ call: verified() });
    const { user } = showSidebar(background);
    const offers = () => background.view().call?.content.offers ?? [];
    await user.click(await screen.findByRole('button', { name: /Refund the wrong charge/ }));
    await waitFor(() =>
      expect(offers()).toMatchObject([{ actionCode: 'refund-charge', amountMinor: 1800, state: 'offered' }]),
    );
    expect(await panel()).toHaveTextContent('€32 of €50 left');
    await user.click(screen.getByRole('button', { name: 'Accepted' }));
    await waitFor(() => expect(offers()[0]?.state).toBe('accepted'));
    expect(screen.getByRole('button', { name: 'Done' })).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: 'Reference' }), 'BL-20931');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(offers()[0]).toMatchObject({ state: 'done', reference: 'BL-20931' }));
    expect(await panel()).toHaveTextContent('done, ref. BL-20931');
  });

  it('becomes a task with an owner when it isn’t done in the call', async () => {
    const call = verified({ offers: [makeOffer({ state: 'accepted' })] });
    const background = createFakeBackground({ call });
    const { user } = showSidebar(background);
    await user.click(await screen.findByRole('button', { name: 'Give to…' }));
    await user.type(screen.getByRole('textbox', { name: 'Who does it?' }), 'Billing team');
    await user.click(screen.getByRole('button', { name: 'Give' }));
    expect(await panel()).toHaveTextContent('accepted, Billing team does it');
    await waitFor(() =>
      expect(background.view().call?.content.offers[0]).toMatchObject({
        state: 'accepted',
        taskOwner: 'Billing team',
      }),
    );
  });

  it('can be declined, which gives its money back', async () => {
    const { user } = showSidebar(createFakeBackground({ call: verified({ offers: [makeOffer()] }) }));
    await user.click(await screen.findByRole('button', { name: 'Declined' }));
    expect(await panel()).toHaveTextContent('up to €50');
    expect(await panel()).toHaveTextContent('declined');
  });

  it('can be taken back step by step', async () => {
    const call = verified({ offers: [makeOffer({ state: 'accepted' })] });
    const background = createFakeBackground({ call });
    const { user } = showSidebar(background);
    const back = () => screen.findByRole('button', { name: /^Undo last step/ });
    await user.click(await back());
    expect(screen.getByRole('button', { name: 'Accepted' })).toBeInTheDocument();
    await user.click(await back());
    await waitFor(() => expect(background.view().call?.content.offers).toEqual([]));
  });
});

describe('what may be offered', () => {
  it('shows three at first, and the rest on request', async () => {
    const { user } = showSidebar(createFakeBackground({ call: verified() }));
    const buttons = async () => within(await panel()).getAllByRole('button').length;
    await panel();
    // With the one that asks a supervisor for more.
    expect(await buttons()).toBe(5);
    await user.click(screen.getByRole('button', { name: 'More…' }));
    expect(await buttons()).toBe(7);
  });

  it('holds nothing over what is left without leave', async () => {
    showSidebar(createFakeBackground({ call: verified({ offers: [makeOffer({ amountMinor: 4900 })] }) }));
    expect(await panel()).toHaveTextContent('€1 of €50 left');
    expect(screen.getByRole('button', { name: /Credit the days lost/ })).toHaveTextContent('needs approval');
    expect(screen.getByRole('button', { name: 'Check the last three bills' })).toBeInTheDocument();
  });

  it('holds no offer made to keep a customer with a complaint open', async () => {
    const card = makeCard({ complaintOpen: true });
    const { user } = showSidebar(
      createFakeBackground({ call: makeCall({ card, content: makeContent({ caller: 'customer' }) }) }),
    );
    await panel();
    const more = screen.queryByRole('button', { name: 'More…' });
    if (more) await user.click(more);
    expect(screen.queryByRole('button', { name: /Old price/ })).toBeNull();
  });
});

describe('a click that something may lie over', () => {
  it('records nothing, and says why', async () => {
    const background = createFakeBackground({ call: verified() });
    const { user } = showSidebar(background, { guard: guardThatSees('covered') });
    await user.click(await screen.findByRole('button', { name: /Refund the wrong charge/ }));
    expect(await screen.findByText(/Nothing was recorded/)).toBeInTheDocument();
    expect(background.inputsOf('draft.write')).toEqual([]);
  });

  it('counts by keyboard where it doesn’t by pointer: a page can move us, but press no key', async () => {
    const background = createFakeBackground({ call: verified() });
    const guard: VisibleGuard = {
      ...guardThatSees('covered'),
      sight: (_, by) => (by === 'keys' ? 'clear' : 'covered'),
    };
    const { user } = showSidebar(background, { guard });
    const offer = await screen.findByRole('button', { name: /Refund the wrong charge/ });
    await user.pointer([{ keys: '[MouseLeft]', target: offer }]);
    expect(background.inputsOf('draft.write')).toEqual([]);
    offer.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(background.inputsOf('draft.write')).toHaveLength(1));
  });

  it('records no answer either', async () => {
    const background = createFakeBackground({ call: verified({ offers: [makeOffer()] }) });
    const { user } = showSidebar(background, { guard: guardThatSees('covered') });
    await user.click(await screen.findByRole('button', { name: 'Accepted' }));
    expect(background.inputsOf('draft.write')).toEqual([]);
  });

  it('is sent to the browser’s own sidebar where this browser can’t tell', async () => {
    const background = createFakeBackground({ call: verified() });
    const openPanel = vi.fn();
    background.host.openPanel = openPanel;
    const { user } = showSidebar(background, { guard: guardThatSees('elsewhere') });
    await panel();
    expect(screen.queryByRole('button', { name: /Refund/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Open it there' }));
    expect(openPanel).toHaveBeenCalledOnce();
  });
});

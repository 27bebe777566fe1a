import { act, screen } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeApproval, makeAsked } from './support/make-approval';
import { makeOffer } from './support/make-view';
import { noteWorld } from './support/note-world';

const verified = { caller: 'customer' as const };
const promise = (what: string, dueOn = '2026-11-24') => ({ promise: { what, dueOn, by: 'Rosa Lind' } });

describe('what stands against a promise', () => {
  it('has what is over the limit asked for with its sum and its words, where the caller is verified', async () => {
    const { user } = noteWorld({ content: { ...verified, ...promise('Refund €80 by post') } });
    await screen.findByText('€80 is more than the €50 you may give in one call.');
    const ask = await screen.findByRole('button', { name: 'Ask for approval…' });
    act(() => ask.focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('textbox', { name: 'Amount' })).toHaveValue('80');
    expect(screen.getByRole('textbox', { name: 'Why, in one line' })).toHaveValue('Refund €80 by post');
    expect(screen.getByRole('combobox', { name: 'What' })).toHaveFocus();
  });

  it('is brought into sight while the promise is written, and leaves alone who reads elsewhere', async () => {
    const brought = vi.fn();
    Object.assign(Element.prototype, { scrollIntoView: brought });
    onTestFinished(() => void Reflect.deleteProperty(Element.prototype, 'scrollIntoView'));
    const { user } = noteWorld({ content: promise('Ring back', '2026-11-28') });
    await screen.findByText('Nobody works on Sat 28 Nov.');
    expect(brought).not.toHaveBeenCalled();
    await user.type(screen.getByRole('textbox', { name: 'Promise' }), ' and refund €80');
    await screen.findByText(/more than the €50/);
    expect(brought.mock.contexts.map((at) => (at as Element).className)).toContain('warnings');
    expect(brought).toHaveBeenCalledWith({ block: 'nearest' });
  });

  const ask = 'Ask for approval before you promise it.';
  it.each([
    ['it waits', 'waiting', 8000, /^€80 is more than .* Waiting for an answer\.$/],
    ['it waits for less', 'waiting', 7999, /^€80 is more than .* Ask for approval before you promise it\.$/],
    ['it is granted', 'granted', 8000, /^Granted: tap Offer first\.$/],
    ['less is granted', 'granted', 7999, /^€80 is more than .* Ask for approval before you promise it\.$/],
    [
      'it is refused',
      'refused',
      8000,
      /^€80 is more than .* Refused by Sunita Sharma, at \d\d:\d\d\. Promise less, offer what you may give yourself, or promise a call back\.$/,
    ],
    ['less is refused', 'refused', 7999, /^€80 is more than .* Refused by Sunita Sharma, at/],
    ['more is refused', 'refused', 8001, /^€80 is more than .* Ask for approval before you promise it\.$/],
  ] as const)('says where the question stands: %s', async (_, state, amountMinor, words) => {
    const by = { answeredBy: 'Sunita Sharma', answeredAt: '2026-11-22T13:05:10.000Z' };
    const asked = makeAsked(makeApproval({ state, amountMinor, actionCode: 'refund-charge', ...by }));
    noteWorld(
      { content: { ...verified, ...promise('Refund €80 by post') } },
      { 'approval.state': () => ({ asked }) },
    );
    await screen.findByRole('region', { name: 'Approval' });
    const warnings = await screen.findByRole('region', { name: 'Before you promise' });
    const said = [...warnings.querySelectorAll('p')].map((p) => p.textContent ?? '');
    expect(said[0]).toMatch(words);
  });

  it('says nothing more of a sum that was granted and offered, and lets the rep ask for another', async () => {
    const asked = makeAsked(makeApproval({ state: 'granted', amountMinor: 8000 }));
    const offers = [makeOffer({ amountMinor: 8000, approvalId: asked.approvalId, state: 'accepted' })];
    const { user } = noteWorld(
      { content: { ...verified, ...promise('Refund €80'), offers } },
      { 'approval.state': () => ({ asked }) },
    );
    const field = await screen.findByRole('textbox', { name: 'Promise' });
    await screen.findByText(/Refund of €18, promised for/);
    expect(document.body).not.toHaveTextContent(/more than the €50|Granted: tap/);
    await user.type(field, ' and €90');
    expect(await screen.findByRole('button', { name: 'Ask for approval…' })).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent(ask);
  });
});

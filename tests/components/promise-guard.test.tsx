import { act, screen } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
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
});

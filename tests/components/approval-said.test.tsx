import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { show, type World } from './support/approvals-world';

const item = () => screen.findByRole('listitem', { name: /asks/ });
/** What has only just come takes no answer. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 800));

describe('what is told of an answer', () => {
  const granted = /^You granted/;
  const grant = async (world: World = {}) => {
    const { user } = show(world);
    await item();
    await settled();
    await user.click(screen.getByRole('button', { name: /^Grant/ }));
    return user;
  };

  it('goes when it has been read', async () => {
    const user = await grant();
    expect(await screen.findByText(granted)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'I have read this' }));
    await waitFor(() => expect(screen.queryByText(granted)).toBeNull());
    expect(screen.queryByRole('button', { name: 'I have read this' })).toBeNull();
  });

  it.each<[string, World, RegExp, boolean]>([
    ['goes by itself where the answer counted', {}, granted, true],
    ['stays where it wasn’t sent', { answered: 'offline' }, /wasn’t sent/, false],
  ])('%s', async (_, world, words, goes) => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => timers.mockRestore());
    await grant(world);
    expect(await screen.findByText(words)).toBeInTheDocument();
    const over = timers.mock.calls.filter(([, after]) => after === 15_000).at(-1)?.[0];
    expect(over !== undefined).toBe(goes);
    act(() => over?.());
    if (goes) await waitFor(() => expect(screen.queryByText(words)).toBeNull());
    expect(screen.queryByText(words) === null).toBe(goes);
  });
});

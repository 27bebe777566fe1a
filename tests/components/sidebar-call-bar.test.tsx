import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '@/lib/protocol/roles';
import { createFakeBackground } from './support/fake-background';
import { makeCall, makeContent, makeOrganisation, makePage } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const call = makeCall({ content: makeContent({ caller: 'customer', summary: 'billed twice' }), rev: 5 });
const organisationOf = (role: Role) => () => {
  const organisation = makeOrganisation();
  return { ...organisation, user: { ...organisation.user, role } };
};
const barButton = () => screen.queryByRole('button', { name: 'Hand over H' });

/** The labels of everything in the sidebar's menu. */
async function menuOf(role: Role): Promise<(string | null)[]> {
  const background = createFakeBackground({ call }, { 'organisation.get': organisationOf(role) });
  const { user } = showSidebar(background);
  await screen.findByRole('region', { name: 'Already told us' });
  await user.click(screen.getByRole('button', { name: 'More' }));
  return (await screen.findAllByRole('menuitem')).map((item) => item.textContent);
}

describe('the call’s own line', () => {
  it('hands the call over by one click', async () => {
    const { user } = showSidebar(createFakeBackground({ call }));
    await user.click(await screen.findByRole('button', { name: 'Hand over H' }));
    expect(await screen.findByRole('alertdialog', { name: 'Hand over: Marta Kowalczyk' })).toBeVisible();
  });

  it.each(['h', '{Alt>}h{/Alt}'])('and by its key, %s', async (keys) => {
    const { user } = showSidebar(createFakeBackground({ call }));
    await screen.findByRole('button', { name: 'Hand over H' });
    await user.keyboard(keys);
    expect(await screen.findByRole('alertdialog', { name: 'Hand over: Marta Kowalczyk' })).toBeVisible();
  });

  it('leaves the letter to whoever types it', async () => {
    const { user } = showSidebar(createFakeBackground({ call }));
    await user.type(await screen.findByRole('textbox', { name: 'Summary' }), 'h');
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('has nothing to hand over before there is a call', async () => {
    const { user } = showSidebar(createFakeBackground({ page: makePage() }));
    await screen.findByRole('button', { name: 'Start call' });
    expect(barButton()).toBeNull();
    await user.keyboard('h');
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});

describe('what is offered, by role', () => {
  it.each<[Role, handsOver: boolean, callsOut: boolean]>([
    ['rep', true, true],
    ['supervisor', true, true],
    ['executive', false, true],
    ['administrator', false, false],
  ])('%s: hand over %s, outreach %s', async (role, handsOver, callsOut) => {
    const labels = await menuOf(role);
    expect(labels.includes('Hand over…')).toBe(handsOver);
    expect(labels.includes('Outreach: who to call')).toBe(callsOut);
    expect(labels).toContain('Note a signal');
  });

  it('nothing is handed over by the key of whoever takes no calls', async () => {
    const background = createFakeBackground(
      { call },
      { 'organisation.get': organisationOf('administrator') },
    );
    const { user } = showSidebar(background);
    await screen.findByRole('region', { name: 'Already told us' });
    await user.keyboard('h');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(barButton()).toBeNull();
  });
});

describe('signed out', () => {
  it('says what else is still signed in', async () => {
    showSidebar(createFakeBackground({ account: { state: 'signed-out' }, page: { state: 'blank' } }));
    expect(await screen.findByText(/Signing out of Heed signs you out of nothing else/)).toBeInTheDocument();
  });

  it.each(['/', '!'])('%s says to sign in first, and opens nothing, then or afterwards', async (key) => {
    const background = createFakeBackground({ account: { state: 'signed-out' }, page: { state: 'blank' } });
    const { user } = showSidebar(background);
    const signIn = await screen.findByRole('button', { name: 'Sign in' });
    await user.keyboard(key);
    expect(await screen.findByText('Sign in first.')).toBeInTheDocument();
    expect(signIn).toHaveFocus();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    background.set({ account: { state: 'signed-in', id: 'u1', name: 'Rosa Lind' }, call });
    await screen.findByRole('textbox', { name: 'Summary' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.queryByRole('textbox', { name: /phone/i })).toBeNull();
  });
});

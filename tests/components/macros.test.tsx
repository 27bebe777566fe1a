import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '@/lib/platform/language';
import type { Role } from '@/lib/protocol/roles';
import { makeOffer, makeOrganisation } from './support/make-view';
import { showOffers as show } from './support/show-offers';

afterEach(() => setLanguage('en'));

const panel = () => screen.findByRole('region', { name: 'You may offer' });
const press = (name: string | RegExp) => screen.findByRole('button', { name });

describe('ready-made lines', () => {
  const line = { en: 'Went through it with {customer}. {promise}', es: 'Revisado con {customer}. {promise}' };
  const macros = [{ id: 'm', label: { en: 'Checked', es: 'Comprobado' }, text: line }];

  it('are added to what was typed, and taken out again', async () => {
    const { user, content } = show({ rules: { macros }, content: { summary: 'Billed twice.' } });
    await user.click(await press('Add to note: Checked'));
    const whole = 'Billed twice.\nWent through it with Marta Kowalczyk. {promise}';
    await waitFor(() => expect(content()?.summary).toBe(whole));
    await user.click(await press('Take out again: Checked'));
    await waitFor(() => expect(content()?.summary).toBe('Billed twice.'));
  });

  it('speak Heed’s language', async () => {
    const { user, content } = show({ rules: { macros }, language: 'es' });
    await user.click(await press('Añadir a la nota: Comprobado'));
    await waitFor(() => expect(content()?.summary).toBe('Revisado con Marta Kowalczyk. {promise}'));
  });

  it('of an offer say what was given', async () => {
    const macro = { en: 'Refunded {amount}, reference {reference}.', es: '' };
    const actions = makeOrganisation().playbook.actions.map((a) => ({ ...a, macro }));
    const offers = [makeOffer({ state: 'done', reference: 'R-1' })];
    const { user, content } = show({ rules: { actions }, content: { offers } });
    await user.click(await press('Add to note: Refund the wrong charge €18'));
    await waitFor(() => expect(content()?.summary).toBe('Refunded €18, reference R-1.'));
  });
});

describe('reps who wait', () => {
  it.each<[Role, boolean]>([
    ['supervisor', true],
    ['administrator', true],
    ['rep', false],
    ['executive', false],
  ])('are told of to a %s: %s', async (role, told) => {
    const { user, background } = show({ role, waiting: 2 });
    await panel();
    if (!told) return expect(screen.queryByText(/wait for your approval/)).toBeNull();
    expect(await screen.findByText('2 reps wait for your approval.')).toBeInTheDocument();
    await user.click(await press('Open'));
    expect(background.inputsOf('approvals.open')).toHaveLength(1);
  });
});

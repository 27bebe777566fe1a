import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { OptionsApp } from '@/entrypoints/options/app';
import { setLanguage } from '@/lib/platform/language';
import { keepKeyboardHere } from './support/keyboard-here';
import { settingsWorld } from './support/settings-world';

afterEach(() => setLanguage('en'));

/** Until nothing is left of what was painted before. */
const speaks = (name: string) =>
  waitFor(() => {
    expect(screen.getByRole('heading', { name })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Español' })).toBeChecked();
  });

describe('options in another language', () => {
  it('begin in the one that was chosen, with the keyboard where the browser had it', async () => {
    keepKeyboardHere();
    const { show, background } = settingsWorld();
    await background.host.call('look.setLanguage', { language: 'es' });
    show(OptionsApp);
    await speaks('Idioma');
    expect(document.body).toHaveFocus();
  });

  it('go on in it from where it was chosen', async () => {
    keepKeyboardHere();
    const { show } = settingsWorld();
    const user = show(OptionsApp);
    await user.click(await screen.findByRole('radio', { name: 'Español' }));
    await speaks('Idioma');
    expect(screen.queryByRole('heading', { name: 'Language' })).toBeNull();
    expect(screen.getByRole('radio', { name: 'Español' })).toHaveFocus();
  });
});

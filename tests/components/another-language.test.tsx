import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { OptionsApp } from '@/entrypoints/options/app';
import { setLanguage } from '@/lib/platform/language';
import { keepKeyboardHere } from './support/keyboard-here';
import { settingsWorld } from './support/settings-world';

afterEach(() => setLanguage('en'));

/** Until nothing is left of what was painted before. */
const speaks = (...headings: string[]) =>
  waitFor(() => {
    for (const name of headings) expect(screen.getByRole('heading', { name })).toBeInTheDocument();
  });

describe('options in another language', () => {
  it('begin in the one that was chosen, with the keyboard where the browser had it', async () => {
    keepKeyboardHere();
    const { show, background } = settingsWorld();
    await background.host.call('look.setLanguage', { language: 'es' });
    show(OptionsApp);
    await speaks('El servidor', 'Idioma');
    expect(document.body).toHaveFocus();
  });

  it('go on in it from where it was chosen', async () => {
    keepKeyboardHere();
    const { show } = settingsWorld();
    const user = show(OptionsApp);
    await speaks('The store', 'Language');
    await user.click(screen.getByRole('radio', { name: 'Español' }));
    await speaks('El servidor', 'Idioma');
    expect(screen.getByRole('radio', { name: 'Español' })).toHaveFocus();
  });
});

import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { setLanguage } from '@/lib/platform/language';
import { createFakeBackground } from './support/fake-background';
import { makeSync } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

afterEach(() => {
  // The sidebar is gone before its words change: nothing is painted in between.
  cleanup();
  setLanguage('en');
});

it.each<['en' | 'es', boolean, number | null, string]>([
  ['en', true, 17, 'getting customers: 312,000 of 1,000,000·23 of 75 MB·about 20 s left'],
  ['en', true, null, 'getting customers: 312,000 of 1,000,000·23 of 75 MB'],
  ['en', false, 17, '312,000 of 1,000,000 customers are here·23 of 75 MB'],
  ['es', true, 170, 'llegan los clientes: 312.000 de 1.000.000·23 de 75 MB·quedan unos 3 min'],
  ['es', false, null, 'están aquí 312.000 de 1.000.000 clientes·23 de 75 MB'],
])(
  'the last line says how far a first sync is (%s, store reached: %s, %s s left)',
  async (language, online, left, text) => {
    const coming = {
      ...{ customers: 312_000, totalCustomers: 1_000_000, bytes: 23_400_000, totalBytes: 75_000_000 },
      secondsLeft: left,
    };
    const background = createFakeBackground({ sync: makeSync({ online, coming }) });
    await background.host.call('look.setLanguage', { language });
    showSidebar(background);
    const line = await screen.findByRole('contentinfo');
    await waitFor(() => expect(line).toHaveTextContent(new RegExp(`·${text}(?!·)`)));
  },
);

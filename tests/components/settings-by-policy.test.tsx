import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OptionsApp } from '@/entrypoints/options/app';
import { settingsWorld as world } from './support/settings-world';

describe('options: what the organisation has set for this computer', () => {
  const policy = { serverUrl: 'https://heed.example.com', sites: [], badgesInPages: false };

  it('can’t be changed: the store', async () => {
    world({ policy }).show(OptionsApp);
    expect(await screen.findByText(/Your organisation has set that for this computer/)).toBeInTheDocument();
    expect(screen.queryByLabelText(/Address of your organisation’s store/)).toBeNull();
  });

  it('can’t be changed, but the permission for it can still be given: the store', async () => {
    const w = world({ policy, grantedOrigins: [] });
    const user = w.show(OptionsApp);
    await user.click(await screen.findByRole('button', { name: 'Use this store' }));
    expect(await screen.findByText(/Your organisation has set that for this computer/)).toBeInTheDocument();
    expect(w.asked).toEqual(['https://heed.example.com/*']);
  });

  it('can’t be switched on: levels in pages', async () => {
    world({ policy }).show(OptionsApp);
    const box = await screen.findByRole('checkbox', { name: 'Show levels beside names' });
    expect(box).toBeDisabled();
    expect(box).not.toBeChecked();
    expect(screen.getByText(/has switched them off/)).toBeInTheDocument();
  });
});

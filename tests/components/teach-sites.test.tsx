import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { TeachSites } from '@/components/teach-sites';
import { AppError } from '@/lib/platform/app-error';
import { createAdapterActions } from '@/lib/ui/adapter-actions';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import { createFakeBackground } from './support/fake-background';

function show(sites: string[], answer: () => Record<string, never> = () => ({})) {
  const background = createFakeBackground({}, { 'teach.open': answer });
  const { teach } = createAdapterActions({ host: background.host, refresh: () => undefined });
  render(<TeachSites sites={sites} onTeach={teach} />);
  return background;
}

describe('teaching Heed a CRM, from the options', () => {
  it('begins in the tab of a site that was added', async () => {
    const background = show(['https://crm.example/*', 'http://10.0.0.5/*']);
    await userEvent.click(screen.getByRole('button', { name: w.teachSiteLong('crm.example') }));
    expect(background.inputsOf('teach.open')).toEqual([{ site: 'https://crm.example/*' }]);
    expect(screen.getByRole('status')).toHaveTextContent('');
  });

  it('says what to do instead where that didn’t work', async () => {
    show(['https://*.crm.example/*'], () => {
      throw new AppError('bad-input', 'no tab of that site');
    });
    await userEvent.click(screen.getByRole('button', { name: w.teachSiteLong('*.crm.example') }));
    expect(await screen.findByText(w.notOpened('*.crm.example'))).toBeVisible();
  });

  it('asks for the site first where none was added', () => {
    show([]);
    expect(screen.getByText(w.noSite)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import { createFakeBackground } from './support/fake-background';
import { makePage } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

type Proposal = { host: string; pages: number } | null;

function teaching(state: { teaching: boolean; proposal: Proposal }) {
  return createFakeBackground(
    { page: { state: 'nobody' } },
    {
      'teach.state': () => state,
      'teach.begin': () => ({}),
      'teach.save': () => ({}),
      'teach.end': () => ({}),
    },
  );
}

describe('teaching, beside the page', () => {
  it('is offered where Heed sees nobody', async () => {
    const background = teaching({ teaching: false, proposal: null });
    showSidebar(background);
    await userEvent.click(await screen.findByRole('button', { name: w.begin }));
    expect(background.inputsOf('teach.begin')).toHaveLength(1);
  });

  it('saves nothing while nothing was learned, and can be stopped', async () => {
    const background = teaching({ teaching: true, proposal: null });
    showSidebar(background);
    await screen.findByText(w.teaching);
    expect(screen.queryByRole('button', { name: w.save })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: w.stop }));
    expect(background.inputsOf('teach.end')).toHaveLength(1);
  });

  it('asks nothing else of the site meanwhile', async () => {
    const background = teaching({ teaching: true, proposal: null });
    background.set({ page: makePage({ askSite: true }) });
    showSidebar(background);
    await screen.findByText(w.teaching);
    expect(screen.queryByRole('region', { name: 'Does Heed read this site rightly?' })).toBeNull();
  });

  it('asks once before it forgets what was pointed at', async () => {
    const background = teaching({ teaching: true, proposal: { host: 'crm.example', pages: 2 } });
    showSidebar(background);
    await userEvent.click(await screen.findByRole('button', { name: w.stop }));
    expect(screen.getByText(w.reallyStop)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: w.goOn }));
    await userEvent.click(screen.getByRole('button', { name: w.stop }));
    expect(background.inputsOf('teach.end')).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: w.stop }));
    expect(background.inputsOf('teach.end')).toHaveLength(1);
  });

  it('warns of what was seen on one page alone', async () => {
    showSidebar(teaching({ teaching: true, proposal: { host: 'crm.example', pages: 1 } }));
    expect(await screen.findByText(w.learned('crm.example', 1))).toBeVisible();
    expect(screen.getByText(w.one)).toBeVisible();
  });

  it('saves what was right on two pages, by a click here', async () => {
    const background = teaching({ teaching: true, proposal: { host: 'crm.example', pages: 2 } });
    showSidebar(background);
    await userEvent.click(await screen.findByRole('button', { name: w.save }));
    expect(background.inputsOf('teach.save')).toHaveLength(1);
  });
});

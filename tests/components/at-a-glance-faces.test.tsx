import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Card } from '@/lib/domain/card';
import { axeFaults } from './support/axe';
import { createFakeBackground } from './support/fake-background';
import { makeCard, makePage, okCard } from './support/make-view';
import { showSidebar } from './support/show-sidebar';
import { type Shown, showVerified } from './support/show-verified';

const told = () => screen.findByRole('region', { name: 'Already told us' });

describe('each level', () => {
  const at = (level: Card['risk']['level']) => makeCard({ risk: { ...makeCard().risk, level } });

  it.each([
    ['critical', 'At risk', 'at-risk'],
    ['high', 'At risk', 'at-risk'],
    ['elevated', 'Watch', 'watch'],
    ['low', 'OK', 'ok'],
    ['unknown', 'Unknown', 'unknown'],
  ] as const)('%s is said by the word “%s” and its shape', async (level, word, shape) => {
    showVerified({ card: at(level) });
    const header = await screen.findByRole('banner');
    expect(within(header).getByText(word)).toBeInTheDocument();
    expect(header.querySelector(`[data-shape="${shape}"]`)).not.toBeNull();
  });

  it.each(['low', 'unknown'] as const)(
    '%s stays a collapsed badge, and nothing is asked for',
    async (level) => {
      const card = level === 'low' ? okCard() : at('unknown');
      const collapsed: boolean[] = [];
      const background = createFakeBackground({ page: makePage({ card }) });
      showSidebar(background, { onCollapse: (is) => collapsed.push(is) });
      expect(await screen.findByRole('button', { name: /^Heed: (OK|Unknown)\. Open$/ })).toBeInTheDocument();
      expect(collapsed.at(-1)).toBe(true);
      expect(screen.queryByRole('textbox')).toBeNull();
      expect(background.inputsOf('customer.detail')).toEqual([]);
    },
  );
});

describe('axe finds nothing', () => {
  const complaint = { openedAt: '2026-11-12T10:00:00.000Z', jurisdiction: null, steps: [] };
  const states: Record<string, Shown> = {
    'at risk': {},
    'with a reason tapped': { content: { contactReason: 'billed-twice' } },
    'with a complaint': {
      card: makeCard({ complaintOpen: true, supportNeeded: true }),
      detail: { complaint },
    },
    'nothing ever answered': {
      card: makeCard({ score: null, earlier: [] }),
      detail: { responses: [], notes: [] },
    },
    'words on their way': { answer: () => new Promise(() => {}) },
    offline: { answer: () => ({ state: 'offline' }) },
    'nobody known': { card: null },
    damaged: { card: null, damaged: true },
    'a name from right to left': { name: 'عبد الرحمن بن محمد الهاشمي' },
  };

  it.each(Object.entries(states))('%s', async (_, shown) => {
    const { container } = showVerified(shown);
    await screen.findByRole('heading', { level: 1 });
    if (shown.card !== null) await told();
    expect(await axeFaults(container)).toEqual([]);
  });

  it('in the form to say that something looks wrong', async () => {
    const { user, container } = showVerified();
    await user.click(await screen.findByRole('button', { name: 'This looks wrong…' }));
    expect(await axeFaults(container)).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    'Maximiliane-Theodora Freifrau von Hohenstein-Wartburgshausen zu Löwenberg',
    'عبد الرحمن بن محمد الهاشمي',
  ])('%s stands whole in the header, in its own direction', async (name) => {
    showVerified({ name });
    const heading = await screen.findByRole('heading', { level: 1, name });
    expect(heading).toHaveAttribute('dir', 'auto');
    expect(heading).toHaveAttribute('title', name);
  });
});

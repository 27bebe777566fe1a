import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CollapsedTab } from '@/components/collapsed-tab';
import { RiskBadge } from '@/components/risk-badge';
import { RiskShape } from '@/components/risk-shape';

const levels = [
  ['at-risk', 'At risk'],
  ['watch', 'Watch'],
  ['ok', 'OK'],
  ['unknown', 'Unknown'],
] as const;

describe('the badge', () => {
  it.each(levels)('%s says “%s”, and has a shape that needs no colour', (level, word) => {
    const { container } = render(<RiskBadge level={level} />);
    expect(container).toHaveTextContent(word);
    expect(container.querySelector('svg')).toHaveAttribute('data-shape', level);
  });

  it('has four shapes, all different and all of one size', () => {
    const { container } = render(levels.map(([level]) => <RiskShape key={level} level={level} />));
    const shapes = [...container.querySelectorAll('svg')];
    expect(new Set(shapes.map((s) => s.innerHTML)).size).toBe(4);
    expect(new Set(shapes.map((s) => `${s.getAttribute('width')}x${s.getAttribute('height')}`)).size).toBe(1);
  });
});

describe('the collapsed tab', () => {
  it.each(levels)('shows the shape of %s alone, and says “%s” to who can’t see it', (level, word) => {
    const { container } = render(
      <CollapsedTab level={level} held={0} isAnswered={false} onOpen={() => undefined} />,
    );
    expect(screen.getByRole('button', { name: `Heed: ${word}. Open` })).toBeInTheDocument();
    expect(container).toHaveTextContent('');
  });

  it('says nothing of anyone where there is nobody', () => {
    render(<CollapsedTab level={null} held={0} isAnswered={false} onOpen={() => undefined} />);
    expect(screen.getByRole('button', { name: 'Open Heed' })).toBeInTheDocument();
  });
});

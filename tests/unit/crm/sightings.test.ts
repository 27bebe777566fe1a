// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createSightings } from '@/lib/crm/sightings';

describe('sightings', () => {
  it('keeps a mark with the record it was first seen with, one to one', () => {
    const { isMarkOf } = createSightings();
    expect(isMarkOf('202', '3', 'party')).toBe(true);
    expect(isMarkOf('210', '3', 'party')).toBe(false);
    expect(isMarkOf('202', '11', 'party')).toBe(false);
    expect(isMarkOf('210', '11', 'party')).toBe(true);
    expect(isMarkOf('202', '3', 'party')).toBe(true);
  });

  it('has learned nothing from a pair that it refused', () => {
    const { isMarkOf } = createSightings();
    isMarkOf('202', '3', 'party');
    isMarkOf('210', '3', 'party');
    expect(isMarkOf('210', '11', 'party')).toBe(true);
  });

  it('keeps marks of different kinds apart', () => {
    const { isMarkOf } = createSightings();
    expect(isMarkOf('202', '3', 'party')).toBe(true);
    expect(isMarkOf('5', '3', 'sale')).toBe(true);
  });

  it('keeps an element with the record it was first drawn for', () => {
    const { isDrawnFor } = createSightings();
    const [row, another] = [document.createElement('tr'), document.createElement('tr')];
    expect(isDrawnFor('202', row)).toBe(true);
    expect(isDrawnFor('210', row)).toBe(false);
    expect(isDrawnFor('210', another)).toBe(true);
    expect(isDrawnFor('202', row)).toBe(true);
  });
});

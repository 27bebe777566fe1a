import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useRefused } from '@/lib/ui/use-refused';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MOMENT = 5000;
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

it('a refused click is told for a while, and again with each that is refused', () => {
  const { result } = renderHook(() => useRefused());
  const refuse = () => act(() => result.current[1](true));
  expect(result.current[0]).toBe(false);
  refuse();
  pass(MOMENT);
  refuse();
  pass(MOMENT);
  expect(result.current[0]).toBe(true);
  pass(MOMENT);
  expect(result.current[0]).toBe(false);
  refuse();
  expect(result.current[0]).toBe(true);
});

it('what is done at last takes it away', () => {
  const { result } = renderHook(() => useRefused());
  act(() => result.current[1](true));
  act(() => result.current[1](false));
  expect(result.current[0]).toBe(false);
});

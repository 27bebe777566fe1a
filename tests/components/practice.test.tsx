import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PracticeApp } from '@/entrypoints/practice/app';
import { openings } from '@/lib/domain/practice/openings';
import type { PracticeItem } from '@/lib/domain/practice/practice-item';
import { practiceItems } from '@/lib/domain/practice/practice-items';
import { practiceWordsIn } from '@/lib/ui/words/practice-words';

const w = practiceWordsIn.en;
const ROUND = 5;

/** A page that always draws the same. */
function showPractice(first: 'en' | 'es' = 'en') {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  render(<PracticeApp first={first} random={random} />);
  return userEvent.setup({ delay: null });
}

/** Who is before us now. */
function onShow(): PracticeItem {
  const item = practiceItems.find(({ words }) => screen.queryByText(words));
  if (!item) throw new Error('nobody is on show');
  return item;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const intentOf = (id: string) => openings.find((one) => one.id === id)?.intent.en ?? '';

/** Answers the three questions with the keyboard alone, always with the first there is. */
async function answerByKeys(user: ReturnType<typeof userEvent.setup>) {
  await user.keyboard('1');
  await user.keyboard('12');
  await user.keyboard('{Enter}');
  await user.keyboard('1');
}

afterEach(() => vi.restoreAllMocks());

describe('practising', () => {
  it('says before anything else that the customers are invented and that nothing leaves the page', () => {
    showPractice();
    expect(screen.getByText(/invented for practice/)).toBeInTheDocument();
    expect(screen.getByText(/Nothing you answer leaves this page or is stored/)).toBeInTheDocument();
  });

  it('asks whether the customer is at risk, and says what we’d say and why, with the source', async () => {
    const user = showPractice();
    const item = onShow();
    await user.click(button(w.levels[item.level]));
    expect(screen.getByText(w.same(w.levels[item.level]))).toBeInTheDocument();
    expect(screen.getByText(item.whyLevel.en)).toBeInTheDocument();
    expect(screen.getAllByText(/^Source: /)).toHaveLength(1);
  });

  it('says otherwise in words where it is otherwise, and neither number nor mark', async () => {
    const user = showPractice();
    const item = onShow();
    const other = item.level === 'ok' ? 'watch' : 'ok';
    await user.click(button(w.levels[other]));
    expect(screen.getByText(w.other(w.levels[other], w.levels[item.level]))).toBeInTheDocument();
    const answers = screen.getAllByRole('status').map((status) => status.textContent);
    for (const text of answers) expect(text).not.toMatch(/\d ?(%|\/|of \d|points?)/);
  });

  it('says what was heard, what was missed and what isn’t said there', async () => {
    const user = showPractice();
    const item = onShow();
    const [wrong] = item.notHeard;
    const [right, ...missed] = item.heard;
    await user.click(button(w.levels[item.level]));
    await user.click(button(w.hears[right ?? 'calm']));
    await user.click(button(w.hears[wrong ?? 'calm']));
    expect(button(w.hears[right ?? 'calm'])).toHaveAttribute('aria-pressed', 'true');
    await user.click(button(w.heardDone));
    expect(screen.getByText(`${w.youHeard}:`).parentElement).toHaveTextContent(w.hears[right ?? 'calm']);
    expect(screen.getByText(`${w.notSaid}:`).parentElement).toHaveTextContent(w.hears[wrong ?? 'calm']);
    if (missed.length > 0)
      expect(screen.getByText(`${w.youMissed}:`).parentElement).toHaveTextContent(
        missed.map((one) => w.hears[one]).join(', '),
      );
    expect(screen.getByText(item.whyHeard.en)).toBeInTheDocument();
  });

  it.each([
    ['a poor way to begin, and the one that fits after it', false],
    ['the one that fits', true],
  ])('explains %s', async (_, fits) => {
    const user = showPractice();
    const item = onShow();
    await user.click(button(w.levels[item.level]));
    await user.click(button(w.heardDone));
    await user.click(button(intentOf(fits ? item.good : item.poor[0])));
    const why = (id: string) => openings.find((one) => one.id === id)?.why.en ?? '';
    if (!fits) expect(screen.getByText(why(item.poor[0]))).toBeInTheDocument();
    expect(screen.getByText(why(item.good))).toBeInTheDocument();
    expect(screen.queryByText(w.fits) !== null).toBe(fits);
  });

  it('takes a whole round by keys alone, and ends with words: what was heard, what was missed', async () => {
    const user = showPractice();
    const met: PracticeItem[] = [];
    for (let at = 0; at < ROUND; at++) {
      expect(screen.getByRole('region', { name: w.customer(at + 1, ROUND) })).toBeInTheDocument();
      met.push(onShow());
      await answerByKeys(user);
      expect(button(at + 1 < ROUND ? w.next : w.finish)).toHaveFocus();
      await user.keyboard('{Enter}');
    }
    expect(new Set(met).size).toBe(ROUND);
    const summary = within(screen.getByRole('region', { name: w.summary }));
    expect(summary.getByText(`${w.youHeard}:`)).toBeInTheDocument();
    const otherwise = met.filter(({ level }) => level !== 'at-risk');
    for (const { words } of otherwise) expect(summary.getByText(words)).toBeInTheDocument();
    await user.click(button(w.again));
    expect(screen.getByRole('region', { name: w.customer(1, ROUND) })).toBeInTheDocument();
    expect(met).not.toContain(onShow());
  });

  it('goes on to the next question for whoever listens to it', async () => {
    const user = showPractice();
    await user.keyboard('1');
    expect(screen.getByRole('heading', { name: w.heard })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('heading', { name: w.opening })).toHaveFocus();
  });

  it('is in Spanish, explanations too, for who wants it; the page says which language it is in', async () => {
    const user = showPractice();
    await user.click(screen.getByRole('radio', { name: 'Español' }));
    expect(screen.getByRole('main')).toHaveAttribute('lang', 'es');
    const item = onShow();
    expect(item.language).toBe('es');
    await user.click(button(practiceWordsIn.es.levels[item.level]));
    expect(screen.getByText(item.whyLevel.es)).toBeInTheDocument();
  });

  it('sends nothing, asks nobody and writes nothing, a whole round long', async () => {
    const sent = vi.spyOn(globalThis, 'fetch');
    const written = vi.spyOn(Storage.prototype, 'setItem');
    const asked = vi.fn();
    vi.stubGlobal('chrome', { runtime: { sendMessage: asked, connect: asked } });
    const cookie = vi.spyOn(document, 'cookie', 'set');
    const user = showPractice();
    for (let at = 0; at < ROUND; at++) {
      await answerByKeys(user);
      await user.keyboard('{Enter}');
    }
    for (const way of [sent, written, asked, cookie]) expect(way).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});

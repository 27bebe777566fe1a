import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ApprovalList } from '@/components/approval-list';
import type { WaitingApproval } from '@/lib/protocol/approval';
import { makeFacts, makeWaiting } from './support/make-approval';
import { makeOrganisation } from './support/make-view';

const question = (n: number, name: string, amountMinor: number) =>
  makeWaiting({
    ...{ id: `019ab000-0000-7000-8000-00000000000${n}`, amountMinor },
    askedBy: { name, team: 'North' },
  });
const decoy = question(1, 'Dana Decoy', 500);
const dear = question(2, 'Bert Bold', 50_000);
const late = question(3, 'Lena Late', 900);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

/** The list as a supervisor has it, long enough to have read it. */
function show(first: readonly WaitingApproval[]) {
  const answers: string[] = [];
  const list = (approvals: readonly WaitingApproval[]) => (
    <ApprovalList
      approvals={approvals}
      at={new Date()}
      realNow={new Date()}
      playbook={makeOrganisation().playbook}
      ownName="Sunita Sharma"
      isDisabled={false}
      endingOf={({ askedBy }) => `${askedBy.name} took it back.`}
      onAnswer={({ askedBy }, said) => answers.push(`${said} ${askedBy.name}`)}
    />
  );
  const { rerender } = render(list(first));
  pass(1000);
  return { answers, tell: (approvals: readonly WaitingApproval[]) => rerender(list(approvals)) };
}

const cardOf = (name: string) => screen.getByRole('listitem', { name: new RegExp(name) });
const grant = (name: string) => within(cardOf(name)).getByRole('button', { name: /^Grant/ });
const point = () => fireEvent.pointerEnter(screen.getByRole('list'));
const leave = () => fireEvent.pointerLeave(screen.getByRole('list'));
const names = () => screen.getAllByRole('heading').map((h) => h.textContent?.split(' asks')[0]);

describe('a question that is taken back as the supervisor is about to click', () => {
  it('stays in its place, greyed, and a click on it grants nothing', () => {
    const { answers, tell } = show([decoy, dear]);
    point();
    tell([dear]);
    expect(names()).toEqual(['Dana Decoy', 'Bert Bold']);
    expect(cardOf('Dana Decoy')).toHaveTextContent('Dana Decoy took it back.');
    expect(grant('Dana Decoy')).toBeDisabled();
    fireEvent.click(grant('Dana Decoy'));
    expect(answers).toEqual([]);
    expect(screen.getByText('1 question waits for you.')).toBeInTheDocument();
  });

  it('goes once the pointer has left the list', () => {
    const { tell } = show([decoy, dear]);
    point();
    tell([dear]);
    leave();
    expect(names()).toEqual(['Bert Bold']);
    tell([]);
    expect(screen.queryAllByRole('listitem')).toEqual([]);
  });

  it('moves nothing: those who come while the pointer is in the list stand below', () => {
    const { answers, tell } = show([decoy, dear]);
    point();
    tell([late, dear]);
    expect(names()).toEqual(['Dana Decoy', 'Bert Bold', 'Lena Late']);
    fireEvent.click(grant('Bert Bold'));
    expect(answers).toEqual(['granted Bert Bold']);
    leave();
    expect(names()).toEqual(['Lena Late', 'Bert Bold']);
  });

  it('hands the keyboard on to the head of the list', () => {
    const { tell } = show([decoy, dear]);
    point();
    grant('Dana Decoy').focus();
    tell([dear]);
    expect(document.activeElement).toHaveTextContent('1 question waits for you.');
  });
});

describe('a press', () => {
  it('counts for nothing just after the question moved up, and says why', () => {
    const { answers, tell } = show([decoy, dear]);
    tell([dear]);
    fireEvent.click(grant('Bert Bold'));
    pass(600);
    fireEvent.click(grant('Bert Bold'));
    expect(answers).toEqual([]);
    expect(cardOf('Bert Bold')).toHaveTextContent('This had only just come to its place.');
    pass(100);
    fireEvent.click(grant('Bert Bold'));
    expect(answers).toEqual(['granted Bert Bold']);
    expect(cardOf('Bert Bold')).not.toHaveTextContent('This had only just come to its place.');
  });

  it('counts for nothing on a question that has only just come', () => {
    const { answers, tell } = show([dear]);
    tell([late, dear]);
    fireEvent.click(grant('Lena Late'));
    expect(answers).toEqual([]);
    pass(700);
    fireEvent.click(grant('Lena Late'));
    expect(answers).toEqual(['granted Lena Late']);
  });

  it('counts at once where only what stands below has changed', () => {
    const { answers, tell } = show([decoy, dear]);
    tell([decoy]);
    fireEvent.click(grant('Dana Decoy'));
    expect(answers).toEqual(['granted Dana Decoy']);
  });
});

describe('what was given before', () => {
  it('lists two equal offers of one note both, and takes neither for the other', () => {
    const warned = vi.spyOn(console, 'error');
    onTestFinished(() => warned.mockRestore());
    const one = { actionCode: 'refund-charge', amountMinor: 1800, at: '2026-11-14T10:00:00.000Z' };
    const given = { minor: 3600, days: 90, last: [one, { ...one }] };
    show([makeWaiting({ facts: makeFacts({ given }) })]);
    expect(screen.getAllByText(/^Refund the wrong charge €18, /)).toHaveLength(2);
    expect(warned.mock.calls.join()).not.toContain('same key');
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { axeFaults } from './support/axe';
import { showTeams } from './support/teams-world';

const north = { id: 'n', name: 'North', members: ['ana'], supervisors: [] as string[] };
const card = (name: string) => screen.findByRole('region', { name });
const box = (name: string) => screen.findByRole('checkbox', { name });

describe('the administrator’s page of teams', () => {
  it('says what it means that there are none, and makes the first', async () => {
    const { user, asked } = showTeams();
    expect(await screen.findByText(/every supervisor sees everybody’s notes/)).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Name of a new team' }), ' Blue {Enter}');
    expect(within(await card('Blue')).getByText('Nobody is in it yet.')).toBeInTheDocument();
    expect(screen.queryByText(/every supervisor sees everybody’s notes/)).toBeNull();
    expect(asked()).toMatchObject([{ method: 'teams.name', input: { by: 'ada', name: ' Blue ' } }]);
  });

  it('shows who is in a team and as what, and that nobody supervises it', async () => {
    showTeams({ teams: [north] });
    expect(await box('Ana belongs to North')).toBeChecked();
    expect(await card('North')).toHaveTextContent(
      'Nobody supervises it: its notes wait for administrators alone.',
    );
    expect(screen.queryByRole('checkbox', { name: 'Ana supervises North' })).toBeNull();
    expect(await axeFaults()).toEqual([]);
  });

  it('puts a rep in as one of it, and a supervisor as who supervises it; each tick by itself', async () => {
    const { user } = showTeams({ teams: [north] });
    const email = await screen.findByRole('combobox', { name: 'E-mail of somebody to put into North' });
    await user.type(email, 'BEN@example.org{Enter}');
    expect(await box('Ben belongs to North')).toBeChecked();
    await user.type(email, 'sue@example.org{Enter}');
    expect(await box('Sue supervises North')).toBeChecked();
    expect(await box('Sue belongs to North')).not.toBeChecked();
    await user.click(await box('Sue belongs to North'));
    await waitFor(async () => expect(await box('Sue belongs to North')).toBeChecked());
    expect(await box('Sue supervises North')).toBeChecked();
    await user.click(await box('Ben belongs to North'));
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Ben belongs to North' })).toBeNull());
  });

  it.each([
    ['nobody@example.org', 'Nobody here has this e-mail address.'],
    ['ana@example.org', 'They are in it already.'],
  ])('says what is wrong with %s, and sends nothing', async (address, said) => {
    const { user, asked } = showTeams({ teams: [north] });
    await user.type(await screen.findByRole('combobox', { name: /put into North/ }), `${address}{Enter}`);
    expect(await screen.findByText(said)).toBeInTheDocument();
    expect(asked()).toEqual([]);
  });

  it('gives another name, but none that another team has, and none that is empty', async () => {
    const { user, asked } = showTeams({ teams: [north, { ...north, id: 's', name: 'South' }] });
    const field = await screen.findByRole('textbox', { name: 'Name of North' });
    await user.clear(field);
    await user.type(field, 'South{Enter}');
    expect(await screen.findByText(/There is a team with this name already/)).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, '{Enter}');
    expect(await screen.findByText(/at most 80 characters/)).toBeInTheDocument();
    expect(asked()).toEqual([]);
    await user.type(field, 'West{Enter}');
    expect(await card('West')).toBeInTheDocument();
  });

  it('removes a team once somebody has said so twice', async () => {
    const { user, asked } = showTeams({ teams: [north] });
    await user.click(await screen.findByRole('button', { name: 'Remove this team…' }));
    expect(screen.getByText('Remove North? Its people and their notes stay.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(asked()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove this team…' }));
    await user.click(screen.getByRole('button', { name: 'Remove North' }));
    expect(await screen.findByText(/every supervisor sees everybody’s notes/)).toBeInTheDocument();
  });

  it.each([
    ['not-found', 'That was changed by somebody else meanwhile. Here is how it is now.'],
    ['identity-changed', 'Somebody else is signed in by now. Nothing was changed.'],
    ['offline', 'That wasn’t done. Nothing was changed; try again.'],
  ] as const)('says what became of a change that fails with %s', async (code, said) => {
    const { user, fail } = showTeams({ teams: [north] });
    await box('Ana belongs to North');
    fail(code);
    await user.click(await box('Ana belongs to North'));
    expect(await screen.findByText(said)).toBeInTheDocument();
    expect(await box('Ana belongs to North')).toBeChecked();
  });

  it('is not for a supervisor', async () => {
    showTeams({ role: 'supervisor', teams: [north] });
    expect(await screen.findByText(/Teams are for administrators/)).toBeInTheDocument();
    expect(screen.queryByText('North')).toBeNull();
  });
});

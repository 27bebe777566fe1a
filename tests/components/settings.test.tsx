import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OptionsApp } from '@/entrypoints/options/app';
import { WelcomeApp } from '@/entrypoints/welcome/app';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { kept, settingsWorld as world } from './support/settings-world';

const card = (name: string) => screen.findByRole('region', { name });

describe('options: the CRM', () => {
  it('is added by its address: the browser asks for that origin alone, and Heed is there', async () => {
    const w = world();
    const user = w.show(OptionsApp);
    await user.type(await screen.findByLabelText('Address of your CRM'), 'crm.example.com/tickets/7{Enter}');
    expect(await screen.findByText(/Heed is on crm.example.com from now on/)).toBeInTheDocument();
    expect(w.asked).toEqual(['https://crm.example.com/*']);
    expect(screen.getByRole('button', { name: 'Remove crm.example.com' })).toBeInTheDocument();
  });

  it('is not added when the person says no to the browser', async () => {
    const w = world({}, { says: false });
    const user = w.show(OptionsApp);
    await user.type(await screen.findByLabelText('Address of your CRM'), 'crm.example.com{Enter}');
    expect(await screen.findByText(/the answer was no. Nothing was changed/)).toBeInTheDocument();
    expect(w.background.inputsOf('sites.refresh')).toEqual([]);
  });

  it('is asked for nothing while it is no address', async () => {
    const w = world();
    const user = w.show(OptionsApp);
    await user.type(await screen.findByLabelText('Address of your CRM'), 'crm{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('That isn’t an address.');
    expect(screen.getByLabelText('Address of your CRM')).toBeInvalid();
    expect(w.asked).toEqual([]);
  });

  it('that the organisation uses is turned on by one click, for which the browser is asked', async () => {
    const sites = ['https://crm.example.com', 'https://desk.example.com', 'https://heed.example.com'];
    const w = world({ policy: { serverUrl: null, sites, badgesInPages: true } });
    const user = w.show(OptionsApp);
    await user.click(await screen.findByRole('button', { name: 'Turn on crm.example.com' }));
    expect(await screen.findByText(/Heed is on crm.example.com from now on/)).toBeInTheDocument();
    expect(w.asked).toEqual(['https://crm.example.com/*']);
    expect(screen.queryByRole('button', { name: 'Turn on crm.example.com' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Turn on desk.example.com' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Turn on heed.example.com' })).toBeNull();
  });

  it('is removed, or says why it can’t be', async () => {
    const sites = ['https://crm.example.com/*', 'http://127.0.0.1/*'];
    const w = world({ sites, grantedOrigins: ['https://heed.example.com/*', ...sites] });
    const user = w.show(OptionsApp);
    await user.click(await screen.findByRole('button', { name: 'Remove crm.example.com' }));
    expect(w.removed).toEqual(['https://crm.example.com/*']);
    expect(w.background.inputsOf('sites.refresh')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Remove http://127.0.0.1' }));
    expect(await screen.findByText(/came with the installation/)).toBeInTheDocument();
  });
});

describe('options: the store', () => {
  it('must be reached safely', async () => {
    const w = world();
    const user = w.show(OptionsApp);
    const field = await screen.findByLabelText('Address of your organisation’s store');
    expect(field).toHaveValue('https://heed.example.com');
    await user.clear(field);
    await user.type(field, 'http://heed.example.org{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('must begin with https');
    expect(w.asked).toEqual([]);
  });

  it('is changed after the browser’s permission', async () => {
    const w = world();
    const user = w.show(OptionsApp);
    const field = await screen.findByLabelText('Address of your organisation’s store');
    await user.clear(field);
    await user.type(field, 'heed.example.org/sign-in{Enter}');
    expect(await screen.findByText('Heed works with heed.example.org.')).toBeInTheDocument();
    expect(w.asked).toEqual(['https://heed.example.org/*']);
    expect(w.background.inputsOf('settings.setServer')).toEqual([{ serverUrl: 'https://heed.example.org' }]);
  });
});

describe('options: levels in lists', () => {
  const box = () => screen.findByRole('checkbox', { name: 'Show levels beside names' });

  it('are shown until somebody switches them off here', async () => {
    const w = world();
    const user = w.show(OptionsApp);
    expect(await box()).toBeChecked();
    await user.click(await box());
    await waitFor(async () => expect(await box()).not.toBeChecked());
    expect(w.background.inputsOf('settings.showInLists')).toEqual([{ shown: false }]);
  });

  it('say so when that could not be saved', async () => {
    const user = world({}, { reachable: false }).show(OptionsApp);
    await user.click(await box());
    expect(await screen.findByText(/couldn’t be saved. Nothing was changed/)).toBeInTheDocument();
    expect(await box()).toBeChecked();
  });

  it('say when a list had more customers than are looked up in a minute', async () => {
    const w = world({ lists: { shown: true, pausedAt: '2020-01-01T09:00:00.000Z' } });
    w.show(OptionsApp);
    expect(await screen.findByText(/more customers than Heed looks up in one minute/)).toBeInTheDocument();
  });
});

describe('options: the account', () => {
  it('says who is signed in, and that signing out keeps unsent notes', async () => {
    const w = world();
    const user = w.show(OptionsApp);
    const account = await card('Account');
    expect(await within(account).findByText('Rosa Lind, Fjord Telecom')).toBeInTheDocument();
    expect(account).toHaveTextContent('2 notes haven’t been sent. Signing out keeps them');
    expect(account).toHaveTextContent('3 notes aren’t finished. Signing out keeps them on this computer');
    expect(account).toHaveTextContent('Signing out of Heed signs you out of nothing else.');
    await user.click(within(account).getByRole('button', { name: 'Sign out' }));
    expect(await within(account).findByText('Nobody is signed in here.')).toBeInTheDocument();
  });

  it('says why signing in failed', async () => {
    const w = world({}, { signedIn: false, reachable: false });
    const user = w.show(OptionsApp);
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/The store can’t be reached/)).toBeInTheDocument();
    expect(w.background.storageAsked()).toBe(0);
  });
});

describe('options: what lies on this computer', () => {
  type Storage = RpcOutput<'storage.state'>;

  it('is counted: customers, megabytes, notes not sent', async () => {
    world({}, { storage: kept }).show(OptionsApp);
    const device = await card('On this computer');
    expect(await within(device).findByText('about 12 MB on this computer')).toBeInTheDocument();
    expect(within(device).getByText('5,000')).toBeInTheDocument();
    expect(within(device).getByText('2 notes')).toBeInTheDocument();
  });

  it.each<[string, Storage, RegExp]>([
    ['the browser has promised it', kept, /promised to keep it until Heed is removed/],
    [
      'the browser promises nothing and clears nothing',
      { persisted: false, exempt: true, usage: 1000 },
      /gave no promise, but it doesn’t clear/,
    ],
    [
      'the browser may clear it',
      { persisted: false, exempt: false, usage: null },
      /may clear all of it when the disk is nearly full, unsent notes too/,
    ],
  ])('says plainly whether it stays: %s', async (_, storage, said) => {
    world({}, { storage }).show(OptionsApp);
    const device = await card('On this computer');
    const line = await within(device).findByText(said);
    expect(line.matches('.unsent-attention')).toBe(!storage.persisted && !storage.exempt);
    expect(within(device).getAllByText(/promise|may clear/)).toHaveLength(1);
  });

  it('is asked to be kept once somebody has signed in', async () => {
    const w = world({}, { signedIn: false });
    const user = w.show(OptionsApp);
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    await screen.findByText('Rosa Lind, Fjord Telecom');
    expect(w.background.storageAsked()).toBe(1);
  });
});

it('options say what is on this computer, what is protected and what isn’t, and the version', async () => {
  world().show(OptionsApp);
  expect(await within(await card('On this computer')).findByText('5,000')).toBeInTheDocument();
  const protection = await card('What is protected, and what isn’t');
  expect(within(protection).getByRole('heading', { name: 'Not protected' })).toBeInTheDocument();
  expect(await screen.findByText('Heed 0.1.0')).toBeInTheDocument();
  expect(screen.getByText(/registered trademarks of Bain/)).toBeInTheDocument();
});

describe('the first run', () => {
  const steps = () =>
    screen.findAllByRole('listitem').then((all) => all.filter((li) => li.matches('.welcome-step')));
  const stateOf = async () => (await steps()).map((li) => li.dataset.state);

  it('goes store, sign-in, CRM, one after the other', async () => {
    const w = world({ grantedOrigins: [] }, { signedIn: false });
    const user = w.show(WelcomeApp);
    expect(await stateOf()).toEqual(['current', 'later', 'later']);
    await user.click(screen.getByRole('button', { name: 'Use this store' }));
    expect(await screen.findByText('Heed works with heed.example.com.')).toBeInTheDocument();
    expect(await stateOf()).toEqual(['done', 'current', 'later']);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByText('Rosa Lind, Fjord Telecom');
    expect(await stateOf()).toEqual(['done', 'done', 'current']);
    await user.type(screen.getByLabelText('Address of your CRM'), 'crm.example.com{Enter}');
    expect(await screen.findByText(/^All set/)).toBeInTheDocument();
    expect(await stateOf()).toEqual(['done', 'done', 'done']);
  });

  it('says at each step what went wrong, and stays there', async () => {
    const user = world({}, { signedIn: false, reachable: false }).show(WelcomeApp);
    expect(await stateOf()).toEqual(['done', 'current', 'later']);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/The store can’t be reached/)).toBeInTheDocument();
    expect(await stateOf()).toEqual(['done', 'current', 'later']);
  });
});

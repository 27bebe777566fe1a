import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { History } from '@/components/history/history';
import { OptionsApp } from '@/entrypoints/options/app';
import { PageProviders } from '@/entrypoints/options/page-providers';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { AppError, type AppErrorCode } from '@/lib/platform/app-error';
import { LARGEST_NOTES_FILE } from '@/lib/protocol/imported-notes';
import type { Role } from '@/lib/protocol/roles';
import { createFakeBackground } from './support/fake-background';
import { makeDetail, makeOrganisation, makeSync, NOW } from './support/make-view';

type Results = RpcOutput<'notes.import'>['results'];

function show(role: Role, answer: Results | AppErrorCode = []) {
  const organisation = makeOrganisation();
  const background = createFakeBackground(
    {},
    {
      'settings.get': () => ({
        ...{ serverUrl: 'https://heed.example.com', sites: [], grantedOrigins: [], version: '0.1.0' },
        lists: { shown: true, pausedAt: null },
        policy: { serverUrl: null, sites: [], badgesInPages: true },
      }),
      'sync.state': () => makeSync(),
      'organisation.get': () => ({ ...organisation, user: { ...organisation.user, role } }),
      'notes.import': () => {
        if (typeof answer === 'string') throw new AppError(answer);
        return { author: 'Ana Lima (as the file says)', results: answer };
      },
    },
  );
  const permissions = { knowsPorts: true, request: async () => true, remove: async () => true };
  render(
    <PageProviders
      host={{ ...background.host, kind: 'page' }}
      onCrash={(e) => {
        throw e;
      }}
    >
      <OptionsApp permissions={permissions} />
    </PageProviders>,
  );
  const user = userEvent.setup({ delay: null });
  const choose = async (text: string) => {
    const button = await screen.findByRole('button', { name: 'Import a file of unsent notes' });
    const card = button.closest('section');
    const input = card?.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('there is no way to choose a file');
    await user.upload(input, new File([text], 'heed-unsent-notes.json', { type: 'application/json' }));
  };
  return { background, choose };
}

const note = (name: string) => ({
  name,
  at: '2026-11-22T09:00:00.000Z',
  state: 'waiting',
  code: null,
  mutation: null,
});
const file = (...notes: object[]) =>
  JSON.stringify({
    ...{ heed: 'unsent-notes', exportedAt: '2026-11-22T09:00:00.000Z', notes },
    author: { id: 'ana', name: 'Ana Lima' },
  });

describe('an imported note in the history', () => {
  it.each([
    ['says who brought it', 'Sam Vos', 'Tom Okafor, 14 Nov · imported by Sam Vos'],
    ['that its author sent says nothing of it', null, 'Tom Okafor, 14 Nov'],
  ])('%s', async (_, importedBy, line) => {
    const [first] = makeDetail().notes;
    const notes = first ? [{ ...first, importedBy }] : [];
    const labels = { reasonLabel: String, actionLabel: String, offerLabel: String };
    const around = { ...labels, wasApproved: () => false, now: new Date(NOW), onEdit: () => {} };
    render(<History detail={{ notes, responses: [] }} {...around} />);
    await userEvent.click(screen.getByText('Earlier notes (1)'));
    expect(await screen.findByText(line)).toBeInTheDocument();
  });
});

describe('importing notes of others', () => {
  it.each<Role>(['rep', 'executive'])('is not offered to a %s', async (role) => {
    show(role);
    await screen.findByText('Rosa Lind, Fjord Telecom');
    expect(screen.queryByRole('region', { name: 'Notes of others' })).toBeNull();
    expect(screen.queryByText(/Import a file/)).toBeNull();
  });

  it.each<Role>(['supervisor', 'administrator'])(
    'says to a %s plainly what became of each note',
    async (role) => {
      const { background, choose } = show(role, [
        { position: 1, status: 'stored' },
        { position: 2, status: 'there-already' },
        { position: 3, status: 'stored' },
        { position: 4, status: 'refused', code: 'customer-not-found', message: 'no such card.' },
        { position: 5, status: 'refused', code: 'unreadable', message: 'its words are gone.' },
      ]);
      const json = file(...['Marta', 'Jürgen', 'Ida', 'Tom', ''].map(note));
      await choose(json);
      expect(await screen.findByText('2 notes stored, 1 was there already, 2 refused.')).toBeInTheDocument();
      expect(screen.getByText('Note 4, Tom: The store doesn’t know this customer.')).toBeInTheDocument();
      expect(screen.getByText(/^Note 5: Its words couldn’t be read/)).toBeInTheDocument();
      expect(background.inputsOf('notes.import')).toEqual([{ json }]);
      expect(
        screen.getByText(/^Claimed author: Ana Lima \(as the file says\)\. What was stored stands/),
      ).toBeInTheDocument();
    },
  );

  it('says what couldn’t be stored now, and that it may be tried again', async () => {
    const { choose } = show('supervisor', [{ position: 1, status: 'failed' }]);
    await choose(file(note('Marta')));
    expect(
      await screen.findByText(/^1 note couldn’t be stored now.*no note is stored twice/),
    ).toBeInTheDocument();
  });

  it.each([
    ['no JSON', 'PK', 'That is no file of unsent notes.'],
    ['something else', '{"customers": []}', 'That is no file of unsent notes.'],
    ['a file that is too large', ' '.repeat(LARGEST_NOTES_FILE + 1), 'The file is larger than 5 MB'],
  ])('hands nothing over that is %s', async (_, text, said) => {
    const { background, choose } = show('supervisor');
    await choose(text);
    expect(await screen.findByText(said, { exact: false })).toBeInTheDocument();
    expect(background.inputsOf('notes.import')).toEqual([]);
  });

  it.each<[AppErrorCode, string]>([
    ['not-allowed', 'Only a supervisor or an administrator may import notes. Nothing was imported.'],
    ['session-expired', 'Your sign-in has run out. Nothing was imported'],
    ['offline', 'The store didn’t answer.'],
    ['bad-input', 'That is no file of unsent notes. Nothing was imported.'],
    ['internal', 'Something in Heed went wrong.'],
  ])('says what to do when it ends with %s', async (code, said) => {
    const { choose } = show('supervisor', code);
    await choose(file(note('Marta')));
    expect(await screen.findByText(said, { exact: false })).toBeInTheDocument();
  });
});

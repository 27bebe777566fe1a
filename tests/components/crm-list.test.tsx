import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CrmList } from '@/components/crm-list';
import type { RpcInput, RpcOutput } from '@/lib/messaging/rpc-contract';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { createAdapterActions } from '@/lib/ui/adapter-actions';
import { crmWords as w } from '@/lib/ui/words/crm-words';
import { sample } from '../unit/crm/sample-adapter';
import { createFakeBackground } from './support/fake-background';

type Known = RpcOutput<'adapters.list'>[number];

const known: Known[] = [
  { id: 'own-crm-example', label: 'crm.example', from: 'own', evidence: 'taught', off: false, answers: [] },
  { id: 'rt', label: 'Request Tracker', from: 'built-in', evidence: 'live', off: true, answers: [] },
  {
    ...{ id: 'front', label: 'Front', from: 'built-in', evidence: 'documented', off: false },
    answers: [{ origin: 'https://app.frontapp.com', right: false }],
  },
  {
    ...{ id: 'generic', label: '', from: 'built-in', evidence: 'none', off: false },
    answers: [{ origin: 'https://office.example', right: false }],
  },
];

function show(adapters = known) {
  const imported: RpcInput<'adapters.import'>[] = [];
  const background = createFakeBackground(
    {},
    {
      'adapters.import': (input) => {
        imported.push(input);
        return {};
      },
      'adapters.askAgain': () => ({}),
      'adapters.removeOwn': () => ({}),
    },
  );
  const actions = createAdapterActions({ host: background.host, refresh: () => undefined });
  const { container } = render(<CrmList adapters={adapters} actions={actions} />);
  const choose = async (text: string) => {
    const input = container.querySelector('input[type=file]');
    if (!(input instanceof HTMLInputElement)) throw new Error('no file input');
    await userEvent.upload(input, new File([text], 'crm.json', { type: 'application/json' }));
  };
  return { background, imported, choose };
}

const row = (label: string) => within(screen.getByText(label).closest('li') ?? document.body);

describe('the CRMs that Heed reads', () => {
  it('say in plain words how it is known that each is read rightly, and which are off', () => {
    show();
    expect(row('crm.example').getByText(w.evidence.taught)).toBeVisible();
    expect(row('Request Tracker').getByText(w.evidence.live)).toBeVisible();
    expect(row('Request Tracker').getByText(w.off)).toBeVisible();
    expect(row('Front').getByText(w.evidence.documented)).toBeVisible();
    expect(row('Front').queryByText(w.off)).toBeNull();
  });

  it('name the sites where somebody said that one is wrong, and can ask again', async () => {
    const { background } = show();
    expect(screen.getByText(w.wrong('app.frontapp.com'))).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: w.askAgainLong('app.frontapp.com') }));
    expect(background.inputsOf('adapters.askAgain')).toEqual([
      { id: 'front', origin: 'https://app.frontapp.com' },
    ]);
  });

  it('include sites that no CRM of them knows, whose answers can be taken back as well', async () => {
    const { background } = show();
    expect(row(w.otherSites).getByText(w.evidence.none)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: w.askAgainLong('office.example') }));
    expect(background.inputsOf('adapters.askAgain')).toEqual([
      { id: 'generic', origin: 'https://office.example' },
    ]);
  });

  it('can be removed and exported where they are a person’s own, and only there', async () => {
    const { background } = show();
    expect(row('Front').queryByRole('button', { name: w.removeLong('Front') })).toBeNull();
    expect(screen.getByRole('button', { name: w.exportLong('crm.example') })).toBeEnabled();
    await userEvent.click(screen.getByRole('button', { name: w.removeLong('crm.example') }));
    expect(background.inputsOf('adapters.removeOwn')).toEqual([{ id: 'own-crm-example' }]);
  });

  it('come from a file as well', async () => {
    const { choose, imported } = show();
    await choose(JSON.stringify(sample));
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(w.imported('Sample', sample.site)),
    );
    expect(imported).toEqual([{ adapter: sample }]);
  });

  const many = ['a', 'b', 'c', 'd', 'e'].map((host) => `${host}.example`);
  it.each<[string, CrmAdapter['site'], string]>([
    ['one host', { hosts: ['a.example'], signature: null }, 'on a.example by that file'],
    [
      'two hosts',
      { hosts: ['a.example', '*.b.example'], signature: null },
      'on a.example, *.b.example by that file',
    ],
    ['many', { hosts: many, signature: null }, 'on a.example, b.example, c.example and 2 more by that file'],
    [
      'what it looks like',
      { hosts: [], signature: '#crm' },
      'on any site of yours whose pages look like it by that file',
    ],
    [
      'both',
      { hosts: ['a.example'], signature: '#crm' },
      'on a.example, and on any site of yours whose pages look like it by that file',
    ],
  ])('say which sites a file is for, and that it is asked about: %s', async (_, site, said) => {
    const { choose } = show();
    await choose(JSON.stringify({ ...sample, site }));
    const status = screen.getByRole('status');
    await waitFor(() => expect(status).toHaveTextContent(`Heed reads Sample ${said} from now on`));
    expect(status).toHaveTextContent('asks once per site whether it is right.');
  });

  it.each<Known['evidence']>(['live', 'documented', 'taught', 'learned'])(
    'say that one came from a file, which others wrote, where that says it is %s',
    (evidence) => {
      show([{ ...{ id: 'x', label: 'Theirs', from: 'file', off: false, answers: [] }, evidence }]);
      expect(row('Theirs').getByText(/^from a file/)).toBeVisible();
      expect(row('Theirs').queryByText(w.evidence[evidence])).toBeNull();
      expect(row('Theirs').getByRole('button', { name: w.removeLong('Theirs') })).toBeEnabled();
      expect(row('Theirs').getByRole('button', { name: w.exportLong('Theirs') })).toBeEnabled();
    },
  );

  it.each([
    ['no JSON', 'hello', w.why['no-json']()],
    ['no adapter', '{}', w.why['no-adapter']('id')],
    [
      'an adapter with a fault, and where',
      JSON.stringify({ ...sample, site: { hosts: ['*'], signature: null } }),
      'site.hosts.0',
    ],
    ['more than any adapter has', 'x'.repeat(1_000_001), w.why['too-large']()],
  ])('do not come from a file with %s: it says why', async (_, text, why) => {
    const { choose, imported } = show();
    await choose(text);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(why));
    expect(imported).toEqual([]);
  });
});

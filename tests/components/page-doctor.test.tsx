import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PageDoctor } from '@/components/page-doctor';
import { OptionsApp } from '@/entrypoints/options/app';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { settingsWorld } from './support/settings-world';

type Looked = RpcOutput<'doctor.look'>;
type Page = Looked[number];
type Diagnosis = NonNullable<Page['diagnosis']>;

const email = { kind: 'email', value: 'vera@x.example', confidence: 1, found: '.mail' } as const;
const nothing = {
  ...({ outcome: 'nobody', why: null, adapter: null, pageKind: null, reading: null } as const),
  ...{ name: '', identifiers: [], candidates: [], missed: [] },
};
const vera: Partial<Diagnosis> = { outcome: 'customer', name: 'Vera Lind', identifiers: [email] };

const page = (diagnosis: Partial<Diagnosis> | null, more: Partial<Page> = {}): Looked => [
  {
    ...{ tabId: 7, title: 'Ticket 7', host: 'crm.example', crm: null, by: null, off: false, wrong: [] },
    ...({ decision: null, shown: 'nobody' } as const),
    diagnosis: diagnosis && { ...nothing, ...diagnosis },
    ...more,
  },
];
const rt = { crm: 'Request Tracker', by: 'heed' } as const;

async function lookAt(answer: Looked | Error, missing: string[] = []): Promise<void> {
  const onLook = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
  render(<PageDoctor user="" onLook={onLook} missing={missing} />);
  await userEvent.click(screen.getByRole('button', { name: 'Look at the open CRM pages' }));
}
const status = () => screen.findByRole('status');

describe('what Heed sees', () => {
  it('is the customer whom a page shows, and by what, in plain words', async () => {
    const of = { ...vera, adapter: 'rt', pageKind: 'ticket' };
    await lookAt(page(of, { ...rt, decision: 'take', shown: 'known' }));
    expect(await screen.findByText('Shows one customer')).toBeInTheDocument();
    for (const text of [
      'Read as a page of “Request Tracker”',
      'Vera Lind',
      'by the e-mail address vera@x.example',
    ])
      expect(await status()).toHaveTextContent(text);
  });

  it('keeps where that stands, and what was missed, for whoever mends it', async () => {
    const of = { ...vera, adapter: 'rt', pageKind: 'ticket', missed: [{ field: 'phone', selector: '.tel' }] };
    await lookAt(page(of, { ...rt, shown: 'known' }));
    expect(screen.getByText('.tel')).not.toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Details for whoever mends it' }));
    for (const text of [
      'adapter rt, page ticket',
      'vera@x.example: found at .mail',
      'looked for in vain: phone .tel',
    ])
      expect(await status()).toHaveTextContent(text);
  });

  it.each<[string, Partial<Page>]>([
    ['Read the way a person would: Heed knows no CRM here', {}],
    ['Read by what you taught for crm.example', { crm: '127.0.0.1', by: 'taught' }],
    ['Read by what Heed learned from your answers on crm.example', { crm: 'X', by: 'learned' }],
    ['Read as a page of “X”, by a file that was imported', { crm: 'X', by: 'file' }],
    ['Read as a page of “X”, by what your organisation handed on', { crm: 'X', by: 'organisation' }],
  ])('says by whose word: %s', async (words, more) => {
    await lookAt(page(vera, { shown: 'known', ...more }));
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('is those between whom it asks', async () => {
    const candidates = [{ name: '', identifiers: [email] }];
    await lookAt(page({ outcome: 'choose', candidates }, { decision: 'choose', shown: 'asks' }));
    expect(await screen.findByText('Asks who it is')).toBeInTheDocument();
    expect(await status()).toHaveTextContent('vera@x.example');
  });

  it.each<[string, 'customer' | 'choose', Page['decision'], Page['shown']]>([
    ['Shows one customer', 'customer', 'take', 'known'],
    ['Shows one customer, and asks once whether that is right', 'customer', 'ask', 'known'],
    ['Finds one customer, but asks each time, after your No', 'customer', 'choose', 'asks'],
    ['Finds one person, who is not in Heed, and shows nobody, after your No', 'customer', 'choose', 'nobody'],
    ['Finds one customer, but shows nobody, after your No', 'customer', 'refuse', 'nobody'],
    ['Finds one customer, but shows nobody: switched off by your organisation', 'customer', 'off', 'nobody'],
    ['Shows one person, who is not in Heed', 'customer', 'take', 'new'],
    ['Finds one person, and asks which customer in Heed it is', 'customer', 'take', 'asks'],
    ['Finds one person, but by nothing that Heed can look up: nobody is shown', 'customer', 'take', 'nobody'],
    ['Shows nobody yet: the page is being read. Stays it so, reload the page', 'customer', 'take', 'reading'],
    ['Asks who it is', 'choose', 'choose', 'asks'],
    ['Shows whom you chose', 'choose', 'choose', 'known'],
    ['Nobody is shown: of those it may be, nobody is in Heed', 'choose', 'choose', 'nobody'],
    ['Finds who it may be, but shows nobody: switched off by your organisation', 'choose', 'off', 'nobody'],
  ])('says what comes of it: %s', async (words, outcome, decision, shown) => {
    await lookAt(page({ outcome }, { decision, shown }));
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it.each<[string, Partial<Diagnosis>]>([
    ['Nobody is shown while you are signed out. Heed reads here: Vera Lind.', vera],
    ['Nobody is shown while you are signed out. Heed reads here: nobody.', {}],
    [
      'Nobody is shown while you are signed out. Heed reads here: vera@x.example or Bo.',
      {
        outcome: 'choose',
        candidates: [
          { name: '', identifiers: [email] },
          { name: 'Bo', identifiers: [] },
        ],
      },
    ],
  ])('is shown to nobody who is signed out: %s', async (words, diagnosis) => {
    await lookAt(page(diagnosis, { decision: 'take', shown: 'signed-out' }));
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(await status()).not.toHaveTextContent('Shows one customer');
  });

  it.each<[string, Diagnosis['why']]>([
    ['This looks like a list', 'list'],
    ['This address is none of the pages that “Request Tracker” knows.', 'no-page'],
    ['“Request Tracker” knows this address as a page on which nobody is open.', 'set-aside'],
    ['Nothing on the page names a customer', 'names-nobody'],
    ['This is a case without its customer', 'case'],
    ['The page is being read', 'rendering'],
    ['The page still shows another record', 'other-record'],
  ])('says why there is nobody: %s', async (words, why) => {
    await lookAt(page({ why, adapter: 'rt' }, rt));
    expect(await screen.findByText('Nobody is shown')).toBeInTheDocument();
    expect(await screen.findByText(words, { exact: false })).toBeInTheDocument();
  });

  it('says so where a CRM is switched off, by the organisation or by this person', async () => {
    await lookAt(page({ why: 'set-aside', adapter: 'rt' }, { ...rt, off: true, wrong: ['Other'] }));
    expect(await screen.findByText('Nobody is shown')).toBeInTheDocument();
    expect(await status()).toHaveTextContent('Switched off by your organisation: “Request Tracker”.');
    expect(await status()).toHaveTextContent('Switched off in settings, under CRMs: you said that “Other”');
    expect(await status()).not.toHaveTextContent('nobody is open');
  });

  it('says where a permission is missing', async () => {
    await lookAt([], ['desk.example']);
    expect(await status()).toHaveTextContent('Permission missing: Heed may not read desk.example yet.');
  });

  it('looks at once where somebody came for it', async () => {
    render(<PageDoctor user="" onLook={async () => page(vera, { shown: 'new' })} atOnce />);
    expect(await screen.findByText('Shows one person, who is not in Heed')).toBeInTheDocument();
  });

  it('is nothing to whoever signs in or out after it was looked for', async () => {
    const onLook = async () => page(vera, { shown: 'new' });
    const seen = () => screen.queryByText('Shows one person, who is not in Heed');
    const { rerender } = render(<PageDoctor user={undefined} onLook={onLook} atOnce />);
    await screen.findByText('Shows one person, who is not in Heed');
    rerender(<PageDoctor user="ana" onLook={onLook} atOnce />);
    expect(seen()).toBeInTheDocument();
    rerender(<PageDoctor user={undefined} onLook={onLook} atOnce />);
    rerender(<PageDoctor user="ben" onLook={onLook} atOnce />);
    expect(seen()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Look at the open CRM pages' }));
    await waitFor(() => expect(seen()).toBeInTheDocument());
    rerender(<PageDoctor user="" onLook={onLook} atOnce />);
    expect(seen()).toBeNull();
  });

  it.each<[string, Looked | Error]>([
    ['No page of your CRM is open', []],
    ['This tab can’t be read', page(null)],
    ['Heed couldn’t look.', new Error('gone')],
  ])('says so and what to do where there is nothing to see: %s', async (words, answer) => {
    await lookAt(answer);
    expect(await screen.findByText(words, { exact: false })).toBeInTheDocument();
  });
});

describe('the settings, opened for what Heed sees', () => {
  afterEach(() => {
    location.hash = '';
  });

  it.each([
    ['#what-heed-sees', 1],
    ['#else', 0],
    ['', 0],
  ])('show that part, and look at once: %s', async (hash, times) => {
    const scrolled = vi.fn();
    // jsdom has no such thing.
    Element.prototype.scrollIntoView = scrolled;
    location.hash = hash;
    const w = settingsWorld();
    w.show(OptionsApp);
    const card = await screen.findByRole('region', { name: 'What Heed sees' });
    await screen.findByLabelText('Address of your CRM');
    await waitFor(() => expect(w.background.inputsOf('doctor.look')).toHaveLength(times));
    await waitFor(() => expect(scrolled.mock.contexts).toEqual(Array(times).fill(card)));
  });
});

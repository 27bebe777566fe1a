import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { PageDoctor } from '@/components/page-doctor';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';

type Looked = RpcOutput<'doctor.look'>;

const email = { kind: 'email', value: 'vera@x.example', confidence: 1, found: '.mail' } as const;
const nothing = {
  adapter: null,
  pageKind: null,
  reading: null,
  name: '',
  identifiers: [],
  candidates: [],
  missed: [],
};

async function lookAt(answer: Looked | Error): Promise<void> {
  const onLook = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
  render(<PageDoctor onLook={onLook} />);
  await userEvent.click(screen.getByRole('button', { name: 'Look at the open CRM pages' }));
}
const page = (
  diagnosis: Looked[number]['diagnosis'],
  decision: Looked[number]['decision'] = null,
): Looked => [
  { tabId: 7, title: 'Ticket 7', host: 'crm.example', crm: diagnosis?.adapter ?? null, diagnosis, decision },
];
const status = () => screen.findByRole('status');

describe('what Heed sees', () => {
  it('is the customer whom a page shows, by what and where that stands, and what was missed', async () => {
    const missed = [{ field: 'phone', selector: '.tel' }];
    const about = { outcome: 'customer', adapter: 'rt', pageKind: 'ticket', name: 'Vera Lind' } as const;
    await lookAt(page({ ...nothing, ...about, identifiers: [email], missed }));
    expect(await screen.findByText('Shows one customer')).toBeInTheDocument();
    for (const text of ['by “rt”, ticket', 'Vera Lind', 'E-mail vera@x.example found at .mail'])
      expect(await status()).toHaveTextContent(text);
    await userEvent.click(screen.getByRole('button', { name: 'Looked for in vain: 1' }));
    expect(await screen.findByText('.tel')).toBeInTheDocument();
  });

  it('is those between whom it asks', async () => {
    const candidates = [{ name: '', identifiers: [email] }];
    await lookAt(page({ ...nothing, outcome: 'choose', candidates }));
    expect(await status()).toHaveTextContent('Asks who it is without an adapter');
    expect(await status()).toHaveTextContent('vera@x.example');
  });

  it.each<[string, 'customer' | 'choose', Looked[number]['decision']]>([
    ['Shows one customer without', 'customer', 'take'],
    ['Shows one customer, and asks once whether that is right', 'customer', 'ask'],
    ['Finds one customer, but asks each time, after your No', 'customer', 'choose'],
    ['Finds one customer, but shows nobody, after your No', 'customer', 'refuse'],
    ['Finds one customer, but shows nobody: switched off by your organisation', 'customer', 'off'],
    ['Asks who it is without', 'choose', 'choose'],
    ['Finds who it may be, but shows nobody: switched off by your organisation', 'choose', 'off'],
  ])('says what comes of it: %s', async (words, outcome, decision) => {
    await lookAt(page({ ...nothing, outcome }, decision));
    expect(await status()).toHaveTextContent(words);
  });

  it.each<[string, Looked | Error]>([
    ['No page of your CRM is open.', []],
    ['This tab can’t be read', page(null)],
    ['Nobody is open here', page({ ...nothing, outcome: 'nobody', adapter: 'rt' })],
    ['Heed couldn’t look.', new Error('gone')],
  ])('says so and what to do where there is nothing to see: %s', async (words, answer) => {
    await lookAt(answer);
    expect(await screen.findByText(words, { exact: false })).toBeInTheDocument();
  });
});

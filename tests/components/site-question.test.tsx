import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFakeBackground } from './support/fake-background';
import { makePage } from './support/make-view';
import { showSidebar } from './support/show-sidebar';

const question = () => screen.findByRole('region', { name: 'Does Heed read this site rightly?' });

describe('a site that nobody has seen to be read rightly', () => {
  it.each([
    ['Yes, that’s right', true],
    ['No, it’s wrong', false],
  ])('is asked about beside its customer: “%s”', async (label, right) => {
    const background = createFakeBackground({ page: makePage({ askSite: true }) });
    const { user } = showSidebar(background);
    expect(await question()).toHaveTextContent('Is this the customer who is open? Marta Kowalczyk');
    await user.click(within(await question()).getByRole('button', { name: label }));
    expect(background.inputsOf('site.answer')).toMatchObject([{ key: 'demo C-00202', right }]);
  });

  it('is asked about with what led to the customer, for a page can write any name beside it', async () => {
    const identifiers = [
      { kind: 'email', value: 'victor@acme.example' } as const,
      { kind: 'externalId', system: 'crm', recordType: 'contact', value: '4711' } as const,
    ];
    const page = makePage({ askSite: true, customer: { cardNumber: 202, identifiers } });
    showSidebar(createFakeBackground({ page }));
    expect(await question()).toHaveTextContent('By what stands on the page: victor@acme.example · 4711');
  });

  it('is asked about without a name where the page gives none', async () => {
    showSidebar(createFakeBackground({ page: makePage({ askSite: true, name: '' }) }));
    expect(await question()).toHaveTextContent('Is this the customer who is open? By what');
  });

  it('takes no answer from a click that something may have covered', async () => {
    const background = createFakeBackground({ page: makePage({ askSite: true }) });
    const covered = { watch: () => () => {}, sight: () => 'covered' as const, elsewhere: false };
    const { user } = showSidebar(background, { guard: covered });
    await user.click(within(await question()).getByRole('button', { name: 'Yes, that’s right' }));
    expect(background.inputsOf('site.answer')).toEqual([]);
  });
});

it('a site that is known to be read rightly is not asked about', async () => {
  showSidebar(createFakeBackground({ page: makePage() }));
  await screen.findByRole('heading', { name: 'Marta Kowalczyk' });
  expect(screen.queryByRole('region', { name: 'Does Heed read this site rightly?' })).toBeNull();
});

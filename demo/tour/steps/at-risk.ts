import type { TourStep } from '../tour';

/** What a page may not say before the caller is verified. */
async function leaks(text: string, secrets: readonly string[]): Promise<string[]> {
  return secrets.filter((secret) => text.includes(secret));
}

export const openCustomer: TourStep = {
  title: 'The phone rings: Ana finds the customer in the CRM, and Heed says who is calling',
  picture: 'at-risk',
  async run({ ana, story, see }) {
    await ana.page.getByRole('searchbox').fill(story.customerId);
    await ana.page.getByRole('searchbox').press('Enter');
    await ana.page.getByRole('link', { name: story.customerId }).click();
    const heading = ana.page.locator('h1.customer-name');
    await see('the CRM shows', async () => (await heading.allInnerTexts()).join(), story.name);
    await see('badge', ana.sidebar.badge, story.badge);
    await see('name in Heed', ana.sidebar.name, story.name);
    await see('say first', ana.sidebar.prompts, {
      that: 'one or two prompts',
      holds: (prompts) => prompts.length >= 1 && prompts.length <= 2,
    });
  },
};

export const keepQuiet: TourStep = {
  title: 'Nobody has checked who is on the line yet, so nothing about the account shows',
  async run({ ana, story, see }) {
    const secrets = [story.verbatim, 'Already told us', 'You may offer', `Score`];
    await see('what a stranger could learn', async () => leaks(await ana.sidebar.text(), secrets), {
      that: 'nothing',
      holds: (found) => found.length === 0,
    });
  },
};

export const verifyCaller: TourStep = {
  title: 'Ana verifies the caller: what they told us, in their own words, and what she may offer',
  picture: 'verified',
  dark: true,
  async run({ ana, story, see }) {
    await ana.sidebar.button('Verified').click();
    await see('caller', async () => (await ana.sidebar.region(/Already told us/).count()) > 0, true);
    await see('already told us', () => ana.sidebar.linesOf(/Already told us/), {
      that: `a list with their words: ${story.verbatim}`,
      holds: (lines) => lines.some((line) => line.includes(story.verbatim)),
    });
    await see('say first', ana.sidebar.prompts, {
      that: 'one or two prompts',
      holds: (prompts) => prompts.length >= 1 && prompts.length <= 2,
    });
    await see(
      'you may offer',
      async () =>
        (
          await ana.sidebar
            .region(/You may offer/)
            .getByRole('button')
            .allInnerTexts()
        ).map((t) => t.replace(/\s+/g, ' ')),
      { that: 'at least one offer', holds: (offers) => offers.length > 0 },
    );
  },
};

import type { Rep, Tour, TourStep } from '../tour';

/** What a page may not say before the caller is verified. */
async function leaks(text: string, secrets: readonly string[]): Promise<string[]> {
  return secrets.filter((secret) => text.includes(secret));
}

/** For a customer at risk Heed stands open; for others it is a tab at the edge, which says the level and opens. */
export async function seeBadge({ sidebar }: Rep, badge: string, see: Tour['see']): Promise<void> {
  if (badge !== 'At risk' && badge !== 'Watch') {
    await see('the tab at the edge', sidebar.tab, `Heed: ${badge}. Open`);
    await sidebar.button(/^Heed:/).click();
  }
  await see('badge', sidebar.badge, badge);
}

export const openCustomer: TourStep = {
  title: 'The phone rings: Ana finds the customer in the CRM, and Heed says who is calling',
  picture: 'at-risk',
  async run(tour) {
    const { ana, story, see } = tour;
    tour.page = ana.page;
    await ana.page.bringToFront();
    await ana.page.getByRole('searchbox').fill(story.customerId);
    await ana.page.getByRole('searchbox').press('Enter');
    await ana.page.getByRole('link', { name: story.customerId }).click();
    const heading = ana.page.locator('h1.customer-name');
    await see('the CRM shows', async () => (await heading.allInnerTexts()).join(), story.name);
    await seeBadge(ana, story.badge, see);
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
    await ana.sidebar.press('Verified');
    await see('already told us', () => ana.sidebar.linesOf(/Already told us/), {
      that: `their words, “${story.verbatim}”${story.expired ? ', and that the score is too old' : ''}`,
      holds: (lines) =>
        lines.some((line) => line.includes(story.verbatim)) &&
        lines.some((line) => line.includes('too old to go by')) === story.expired,
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
    await see('the note', () => ana.sidebar.asideOf(/^Note/), /^saved \d/);
  },
};

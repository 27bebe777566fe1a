import type { TourStep } from '../tour';

export const lookElsewhere: TourStep = {
  title:
    'While they talk she looks into another record: the call stays with its customer, and both are named',
  picture: 'two-people',
  async run({ ana, story, see }) {
    const { page, sidebar } = ana;
    await page.getByRole('link', { name: 'Customers', exact: true }).click();
    const others = page.locator('main[data-view="customers"] td a.strong');
    const names = await see('the CRM lists', async () => (await others.allInnerTexts()).slice(0, 3), {
      that: 'customers',
      holds: (list) => list.length > 0,
    });
    const other = names.find((name) => name !== story.name) ?? '';
    await others.filter({ hasText: other }).first().click();
    await see('Heed says', sidebar.twoPeople, {
      that: `the call’s ${story.name} and the page’s ${other}`,
      holds: (text) => text.includes(story.name) && text.includes(other),
    });
    await see('the note is still about', sidebar.name, story.name);
    await see('and still says', () => sidebar.field('Summary').inputValue(), story.note);
  },
};

export const comeBack: TourStep = {
  title: 'Back to the customer on the phone, with the browser’s own button',
  async run({ ana, story, see }) {
    const { page, sidebar } = ana;
    await page.goBack();
    await page.goBack();
    const heading = page.locator('h1.customer-name');
    await see('the CRM shows', async () => (await heading.allInnerTexts()).join(), story.name);
    await see('Heed names a second person', async () => (await sidebar.twoPeople()) !== '', false);
  },
};

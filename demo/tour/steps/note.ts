import type { TourStep } from '../tour';

const oneLine = (texts: string[]) => texts.map((t) => t.replace(/\s+/g, ' ').trim());

export const recordOffer: TourStep = {
  title: 'She offers the first thing on the list; the customer takes it, and it is done',
  async run({ ana, see }) {
    const offers = ana.sidebar.region(/You may offer/);
    const first = offers.getByRole('button').first();
    const label = oneLine(await first.allInnerTexts()).join();
    const given = offers.getByRole('list', { name: 'In this call' }).getByRole('listitem');
    // Heed counts a click only where it was in plain sight for half a second, and where the pointer came by its own way.
    const goThere = () => offers.hover({ position: { x: 8, y: 8 } });
    await see(
      `after a click on “${label}”`,
      async () => {
        if ((await given.count()) === 0) {
          await goThere();
          await first.click({ timeout: 5000 });
        }
        return oneLine(await given.allInnerTexts()).join();
      },
      /offered/,
    );
    const press = async (name: string) =>
      given.getByRole('button', { name, exact: true }).click({ timeout: 5000 });
    await see(
      'the customer says yes',
      async () => {
        if ((await given.getByLabel('Reference').count()) === 0) await press('Accepted');
        return oneLine(await given.allInnerTexts()).join();
      },
      /accepted/,
    );
    await given.getByLabel('Reference').fill('RF-2041');
    await see(
      'done, with the other system’s number',
      async () => {
        if ((await given.getByLabel('Reference').count()) > 0) await press('Done');
        return oneLine(await given.allInnerTexts()).join();
      },
      /done, ref\. RF-2041/,
    );
  },
};

export const writeNote: TourStep = {
  title: 'She takes down what was said; every keystroke is on disk',
  picture: 'note',
  async run({ ana, story, see }) {
    const { sidebar } = ana;
    await sidebar.button(/^Called about/).click();
    await sidebar.option('Billed twice or wrongly').click();
    await sidebar.button(/^Unhappy with/).click();
    await sidebar.option('Had to tell it again').click();
    await sidebar.field('Summary').pressSequentially(story.note, { delay: 5 });
    await sidebar.field('Promise').fill('Call back with the booking date');
    await see('note', () => sidebar.asideOf(/^Note/), /^saved \d/);
  },
};

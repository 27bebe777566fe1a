import type { TourStep } from '../tour';
import { seeBadge } from './at-risk';
import { signIn } from './sign-in';

export const benReads: TourStep = {
  title: 'At another desk, in another browser, Ben opens the same customer and reads the note',
  picture: 'second-rep',
  async run(tour) {
    const { story, crmUrl, see } = tour;
    const ben = await tour.seatBen();
    tour.page = ben.page;
    await signIn(ben, { ...tour, firstRun: true });
    await ben.page.bringToFront();
    await ben.page.goto(`${crmUrl}/customers/${story.customerId}`);
    // Ana's note is a contact of this customer's: it may have changed the level since the tour began.
    await seeBadge(ben, await tour.levelNow(), see);
    await ben.sidebar.press('Verified');
    const fold = ben.sidebar.button(/^Earlier notes/);
    await see('Ben’s sidebar has', async () => (await fold.allInnerTexts()).join(), /Earlier notes \(\d+\)/);
    await fold.click();
    const itself = (note: string) => note.includes(tour.ana.name) && note.includes(story.note);
    await see('Ana’s note', async () => (await ben.sidebar.notes()).filter(itself).join(), {
      that: `by ${tour.ana.name}: ${story.note}`,
      holds: itself,
    });
    await ben.sidebar.note(story.note).scrollIntoViewIfNeeded();
  },
};

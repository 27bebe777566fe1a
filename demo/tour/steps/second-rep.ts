import type { TourStep } from '../tour';
import { signIn } from './sign-in';

export const benReads: TourStep = {
  title: 'At another desk, in another browser, Ben opens the same customer and reads the note',
  picture: 'second-rep',
  async run(tour) {
    const { story, crmUrl, see } = tour;
    const ben = await tour.seatBen();
    tour.page = ben.page;
    await signIn(ben, tour, `${crmUrl}/customers/${story.customerId}`);
    await see('badge', ben.sidebar.badge, story.badge);
    await ben.sidebar.button('Verified').click();
    const fold = ben.sidebar.button(/^Earlier notes/);
    await see('Ben’s sidebar has', async () => (await fold.allInnerTexts()).join(), /Earlier notes \(\d+\)/);
    await fold.click();
    await see('the newest note', ben.sidebar.newestNote, {
      that: `by ${tour.ana.name}: ${story.note}`,
      holds: (note) => note.includes(tour.ana.name) && note.includes(story.note),
    });
  },
};

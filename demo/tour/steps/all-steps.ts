import type { TourStep } from '../tour';
import { keepQuiet, openCustomer, verifyCaller } from './at-risk';
import { loseNetwork, regainNetwork } from './network';
import { recordOffer, writeNote } from './note';
import { benReads } from './second-rep';
import { signIn } from './sign-in';

const anaSignsIn: TourStep = {
  title: 'Ana signs in, through the store’s own page',
  run: (tour) => signIn(tour.ana, tour, `${tour.crmUrl}/customers/${tour.story.customerId}`),
};

/** The tour, in the order of a call. */
export const allSteps: readonly TourStep[] = [
  anaSignsIn,
  openCustomer,
  keepQuiet,
  verifyCaller,
  recordOffer,
  writeNote,
  loseNetwork,
  regainNetwork,
  benReads,
];

import type { TourStep } from '../tour';
import { keepQuiet, openCustomer, verifyCaller } from './at-risk';
import { loseNetwork, regainNetwork } from './network';
import { recordOffer, writeNote } from './note';
import { comeBack, lookElsewhere } from './other-record';
import { benReads } from './second-rep';
import { anaSignsIn } from './sign-in';

/** The tour, in the order of a call. */
export const allSteps: readonly TourStep[] = [
  anaSignsIn,
  openCustomer,
  keepQuiet,
  verifyCaller,
  recordOffer,
  writeNote,
  lookElsewhere,
  comeBack,
  loseNetwork,
  regainNetwork,
  benReads,
];

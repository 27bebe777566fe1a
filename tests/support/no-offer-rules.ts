import { z } from 'zod';
import { offerRules } from '@/lib/domain/offer-rules';

/** No rule at all: what a playbook of before says. */
export const noOfferRules = z.object(offerRules).parse({});

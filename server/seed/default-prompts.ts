import type { Prompt } from '@/lib/domain/playbook';
import { billing } from './prompts/billing';
import { complaintPrompts } from './prompts/complaint';
import { delivery } from './prompts/delivery';
import { emotionPrompts } from './prompts/emotions';
import { handedOver } from './prompts/handed-over';
import { known, stillOwed } from './prompts/known';
import { leaving } from './prompts/leaving';
import { middleAndEnd } from './prompts/middle-and-end';
import { opening } from './prompts/opening';
import { outreach } from './prompts/outreach';
import { outreachThemes } from './prompts/outreach-themes';
import { price } from './prompts/price';
import { product } from './prompts/product';
import { staff } from './prompts/staff';
import { supportPrompts } from './prompts/support';
import { waiting } from './prompts/waiting';

/**
 * Written afresh from the practice and the studies that `source` names; intents, never scripts. The first that fit are
 * shown, so the particular ones stand before the general: whom the call must go easy on, what was handed over, what is a
 * right, what we know, how they feel, what it is about, what we owe, and then what fits any call. In each phase two at least disclose nothing
 * and always fit, for a caller whom nobody has verified.
 */
export const defaultPrompts: Prompt[] = [
  ...supportPrompts,
  ...handedOver,
  ...complaintPrompts,
  ...known,
  ...emotionPrompts,
  ...[billing, delivery, product, price, staff, waiting, leaving, outreachThemes, stillOwed].flat(),
  ...opening,
  ...middleAndEnd,
  ...outreach,
];

import type { LossKind, Macro, OfferRules } from '@/lib/domain/offer-rules';

const losses: Record<string, LossKind> = {
  'billed-twice': 'money',
  'refund-missing': 'money',
  'price-increase': 'money',
  'delivery-late': 'time',
  'engineer-missed': 'time',
  'no-connection': 'time',
  'slow-internet': 'time',
  'device-fault': 'time',
  'treated-badly': 'treatment',
  'wrong-advice': 'treatment',
  'long-wait': 'process',
  'told-again': 'process',
  'bill-unclear': 'process',
};

const macros: Macro[] = [
  {
    id: 'checked',
    label: { en: 'Checked together', es: 'Comprobado' },
    text: {
      en: 'Went through it with {customer}, step by step. They agree with what was found.',
      es: 'Revisado paso a paso con {customer}. Está de acuerdo con lo encontrado.',
    },
  },
  {
    id: 'will-call',
    label: { en: 'We call back', es: 'Llamamos nosotros' },
    text: {
      en: 'We call back, they need not ring again: {promise}, by {due}.',
      es: 'Llamamos nosotros, no hace falta que vuelva a llamar: {promise}, antes del {due}.',
    },
  },
  {
    id: 'no-change',
    label: { en: 'No change', es: 'Sin cambios' },
    text: {
      en: '{customer} wanted it noted only. Nothing was changed.',
      es: '{customer} solo quería dejar constancia. No se cambió nada.',
    },
  },
];

/** The rules of giving that an organisation starts with. It changes them as it learns. */
export const defaultOfferRules: OfferRules = {
  limitPerDayMinor: 30_000,
  limitPerCustomerMinor: 10_000,
  customerDays: 90,
  reofferDays: 30,
  approvalSeconds: 60,
  losses,
  macros,
};

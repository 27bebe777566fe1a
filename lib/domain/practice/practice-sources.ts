/** Where an explanation comes from: authors, what it is, year. The keys are those of the prompts’ sources. */
export const practiceSources = {
  X1: 'Marinova, Singh & Singh, Journal of Marketing Research, 2018',
  X3: 'Packard, Li & Berger, Journal of Consumer Research, 2023',
  X4: 'Packard, Moore & McFerran, Journal of Marketing Research, 2018',
  X5: 'Packard & Berger, Journal of Consumer Research',
  X6: 'Abeler and others, 2009',
  X7: 'Gelbrich & Roschk, meta-analysis',
  X8: 'de Matos and others, meta-analysis, 2007',
  X9: 'Study of 40,813 customers: how bad it was and what they did next',
  C2: 'CustomerGauge: absence of signal',
  D1: 'Disney Institute: hear, empathise, apologise, resolve, diagnose',
  E2: 'Complaint handling guide to the FCA’s rules (UK)',
} as const;

export type PracticeSource = keyof typeof practiceSources;
export const practiceSourceKeys = Object.keys(practiceSources) as [PracticeSource, ...PracticeSource[]];

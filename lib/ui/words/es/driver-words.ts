import type { DriverCode } from '@/lib/domain/card';
import { formatAgo, formatTenure, plural } from '../../format';
import type { DriverFacts } from '../driver-words';

export const driverEs: Record<DriverCode, (card: DriverFacts, now: Date) => string> = {
  'score-detractor': (c) =>
    c.score ? `nos puso un ${c.score.value} de 10` : 'descontento la última vez que se le preguntó',
  'score-passive': (c) =>
    c.score ? `ni bien ni mal, ${c.score.value} de 10` : 'ni bien ni mal la última vez que se le preguntó',
  'score-ageing': (c, now) =>
    c.score
      ? `nos puso un ${c.score.value} de 10 ${formatAgo(c.score.at, now)}`
      : 'descontento la última vez que se le preguntó, hace mucho',
  'tenure-short': (c, now) => {
    const tenure = c.since ? formatTenure(c.since, now) : 'new';
    return tenure === 'new' ? 'cliente nuevo' : `cliente nuevo (${tenure})`;
  },
  'contract-monthly': () => 'contrato mes a mes',
  'contract-yearly': () => 'contrato anual',
  'contacts-many': (c) => `${plural(c.contacts90, 'contacto', 'contactos')} en 90 días`,
  'case-open': () => 'caso aún abierto',
  'promise-broken': (c) =>
    c.brokenPromises > 1 ? `${c.brokenPromises} promesas sin cumplir` : 'una promesa sin cumplir',
};

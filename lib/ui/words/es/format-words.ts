import type { Worded } from '@/lib/platform/language';
import type { formatEn } from '../format-words';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('es')} ${n === 1 ? one : many}`;

export const formatEs: Worded<typeof formatEn> = {
  openQuote: '«',
  closeQuote: '»',
  spokenDay: ({ weekday, day, month, year }) =>
    [`el ${weekday} ${day} de ${month}`, year].filter(Boolean).join(' de '),
  underMegabyte: 'menos de 1 MB',
  yesterday: 'ayer',
  today: 'hoy',
  tomorrow: 'mañana',
  justNow: 'ahora mismo',
  ago: (age) => `hace ${age}`,
  left: (time) => `quedan unos ${time}`,
  moment: (clock, on, isNear) => (isNear ? `${on} a las ${clock}` : `el ${on} a las ${clock}`),
  share: (here, all) => `${here} de ${all}`,
  days: (n) => count(n, 'día', 'días'),
  months: (n) => count(n, 'mes', 'meses'),
  years: (n) => count(n, 'año', 'años'),
  tenureYears: (n) => count(n, 'año', 'años'),
  tenureMonths: (n) => count(n, 'mes', 'meses'),
};

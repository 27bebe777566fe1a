import type { Worded } from '@/lib/platform/language';
import type { nameEn } from '../name-words';

export const nameEs: Worded<typeof nameEn> = {
  nameless: 'un cliente sin nombre',
  another: 'otro cliente',
  absent: 'No está en Heed',
};

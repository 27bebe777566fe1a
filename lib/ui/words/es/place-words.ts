import type { Worded } from '@/lib/platform/language';
import type { placeEn } from '../place-words';

export const placeEs: Worded<typeof placeEn> = {
  title: 'Sitio y tamaño',
  menu: 'Sitio y tamaño…',
  lead: 'Para este CRM. Heed lo recuerda.',
  side: 'Borde',
  sides: { left: 'Izquierdo', right: 'Derecho' },
  width: 'Ancho',
  widthOf: (px) => `${px} píxeles`,
  room: 'La página',
  rooms: { push: 'deja sitio', over: 'se queda como está' },
  roomHint: 'Una página que no puede dejar sitio se queda como está, y Heed tapa su borde.',
  opens: 'Heed se abre',
  openings: { itself: 'por sí solo', asked: 'cuando lo pido' },
  resize: 'Ancho de Heed',
  hide: 'Ocultar lo que no deben leer otros',
  show: 'Mostrar todo otra vez',
  hidden: 'La puntuación y las palabras del cliente están ocultas.',
  shown: 'Se muestra todo otra vez.',
};

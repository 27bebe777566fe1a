import type { RescueAction } from '@/lib/domain/playbook';

/** What the default rescue actions are called in other languages, by code. */
export const actionLabels: Readonly<Record<string, RescueAction['labels']>> = {
  'refund-charge': { es: 'Devolver el cobro erróneo' },
  'credit-days-lost': { es: 'Abonar los días sin servicio' },
  'replace-device': { es: 'Aparato nuevo por envío urgente' },
  'engineer-in-two-days': { es: 'Técnico en dos días' },
  'refund-delivery': { es: 'Devolver los gastos de envío' },
  'check-bills': { es: 'Revisar las tres últimas facturas' },
  'old-price-three-months': { es: 'Precio anterior durante tres meses' },
  'direct-line': { es: 'Línea directa, sin espera, durante 30 días' },
  'named-callback': { es: 'Llamada de una persona con nombre' },
  'written-explanation': { es: 'Qué ha pasado, por escrito' },
};

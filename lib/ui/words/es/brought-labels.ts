/**
 * What Heed's own lists call things, in Spanish, by the English that stands in the store. What an organisation wrote
 * itself is its own, in whatever language it is.
 */
export const broughtEs: ReadonlyMap<string, string> = new Map([
  // jurisdictions, and the steps of their clocks
  ['General', 'General'],
  ['UK, financial (FCA)', 'Reino Unido, financiero (FCA)'],
  ['First answer', 'Primera respuesta'],
  ['Final answer', 'Respuesta final'],
  ['Simple route', 'Vía sencilla'],
  // categories of reasons
  ['Billing', 'Facturación'],
  ['Delivery', 'Entrega'],
  ['Product', 'Producto'],
  ['Price', 'Precio'],
  ['People', 'Trato'],
  ['Waiting', 'Esperas'],
  ['Contract', 'Contrato'],
  ['Other', 'Otros'],
  // reasons
  ['Billed twice or wrongly', 'Cobrado dos veces o mal'],
  ['Bill not understood', 'No entiende la factura'],
  ['Refund not arrived', 'Reembolso sin llegar'],
  ['Delivery late or wrong', 'Entrega tarde o equivocada'],
  ['Engineer did not come', 'El técnico no vino'],
  ['No connection', 'Sin conexión'],
  ['Slow or unsteady connection', 'Conexión lenta o inestable'],
  ['Device broken', 'Aparato averiado'],
  ['Price went up', 'Subida de precio'],
  ['Better offer elsewhere', 'Mejor oferta en otra compañía'],
  ['Treatment by staff', 'Trato del personal'],
  ['Wrong or different answers', 'Respuestas equivocadas o distintas'],
  ['Waited too long', 'Esperó demasiado'],
  ['Had to tell it again', 'Tuvo que contarlo otra vez'],
  ['Contract terms', 'Condiciones del contrato'],
  ['Cancellation', 'Baja'],
  ['Moving house', 'Mudanza'],
  ['Something else', 'Otra cosa'],
]);

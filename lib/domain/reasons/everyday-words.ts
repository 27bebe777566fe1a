import { stemOf } from './note-features';

/** Said in any call, whatever it is about: to greet, to ask, to say when and to whom. Shorter words count for none anyway. */
const english = `
about above after again also always another anybody anyone anything answer around asked away back because been before being
better between both bring call came come could customer date days didn't does doesn't done don't down early else email even
evening ever every everything fine find first from gave gets give given goes going gone good great half have having hear
heard hello help here hope hour hours information into isn't just keep kind knew know last later least less letter like
little long look lots made madam mail make many maybe mean message might mind minute month more morning most much must name
near need next nice night note number often once only open other over people perhaps person phone place please possible
problem question quick quite rather really reason regard ring said same says second seem send sent should since some
someone something soon sorry speak spoke spoken start still such sure take talk tell thank that their them then there these
they thing think this those thought today together told tomorrow tonight tried until upon used using very wants week well
went were what when where which while will wish with within without wonder word would write wrote yeah year yesterday your
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december`;

const spanish = `
para pero como cuando donde dónde quien quién porque pues también tampoco mucho mucha poco todo toda nada algo alguien otro
otra hasta desde entre sobre antes después ahora luego ayer mañana tardes noche semana fecha llamar llamada llame llamen
llamo llama llamó llaman teléfono favor gracias buenos buenas bueno buena hola quiere quiero quisiera querer puede puedo
pueden poder saber sabe decir dice dijo dicho hablar habla hacer hace hizo hecho tener tiene tengo está estaba están estoy
esta este esto cliente persona señor señora preguntar pregunta preguntó información minuto hora lunes martes miércoles
jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
número nombre correo mensaje cosa veces siempre mismo misma solo usted ustedes nosotros cuál cuándo`;

const everyday: ReadonlySet<string> = new Set(`${english} ${spanish}`.trim().split(/\s+/).map(stemOf));

/** Does this word say nothing of why somebody is unhappy, wherever it stands? @param word as `wordsOf` gives it */
export const isEveryday = (word: string): boolean => everyday.has(stemOf(word));

/** What the page says; `company` is the name on the button. Errors are keyed by status, or as the store names them. */
const en = (company) => ({
  title: 'Sign in · Heed',
  heading: 'Sign in to Heed',
  email: 'E-mail',
  password: 'Password',
  button: 'Sign in',
  company: `Sign in with ${company}`,
  companyStays: `Signing out of Heed later ends your sign-in at Heed alone. On a shared computer, sign out of ${company} too.`,
  signedOut: `The last person is signed out of Heed. They may still be signed in at ${company}: Heed asks it who you are.`,
  or: 'Or with e-mail and password',
  administrators: 'Administrators: sign in with a password',
  done: 'You are signed in. You can close this page.',
  401: 'The e-mail or the password is not right.',
  403: `Passwords are for administrators only here. Choose “Sign in with ${company}”.`,
  429: 'Too many attempts with this e-mail. Wait five minutes, then try again.',
  400: 'This page is too old, or the e-mail can’t be read. Start again from Heed.',
  other: 'Heed can’t sign you in right now. Try again in a moment.',
  empty: 'Type your e-mail and your password.',
  offline: 'The store can’t be reached. Check the network, then try again.',
  unreachable: `${company} can’t be reached right now. Try again in a minute. If it goes on, tell your administrator.`,
  email_not_verified: `${company} hasn’t confirmed that your e-mail address is yours. Ask whoever looks after your account there to confirm it, then try again.`,
  email_not_found: `${company} gave Heed no e-mail address that it can use. Ask your administrator.`,
  other_domain: `The e-mail address of your account at ${company} isn’t one of your company’s. Choose your work account there, or ask your administrator.`,
  signup_disabled:
    'Heed doesn’t know your e-mail address yet. Ask your administrator to add you, then try again.',
  removed: 'You were taken out of Heed. If that is a mistake, ask your administrator to add you again.',
  other_identity: `Your e-mail address came to Heed with another account of ${company} before. Ask your administrator to link the new one.`,
  access_denied: `${company} didn’t let you in, or you stopped there. Try again, or ask your administrator whether you may use Heed.`,
  state_mismatch:
    'This sign-in was begun in another browser, was used already, or took too long. Close this window and start again from Heed.',
  company_other: `Heed couldn’t trust what ${company} answered, so nobody is signed in. Try again. If it goes on, tell your administrator.`,
});

const es = (company) => ({
  title: 'Iniciar sesión · Heed',
  heading: 'Inicia sesión en Heed',
  email: 'Correo electrónico',
  password: 'Contraseña',
  button: 'Iniciar sesión',
  company: `Iniciar sesión con ${company}`,
  companyStays: `Cuando cierres la sesión de Heed se cerrará solo la de Heed. En un ordenador compartido, cierra también la de ${company}.`,
  signedOut: `La última persona ha cerrado la sesión de Heed. Puede seguir abierta la suya de ${company}: Heed le pregunta quién eres.`,
  or: 'O con correo y contraseña',
  administrators: 'Administradores: entrar con contraseña',
  done: 'Has iniciado sesión. Puedes cerrar esta página.',
  401: 'El correo o la contraseña no son correctos.',
  403: `Aquí las contraseñas son solo para administradores. Elige «Iniciar sesión con ${company}».`,
  429: 'Demasiados intentos con este correo. Espera cinco minutos y prueba otra vez.',
  400: 'Esta página es demasiado antigua, o el correo no se puede leer. Empieza otra vez desde Heed.',
  other: 'Heed no puede iniciar tu sesión ahora. Prueba otra vez en un momento.',
  empty: 'Escribe tu correo y tu contraseña.',
  offline: 'No se puede conectar con el servidor. Comprueba la red y prueba otra vez.',
  unreachable: `Ahora no se puede conectar con ${company}. Prueba otra vez en un minuto. Si continúa, díselo a tu administrador.`,
  email_not_verified: `${company} no ha confirmado que tu correo sea tuyo. Pide que lo confirme a quien lleva allí tu cuenta y prueba otra vez.`,
  email_not_found: `${company} no le ha dado a Heed ningún correo que pueda usar. Pregunta a tu administrador.`,
  other_domain: `El correo de tu cuenta de ${company} no es de tu empresa. Elige allí tu cuenta de trabajo o pregunta a tu administrador.`,
  signup_disabled: 'Heed aún no conoce tu correo. Pide a tu administrador que te añada y prueba otra vez.',
  removed: 'Te han quitado de Heed. Si es un error, pide a tu administrador que te añada otra vez.',
  other_identity: `Tu correo llegó antes a Heed con otra cuenta de ${company}. Pide a tu administrador que enlace la nueva.`,
  access_denied: `${company} no te dejó entrar, o lo dejaste allí. Prueba otra vez o pregunta a tu administrador si puedes usar Heed.`,
  state_mismatch:
    'Este inicio de sesión empezó en otro navegador, ya se usó o tardó demasiado. Cierra esta ventana y empieza otra vez desde Heed.',
  company_other: `Heed no pudo fiarse de la respuesta de ${company}, así que nadie ha iniciado sesión. Prueba otra vez. Si continúa, díselo a tu administrador.`,
});

/** better-auth's own names of what has words here already. It asks about the address before Heed does. */
const sameAs = {
  account_not_linked: 'email_not_verified',
  state_not_found: 'state_mismatch',
  oauth_provider_not_found: 'unreachable',
};

/** What Heed asked for (`ui_locales`, as OpenID Connect calls it), else what the browser speaks. */
function spoken() {
  const asked = new URLSearchParams(location.search).get('ui_locales')?.split(' ') ?? [];
  const first = [...asked, ...navigator.languages].find((tag) => /^(en|es)\b/i.test(tag)) ?? 'en';
  return /^es/i.test(first) ? 'es' : 'en';
}

export const language = spoken();

/** In the language of whoever is here. */
export const wordsFor = (company) => (language === 'es' ? es : en)(company);

/** What came back with somebody from the provider, in words: an error that isn't known is never shown as it is. */
export function companyError(words, code) {
  const name = Object.hasOwn(sameAs, code) ? sameAs[code] : code;
  return /^[a-z_]+$/.test(name) && Object.hasOwn(words, name) ? words[name] : words.company_other;
}

const form = document.getElementById('sign-in');
const problem = document.getElementById('problem');
const fields = [document.getElementById('email'), document.getElementById('password')];
const button = form.querySelector('button');

/** The authorize request that led here: only what the store signed goes back, see better-auth's `ba_param`. */
function signedQuery() {
  const query = new URLSearchParams(location.search);
  const signed = new Set(query.getAll('ba_param'));
  if (!query.has('sig') || signed.size === 0) return undefined;
  const kept = [...query].filter(([name]) => name === 'sig' || name === 'ba_param' || signed.has(name));
  return new URLSearchParams(kept).toString();
}

function say(text, wrongFields) {
  problem.textContent = text;
  for (const field of fields) field.setAttribute('aria-invalid', String(wrongFields.includes(field)));
  wrongFields[0]?.focus();
}

const en = {
  title: 'Sign in · Heed',
  heading: 'Sign in to Heed',
  email: 'E-mail',
  password: 'Password',
  button: 'Sign in',
  done: 'You are signed in. You can close this page.',
  401: 'The e-mail or the password is not right.',
  429: 'Too many attempts with this e-mail. Wait five minutes, then try again.',
  400: 'This page is too old, or the e-mail can’t be read. Start again from Heed.',
  other: 'Heed can’t sign you in right now. Try again in a moment.',
  empty: 'Type your e-mail and your password.',
  offline: 'The store can’t be reached. Check the network, then try again.',
};

const es = {
  title: 'Iniciar sesión · Heed',
  heading: 'Inicia sesión en Heed',
  email: 'Correo electrónico',
  password: 'Contraseña',
  button: 'Iniciar sesión',
  done: 'Has iniciado sesión. Puedes cerrar esta página.',
  401: 'El correo o la contraseña no son correctos.',
  429: 'Demasiados intentos con este correo. Espera cinco minutos y prueba otra vez.',
  400: 'Esta página es demasiado antigua, o el correo no se puede leer. Empieza otra vez desde Heed.',
  other: 'Heed no puede iniciar tu sesión ahora. Prueba otra vez en un momento.',
  empty: 'Escribe tu correo y tu contraseña.',
  offline: 'No se puede conectar con el servidor. Comprueba la red y prueba otra vez.',
};

/** What Heed asked for (`ui_locales`, as OpenID Connect calls it), else what the browser speaks. */
function spoken() {
  const asked = new URLSearchParams(location.search).get('ui_locales')?.split(' ') ?? [];
  const first = [...asked, ...navigator.languages].find((tag) => /^(en|es)\b/i.test(tag)) ?? 'en';
  return /^es/i.test(first) ? 'es' : 'en';
}

const language = spoken();
const words = language === 'es' ? es : en;

function translate() {
  document.documentElement.lang = language;
  document.title = words.title;
  for (const element of document.querySelectorAll('[data-words]')) {
    element.textContent = words[element.dataset.words];
  }
}

async function signIn() {
  const [email, password] = fields;
  const answer = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({
      email: email.value.trim(),
      password: password.value,
      oauth_query: signedQuery(),
    }),
  });
  if (!answer.ok) {
    say(words[answer.status] ?? words.other, answer.status === 401 ? [password, email] : []);
    return;
  }
  const { url } = await answer.json();
  if (url) {
    location.assign(url);
    return;
  }
  form.hidden = true;
  document.getElementById('done').hidden = false;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const empty = fields.filter((field) => field.value.trim() === '');
  if (empty.length > 0) {
    say(words.empty, empty);
    return;
  }
  say('', []);
  button.disabled = true;
  try {
    await signIn();
  } catch {
    say(words.offline, []);
  } finally {
    button.disabled = false;
  }
});

translate();
fields.find((field) => field.value === '')?.focus();

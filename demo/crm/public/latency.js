const KEY = 'crm-latency';

/** How long this tab keeps the old record on screen after the address has changed: `?latency=800` once, else 150 to 400 ms. */
export function latency() {
  const asked = new URLSearchParams(location.search).get('latency');
  if (asked !== null && /^\d{1,5}$/.test(asked)) sessionStorage.setItem(KEY, asked);
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? 150 + Math.random() * 250 : Number(kept);
}

export function wait(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

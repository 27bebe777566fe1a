import { browser } from 'wxt/browser';

export const NAMELESS_ALARM = 'heed-nameless';

/** Apart from the alarm by which everything else is sent: see `createNamelessPost`. */
export async function setNamelessAlarm(at: number | null): Promise<void> {
  const known = await browser.alarms.get(NAMELESS_ALARM);
  if (at === null) await browser.alarms.clear(NAMELESS_ALARM);
  else if (known?.scheduledTime !== at) await browser.alarms.create(NAMELESS_ALARM, { when: at });
}

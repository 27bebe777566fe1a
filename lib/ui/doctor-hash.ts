/** The settings' address ends in this where "What Heed sees" was asked for: that part is shown, and looks at once. */
export const DOCTOR_HASH = '#what-heed-sees';

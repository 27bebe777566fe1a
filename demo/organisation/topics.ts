/**
 * What customers of the generated organisation call about and complain about. `code` is a reason of the store's list.
 * In the texts `{n}` is a small number, `{sum}` an amount, `{month}` a month, `{day}` a weekday.
 */
export type Topic = {
  code: string;
  /** such a reason is what people call about, too; the others are about how they were served */
  calledAbout: boolean;
  /** how many of a hundred contacts */
  weight: number;
  /** from an unhappy customer: one thing that happened */
  events: readonly [string, ...string[]];
  /** what the rep wrote down */
  summaries: readonly [string, ...string[]];
  /** what is promised when something is */
  promises: readonly [string, ...string[]];
};

const billedTwice: Topic = {
  code: 'billed-twice',
  calledAbout: true,
  weight: 16,
  events: [
    'I was charged {sum} twice in {month}.',
    'The same invoice left my account two times.',
    'There is a {sum} charge on my bill that nobody can explain.',
    'My {month} bill was {sum} higher than the one before, with the same contract.',
    'I cancelled the TV box and you went on charging for it.',
  ],
  summaries: [
    'Charged twice for {month}. Checked both bookings, the second one is ours.',
    'Asks about {sum} on the last bill. It is the setup fee, which should have been waived.',
    'Bill shows a TV box that went back in {month}. Passed to billing.',
    'Wants to know why the bill is higher. The discount ended in {month}.',
  ],
  promises: ['Refund of {sum}', 'Corrected bill for {month}', 'Call back from billing'],
};

const priceRose: Topic = {
  code: 'price-increase',
  calledAbout: true,
  weight: 12,
  events: [
    'The price went up by {sum} and I only noticed on the bank statement.',
    'New customers pay {sum} less than I do after {n} years.',
    'I was told the price was fixed, then it rose in {month}.',
    'A competitor offers the same speed for {sum} less.',
  ],
  summaries: [
    'Unhappy with the price rise of {month}. Explained the terms and the smaller plan.',
    'Compares us with an offer that is {sum} cheaper. Thinking it over.',
    'Did not get the letter about the new price. Address on file is the old one.',
  ],
  promises: ['Letter with the price history', 'Offer in writing', 'Call back about the smaller plan'],
};

const outage: Topic = {
  code: 'no-connection',
  calledAbout: true,
  weight: 17,
  events: [
    'No connection for {n} days and no word from you.',
    'The line goes dead every evening around eight.',
    'I work from home and lost {day} and the day after because of your outage.',
    'Internet was gone on {day} and the app said everything was fine.',
    'The phone line has crackled since {month}.',
  ],
  summaries: [
    'No connection since {day}. Cabinet fault, engineers are on site.',
    'Line drops in the evening. Reset the port, asked to watch it for two days.',
    'Crackling on the line. Measured it, values are bad, booked an engineer.',
    'Was offline for {n} days. Credit for the days lost is due.',
  ],
  promises: ['Engineer visit', 'Credit for {n} days offline', 'Text message when the cabinet is repaired'],
};

const slow: Topic = {
  code: 'slow-internet',
  calledAbout: true,
  weight: 11,
  events: [
    'I pay for 250 and get {n}0 on a good day.',
    'Video calls freeze as soon as my son comes home from school.',
    'The speed is fine at six in the morning and never after that.',
    'Your new router is slower than the old one.',
  ],
  summaries: [
    'Speed is a tenth of the plan in the evening. Moved to another channel.',
    'Slow over wireless only, cable is fine. Sent the guide for the second access point.',
    'Router swap did not help. Line measured, asked the network team.',
  ],
  promises: ['Result of the line measurement', 'Second access point by post'],
};

const engineer: Topic = {
  code: 'engineer-missed',
  calledAbout: true,
  weight: 11,
  events: [
    'I took {day} off and the engineer did not come.',
    'The engineer came {n} hours late and had the wrong part.',
    '{n} appointments, {n} different engineers, same fault.',
    'Nobody rang the bell, yet the app says I was not at home.',
  ],
  summaries: [
    'Engineer did not come on {day}. New appointment, first slot of the morning.',
    'Was at home all day, job closed as "not at home". Opened it again.',
    'Engineer lacked the part. Part is ordered, appointment to be made.',
  ],
  promises: ['New appointment, first slot', 'Call an hour before the engineer comes'],
};

const delivery: Topic = {
  code: 'delivery-late',
  calledAbout: true,
  weight: 9,
  events: [
    'The router was to come on {day} and came {n} days later.',
    'The parcel went to my old address although I had changed it.',
    'The box came without a power supply.',
    'I returned the old router and still get letters about it.',
  ],
  summaries: [
    'Router not delivered. Parcel is at the depot, sent out again.',
    'Power supply was missing. New one goes out today.',
    'Return was not booked. Found the receipt, booked it by hand.',
  ],
  promises: ['New router by {day}', 'Confirmation that the return is booked'],
};

const contract: Topic = {
  code: 'contract-terms',
  calledAbout: true,
  weight: 10,
  events: [
    'I was not told that moving house starts the contract again.',
    'Leaving you would cost {sum}, which nobody mentioned when I signed.',
    'I wanted one number moved and ended up with a new contract.',
    'The paper says one thing, your colleague said another.',
  ],
  summaries: [
    'Moving in {month}. Explained what happens to the contract.',
    'Asks about the fee for leaving early. Sent the clause.',
    'Wants to keep the number when leaving. Explained the steps.',
  ],
  promises: ['Written confirmation of the end date', 'Copy of the contract by e-mail'],
};

const waiting: Topic = {
  code: 'long-wait',
  calledAbout: false,
  weight: 8,
  events: [
    'I waited {n}0 minutes to reach a person.',
    'I was passed on {n} times and told my story each time.',
    'I was to be called back on {day}. Nobody called.',
    'The chat closed while I was still typing.',
  ],
  summaries: [
    'Called for the {n}. time about the same thing. Took it over myself.',
    'Was promised a call back on {day} that did not happen. Apologised.',
    'Was passed on twice before. Stayed on the line until it was done.',
  ],
  promises: ['Call back on {day}', 'One person to stay with this until it is done'],
};

const staff: Topic = {
  code: 'treated-badly',
  calledAbout: false,
  weight: 6,
  events: [
    'Your colleague talked to me as if I were a child.',
    'I was told that it must be my own fault.',
    'He sighed at every question I asked.',
    'She ended the call in the middle of my sentence.',
  ],
  summaries: [
    'Felt talked down to in the last call. Listened, passed on to the team lead.',
    'Wants to complain about a call on {day}. Took it down word by word.',
  ],
  promises: ['Call from the team lead', 'Answer to the complaint in writing'],
};

export const topics: readonly [Topic, ...Topic[]] = [
  billedTwice,
  outage,
  priceRose,
  slow,
  engineer,
  delivery,
  contract,
  waiting,
  staff,
];

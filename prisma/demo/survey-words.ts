/** What customers say when asked. All of it is made up. */

export const praise: readonly string[] = [
  'Our people fight over the new chairs, in the best sense',
  'Everything came on the day you promised, and the fitters swept up after themselves',
  'You asked how we work before you showed a price list',
  'Second floor we furnished with you, and the third will follow',
  'The desks went up in one night and nobody lost a working day',
  'One person to call, and she answers',
  'Swapped two chairs without a single question',
];

export const faintPraise: readonly string[] = [
  'Good desks, though the offer took a while',
  'Fine so far, ask me again after a year of use',
  'Price is on the high side, quality is right',
  'Delivery was good, the assembly guide less so',
  'We were happy, but others are cheaper',
];

/** What the team itself says when asked how work is. */
export const fromThoseAtWork: readonly string[] = [
  'More time for old customers, fewer lists to fill in',
  'The new price list comes a week after our customers have it',
  'Best team I have worked in',
  'Nobody told us why the territories changed',
  'The showroom days help me more than any training',
  'Too many meetings on Thursdays',
  'I would like to know what it takes to become a manager here',
  'The phone system drops calls twice a day',
];

export const complaints: readonly string[] = [
  'Three weeks late, and we heard of it on the day itself',
  'Two of the table tops came scratched and nobody called back',
  'I was handed from one person to the next',
  'The invoice did not match the offer',
  'The booth is louder inside than it was in your showroom',
  'The armrests wobble after two months',
];

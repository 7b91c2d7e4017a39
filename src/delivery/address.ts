/** Whom a delivery goes to: a place in Slack by its id, or an e-mail address. */

const MAIL = 'mailto:';

/** An e-mail address as the recipient of a delivery. */
export const mailRecipient = (address: string): string => `${MAIL}${address}`;

/** The address that something goes to by e-mail; null: it goes by Slack. */
export const addressOf = (recipient: string): string | null =>
  recipient.startsWith(MAIL) ? recipient.slice(MAIL.length) : null;

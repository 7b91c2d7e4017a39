import { addressOf } from './address.ts';
import type { Claim } from './claim.ts';
import type { Sender } from './sender.ts';

/** Sends each delivery the way its recipient says: by Slack, or as an e-mail. */
export function sendingEachItsWay({ slack, mail }: { slack: Sender; mail: Sender }): Sender {
  const wayOf = ({ recipient }: Claim) => (addressOf(recipient) === null ? slack : mail);
  return {
    make: (delivery, takeTurn) => wayOf(delivery).make(delivery, takeTurn),
    find: (delivery, takeTurn) => wayOf(delivery).find(delivery, takeTurn),
  };
}

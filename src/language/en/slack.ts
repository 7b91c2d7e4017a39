/** What the bot says when something stands in the way. */
export const slack = {
  'slack.failed': 'Something went wrong on our side, and it is in our log as {request}. Please try again in a moment.',
  'slack.failed_words': 'Your words, to send again:',
  'slack.failed_showing':
    'It is done and stored, so please do not send it again. Only showing you the answer went wrong, and that is in our log as {request}.',
  'problem.slack.guest': 'I work for {workspace}: this is for its own people.',
  'problem.slack.unknown_command': 'I do not know {command}. I know {known}.',
  'problem.slack.unknown_action': 'I do not know this button any more. Please ask again for a fresh one.',
  'problem.slack.unknown_workspace':
    'This Slack workspace is not set up with me. Please ask whoever runs Salespulse to start it here once.',
  'problem.slack.busy': 'Slack takes no more messages just now. Please try again in a few minutes.',
  'problem.slack.unsure':
    'Slack did not tell me whether my answer reached you. If you do not see it, please ask again.',
  'problem.slack.unsure_done':
    'It is done and stored, so please do not send it again; Slack only did not tell me whether my answer reached you.',
  'problem.share.unsure':
    'Slack did not tell me whether the message was posted. Please look in the channel before you share it again.',
  'problem.share.not_in_channel':
    'I am not in this channel, so I cannot post there. Invite me with /invite @Salespulse and press the button again.',
  'problem.share.archived': 'This channel is archived, so nothing can be posted there.',
} as const;

/** What is done about the results of a survey. */
export const pulseActions = {
  'pulse.actions.add': '{open, plural, =0 {Add an action} other {Add or close an action}}',
  'pulse.actions.title': 'Actions',
  'pulse.actions.head': '*What is done about it*',
  'pulse.actions.none': 'Nothing is promised yet.',
  'pulse.actions.line': '• {action}{isOpen, select, true {} other { · closed}}',
  'pulse.actions.open': '{words} · {by}{team, select, none {} other {, to {team}}}',
  'pulse.actions.before': '*What was promised before: did it help?*',
  'pulse.actions.helped': '• {words}: yes {yes}, a little {little}, no {no}',
  'pulse.actions.too_few': '• {words}: not shown, as fewer than {least} could say, or all said the same',
  'pulse.actions.close': 'Close',
  'pulse.actions.close_of': 'Close: {words}',
  'pulse.actions.label': 'What will you do about it?',
  'pulse.actions.hint':
    'One thing that people will notice. Those to whom you promise it read it with your name in the results, and the next round asks them whether it helped. At most {most} are open at a time.',
  'pulse.actions.to': 'To whom do you promise it?',
  'pulse.actions.to_all': 'All who were asked',
  'pulse.actions.full': 'As many are open as there may be. Close one that is done or given up to add another.',
  'pulse.actions.empty': 'Write what you will do.',
  'pulse.actions.too_long': 'That is longer than {most} characters.',
  'pulse.actions.added':
    'It stands in the results for those to whom it is promised, and the next round asks them whether it helped.',
  'pulse.actions.closed': 'It is closed; the next round does not ask about it.',

  'pulse.help.title': 'What was promised after the last round: {words}\nDid it help?',
  'pulse.help.asked': 'What was promised after the last round:\n> {words}\n*Did it help?*',
  'pulse.help.yes': 'Yes',
  'pulse.help.little': 'A little',
  'pulse.help.no': 'No',
  'pulse.help.unsure': 'I cannot say',
  'pulse.help.spoken': '{help}: did it help that {words}',
  'pulse.help.own': '• Did it help: {words} *{help}*',
  'pulse.privacy.actions':
    '*Whether an action helped* is kept and deleted like a score. Of what {least} or more could say (table `pulse_action_results`: workspace, round, action, how many said yes, a little, no) the counts of all together to whom it was promised are kept, and of no part of them. What was promised (table `pulse_actions`: workspace, number, survey, the round whose results it came from, the words, to which team, who promised it, the day, and the day it was done or given up) is nobody’s answer.',
  'problem.pulse.may_not_act':
    'Actions are promised by who leads the team that was asked; where everybody was, by admins, and to a team whose results can be read by who leads it: as long as the survey goes on asking them.',
} as const;

/** Replies to comments that nobody's name stands on. */
export const pulseVoices = {
  'pulse.name.pulse': 'the pulse of {month}',
  'pulse.name.enps': 'the eNPS of {month}',
  'pulse.name.own': 'the survey of {month}',

  'pulse.replies': 'Replies',
  'pulse.replies.title': 'Replies',
  'pulse.replies.open':
    'Replies to comments come after the survey has closed, {until}. Then this button shows yours, if you have written one.',
  'pulse.replies.none':
    'There is nothing here for you: you have written nothing in words in this survey, or words were not kept, as fewer than {least} answered. Everybody has this button, and nobody is told who presses it.',
  'pulse.replies.nobody': 'Nobody has replied to it yet. If somebody does, everybody who was asked is told.',
  'pulse.replies.own': 'You wrote{question, select, none {} other { to “{question}”}}:',
  'pulse.replies.by': '*{name}* replied:',
  'pulse.replies.author': '*Whoever wrote the comment*:',
  'pulse.replies.you': '*You*{waits, select, true { (others read it from the next working morning on)} other {}}:',
  'pulse.replies.earlier': '{count, plural, one {One earlier message is} other {# earlier messages are}} not shown.',
  'pulse.replies.answer': 'Answer back{question, select, none {} other {: {question}}}',
  'pulse.replies.several':
    'Nothing that is kept ties what you wrote here together. But who reads answers to several of them on the same morning may guess that they are of one hand.',
  'pulse.replies.answer_hint':
    'Who replied reads it from the next working morning on, with those of all others. Your name does not stand on it, nor when you wrote it.',
  'pulse.replies.kept':
    'Thank you. Who replied reads it from the next working morning on, without your name. Nobody is told that you were here.',
  'pulse.replies.empty': 'Write something, or close the form.',
  'pulse.replies.too_long': 'That is longer than {most} characters.',
  'pulse.replies.news':
    'Somebody has replied to comments of {survey}. If you wrote one, press *Replies* under {askedOn, select, none {the survey’s message} other {my message of {askedOn}}} here. Everybody who was asked gets this message; nobody knows who wrote what.',
  'pulse.closed':
    'This survey has closed ({survey}), so nothing can be changed any more. The results come to everybody who was asked. If you wrote a comment, *Replies* shows what was said to it.',

  'pulse.comments': 'Read and reply to comments',
  'pulse.comments.title': 'Comments',
  'pulse.comments.head':
    '{count, plural, =0 {There are no comments that you may read.} one {One comment} other {# comments}}{pages, plural, =1 {} other {, page {page} of {pages}}}',
  'pulse.comments.order': 'Their order means nothing. Who wrote them nobody knows; who replies is told.',
  'pulse.comments.reply': 'Reply',
  'pulse.comments.reply_to': 'Reply to: {words}',
  'pulse.comments.back': 'All comments',
  'pulse.comments.page': 'Page {page}',
  'pulse.comments.label': 'Your reply',
  'pulse.comments.hint':
    'Whoever wrote the comment reads “{name} replied”, and can answer back without a name. So do all others who may read the comment. Do not ask who it is.',
  'pulse.comments.kept':
    'Your reply is kept. Everybody who was asked hears on their next working morning that there are replies, in the same words.',
  'pulse.comments.answered':
    'Whoever wrote a comment in {survey} that you replied to has answered you. It was written some time before this morning.',

  'pulse.privacy.replies':
    '*Replies to comments* (table `pulse_replies`): workspace, round, the fingerprint of the comment or text, the place in the talk, who replied (nobody, where it is whoever wrote the comment), the words, and, of what you answer, the morning from which others read it. That morning is forgotten when it has come. All replies of a round are written anew in random order whenever one comes. That you pressed *Replies* is kept nowhere. If you answer replies to two of your texts on one day, who reads them may guess that they are of one hand. Everybody who was asked is told that there are replies, whether they wrote a comment or not.',
  'problem.pulse.comment_gone': 'This comment is not there any more, or is not for you to read.',
} as const;

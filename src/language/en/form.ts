/** What forms say. */
export const form = {
  'form.loading': 'One moment …',
  'form.close': 'Close',
  'form.done': 'Done',
  'form.save': 'Save',
  'form.next': 'Next',
} as const;

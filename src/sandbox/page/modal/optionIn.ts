/** The value of the option an overflow menu reports; other elements have theirs in the form. */
export function optionIn({ selected_option: option }: Record<string, unknown>): string | undefined {
  const chosen = typeof option === 'object' && option !== null && 'value' in option ? option.value : undefined;
  return typeof chosen === 'string' ? chosen : undefined;
}

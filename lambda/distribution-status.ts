/** Idle and at the edge: the next write will be accepted. Any other word, unknown ones too, means keep waiting. */
export function isReady({ status, isEnabled }: { readonly status?: string; readonly isEnabled?: boolean }): boolean {
  // Seen in the field: Deployed and Enabled in various cases, and many words for what is under way.
  const word = status?.toLowerCase();
  return word === 'deployed' || word === 'enabled' || (word === 'disabled' && isEnabled === false);
}

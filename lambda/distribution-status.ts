/** Idle and at the edge: the next write will be accepted. Any other word, unknown ones too, means keep waiting. */
export function isReady({ status, isEnabled }: { readonly status?: string; readonly isEnabled?: boolean }): boolean {
  // Seen in the field: Deployed, Enabled, InProgress, "In Progress", IN_PROGRESS.
  const word = status?.toLowerCase().replace(/[\s_-]/g, '');
  return word === 'deployed' || word === 'enabled' || (word === 'disabled' && isEnabled === false);
}

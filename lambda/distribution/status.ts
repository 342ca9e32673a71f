/** Idle and deployed: the next write will be accepted. Any other status, including unknown ones, means to keep waiting. */
export function isReady({ status, isEnabled }: { readonly status?: string; readonly isEnabled?: boolean }): boolean {
  // Clients report Deployed and Enabled in various cases, and many statuses for a deployment in progress.
  const word = status?.toLowerCase();
  return word === 'deployed' || word === 'enabled' || (word === 'disabled' && isEnabled === false);
}

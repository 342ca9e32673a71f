/** Why Lightsail denies a call of the handler, and what to do. */
export function describeDenial(noun: string): string {
  return `the role of the function has this permission for every ${noun} that its stack manages; `
    + 'if a permissions boundary or a service control policy denies the action, allow it there and deploy again';
}

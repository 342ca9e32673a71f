/** Why Lightsail denies a call of the handler, and what to do. */
export const DENIED = 'the role of the function has this permission for every distribution that its stack manages; '
  + 'if a permissions boundary or a service control policy denies the action, allow it there and deploy again';

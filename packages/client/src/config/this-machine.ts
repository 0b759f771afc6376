/** Whether what is sent to a URL stays on this machine, unless a proxy gets it. */
export function isThisMachine(url: URL): boolean {
  return /^((.+\.)?localhost|\[::1\]|127(\.\d+){3})$/.test(hostOf(url));
}

/** A trailing dot makes a host name another string, but not another host. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/\.$/, "");
}

/** Whether libsql takes a path for the address of a database elsewhere, to which it would connect. */
export function isRemote(path: string): boolean {
  return /^(?:https?|libsql|wss?):/i.test(path);
}

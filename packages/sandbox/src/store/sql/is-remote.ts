/** Whether libsql would take a path for the address of a remote database, and connect to it. */
export function isRemote(path: string): boolean {
  return /^(?:https?|libsql|wss?):/i.test(path);
}

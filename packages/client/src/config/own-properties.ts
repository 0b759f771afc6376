/**
 * Copies an object's own properties into one that inherits nothing: what another library adds to `Object.prototype` is not an
 * option, least of all a `baseUrl` to send the key to.
 */
export function ownProperties<T extends object>(options: T | undefined): T {
  return Object.assign(Object.create(null), options);
}

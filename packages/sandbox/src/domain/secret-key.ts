/** The secret key of an account: whoever has the key has the account, which need not exist before. */
export function secretKeyOf(account: string): string {
  return `sk_test_${account}`;
}

/** The account of a secret key; undefined for anything else. */
export function accountOfSecretKey(key: string): string | undefined {
  return /^sk_test_([A-Za-z0-9]{1,200})$/.exec(key)?.[1];
}

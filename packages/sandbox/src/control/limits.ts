/** The greatest size of a snapshot that is restored over HTTP, in bytes: about ten thousand payments. */
export const maxRestorationBytes = 32 * 1024 * 1024;

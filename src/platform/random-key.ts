/** 128 random bits in hex. Keys only tell repeats apart: the server binds them to their sender, so they need not be secret. */
export const randomKey = (): string =>
  Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')

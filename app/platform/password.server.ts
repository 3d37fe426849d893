import { hash, verify } from "@node-rs/argon2";

/** OWASP's first recommendation for argon2id: 19 MiB, 2 passes, 1 lane. Runs in a thread of its own. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password, COST);

/** Somebody who is not there costs as much time as somebody who is. */
const NOBODY = hashPassword("nobody has this password");

export async function verifyPassword(hashed: string | undefined, password: string) {
  const right = await verify(hashed ?? (await NOBODY), password);
  return right && hashed !== undefined;
}

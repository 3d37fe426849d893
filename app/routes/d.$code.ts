import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { openShortCode } from "~/domain/debates/gate.server";

/** The short address on posters. Temporary, because a debate's own address may still move with its unit. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { path } = await openShortCode(params.code);
  return redirect(path, 302);
}
